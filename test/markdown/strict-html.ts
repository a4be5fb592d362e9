/** One tag of our output; everything else is text. */
export interface Tag {
  name: string;
  attributes: Record<string, string>;
}

const piece =
  /([^<>&]+)|&(?:amp|lt|gt|quot|#39|#x27);|<([a-z][a-z0-9]*)((?: [a-z][a-z:-]*(?:="[^"<>]*")?)*)>|<\/([a-z][a-z0-9]*)>/y;
const attribute = / ([a-z][a-z:-]*)(?:="([^"<>]*)")?/g;
const empty = new Set(['br', 'hr', 'input']);

/**
 * Reads HTML that keeps to a grammar so narrow that every browser must read it the same way: lower-case tags,
 * attributes in double quotes, no bare `<`, `>` or `&`, every element closed in order. Throws at the first
 * character outside of it.
 */
export function strictTags(html: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  for (let at = 0; at < html.length; at = piece.lastIndex) {
    piece.lastIndex = at;
    const [, , name, attributes, closed] = piece.exec(html) ?? fail(html, at);
    if (closed && open.pop() !== closed) fail(html, at);
    if (!name) continue;
    if (!empty.has(name)) open.push(name);
    tags.push({ name, attributes: attributesOf(attributes ?? '') });
  }
  if (open.length > 0) throw new Error(`Left open: ${open.join(' ')}`);
  return tags;
}

function attributesOf(source: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(attribute)) {
    if (Object.hasOwn(found, name)) throw new Error(`Twice: ${name}`);
    found[name] = decoded(value);
  }
  return found;
}

function decoded(value: string): string {
  if (/&(?!(?:amp|lt|gt|quot|#39|#x27);)/.test(value)) throw new Error(`A bare & in ${value}`);
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replaceAll('&amp;', '&');
}

function fail(html: string, at: number): never {
  throw new Error(`Not strict at ${at}: ${html.slice(Math.max(0, at - 40), at + 60)}`);
}
