/**
 * A piece of text with TeX in it. `text` is what is inside: words, the formula without its delimiters, or the
 * address; `source` is the piece as it stood, so that all sources together are the text again.
 */
export interface Segment {
  kind: 'text' | 'math' | 'display' | 'link';
  text: string;
  source: string;
}

/** A formula longer than this is left as text; no one wrote it for a reader. */
const longestFormula = 4000;

/**
 * Splits text into words, formulas (`$…$`, `\(…\)`, `T_{c}`; display: `$$…$$`, `\[…\]`) and http(s) addresses. Dollars
 * follow Pandoc's rule, so that "$5 and $6" stays money. Takes time linear in the text's length.
 */
export function segments(text: string): Segment[] {
  const found: Segment[] = [];
  const closers = new Closers(text);
  let done = 0;
  let at = 0;
  while ((at = nextStart(text, at)) !== -1) {
    const base = /[_^]/.test(text[at]!) ? baseBefore(text, at, done) : '';
    const segment = base ? scriptAt(text, at, base) : segmentAt(text, at, closers);
    if (!segment) {
      at += text[at] === '\\' || text.startsWith('$$', at) ? 2 : 1;
      continue;
    }
    at -= base.length;
    if (at > done) found.push(words(text.slice(done, at)));
    found.push(segment);
    at += segment.source.length;
    done = at;
  }
  if (done < text.length) found.push(words(text.slice(done)));
  return found;
}

/** The letters or digits right before `at`, not before `from`, that a script there belongs to. */
function baseBefore(text: string, at: number, from: number): string {
  return /(?<![\\\p{L}\p{N}])[A-Za-z0-9]{1,20}$/u.exec(text.slice(Math.max(from, at - 22), at))?.[0] ?? '';
}

/** A sub- or superscript outside of any formula: `T_{c}`, `H_{2}`, `10^{-3}`. */
function scriptAt(text: string, at: number, base: string): Segment | null {
  scripts.lastIndex = at;
  const written = scripts.exec(text)?.[0];
  if (!written) return null;
  const upright = /^[A-Za-z]{2,}$/.test(base) ? `\\mathrm{${base}}` : base;
  return { kind: 'math', text: upright + written, source: base + written };
}

/** The formula that opens at `at` in `text`, if one does. */
export function formulaAt(text: string, at: number, closers = new Closers(text)): Segment | null {
  if (text.startsWith('$$', at)) return closers.formula('display', at, '$$');
  if (text.startsWith('\\[', at)) return closers.formula('display', at, '\\]');
  if (text.startsWith('\\(', at)) return closers.formula('math', at, '\\)');
  return text[at] === '$' ? dollars(text, at, closers) : null;
}

/** Remembers where the next closing delimiter is, so that many openings without one do not each search the whole text. */
export class Closers {
  readonly #text: string;
  readonly #found = new Map<string, { from: number; at: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  find(closer: string, from: number): number {
    const known = this.#found.get(closer);
    if (known && known.from <= from && (known.at === -1 || known.at >= from)) return known.at;
    let at = this.#text.indexOf(closer, from);
    while (closer.startsWith('$') && isEscaped(this.#text, at)) at = this.#text.indexOf(closer, at + 1);
    this.#found.set(closer, { from, at });
    return at;
  }

  formula(kind: 'math' | 'display', at: number, closer: string): Segment | null {
    const start = at + closer.length;
    const end = this.find(closer, start);
    if (end === -1 || end - start > longestFormula) return null;
    const inside = this.#text.slice(start, end);
    if (inside.trim() === '' || /\n[^\S\n]*\n/.test(inside)) return null;
    return { kind, text: inside.trim(), source: this.#text.slice(at, end + closer.length) };
  }
}

/** `$…$`: nothing blank just inside, no digit just after, no dollar within. */
function dollars(text: string, at: number, closers: Closers): Segment | null {
  const end = closers.find('$', at + 1);
  if (end === -1 || /\s/.test(text[at + 1] ?? ' ') || /\s/.test(text[end - 1] ?? ' ')) return null;
  return /\d/.test(text[end + 1] ?? '') || text[end + 1] === '$' ? null : closers.formula('math', at, '$');
}

function segmentAt(text: string, at: number, closers: Closers): Segment | null {
  if (text[at] === 'h' || text[at] === 'H') return addressAt(text, at);
  if (text[at] === '_' || text[at] === '^') return null;
  return formulaAt(text, at, closers) ?? urlAt(text, at);
}

/** `\url{…}` */
function urlAt(text: string, at: number): Segment | null {
  url.lastIndex = at;
  const [source, inside] = url.exec(text) ?? [];
  return source && inside && URL.canParse(inside) ? { kind: 'link', text: inside, source } : null;
}

function nextStart(text: string, from: number): number {
  start.lastIndex = from;
  return start.exec(text)?.index ?? -1;
}

const start = /[$\\]|[_^]\{|https?:\/\//gi;
const scripts = /(?:[_^]\{[A-Za-z0-9 +\-*/=.,()']{1,30}\})+/y;
const url = /\\url\{(https?:\/\/[^\s<>"{}\\^`]{1,2000})\}/iy;
const address = /https?:\/\/[^\s<>"“”{}|\\^`$]+/iy;

/** What looks like an address and is none comes back as words, so that it is not looked at again. */
function addressAt(text: string, at: number): Segment | null {
  address.lastIndex = at;
  const whole = address.exec(text)?.[0];
  if (!whole) return null;
  const trimmed = withoutTail(whole);
  const isWord = /[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
  return isWord || !URL.canParse(trimmed) ? words(whole) : { kind: 'link', text: trimmed, source: trimmed };
}

/** An address does not end in punctuation, nor in a bracket that was opened before it. */
function withoutTail(url: string): string {
  let end = url.length;
  let open = url.split('(').length - url.split(')').length;
  for (; end > 0; end--) {
    const last = url[end - 1] ?? '';
    if (last === ')' && open < 0) open++;
    else if (!/[.,;:!?'’»\]*]/.test(last)) break;
  }
  return url.slice(0, end);
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

function words(text: string): Segment {
  return { kind: 'text', text, source: text };
}
