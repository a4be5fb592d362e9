/**
 * Brings the children of `container` to what `html` says, and leaves those that are the same in place: selections,
 * scroll positions and the reader's eye stay where they are. `html` must come from the Markdown renderer. `prepare` does to it what was done to the page before.
 */
export function patch(container: Element, html: string, prepare: (content: DocumentFragment) => void): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  prepare(template.content);
  const old = [...container.childNodes];
  const fresh = [...template.content.childNodes];
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start]?.isEqualNode(fresh[start] ?? null)) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end)?.isEqualNode(fresh.at(-1 - end) ?? null)) end++;
  const behind = old[old.length - end] ?? null;
  for (const node of old.slice(start, old.length - end)) node.remove();
  for (const node of fresh.slice(start, fresh.length - end)) container.insertBefore(node, behind);
}
