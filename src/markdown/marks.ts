import { type MarkdownIt, type StateCore, type Token } from 'markdown-it';
import { isOutside, outsideRel } from './html.ts';

/** What our Markdown adds to the tokens: addresses for headings, task boxes, links for images, classes for styles. */
export function marks(md: MarkdownIt): void {
  md.core.ruler.push('marks', (state) => {
    const slugs = new Map<string, number>();
    state.tokens.forEach((token, index) => {
      if (token.type === 'heading_open') token.attrSet('id', slugOf(state.tokens[index + 1], slugs));
      if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token);
      if (token.type !== 'inline' || !token.children) return;
      takeTaskBox(state, index);
      token.children = withoutImages(state, token.children);
    });
  });
  md.renderer.rules['task_box'] = (tokens, index) =>
    tokens[index]?.info === 'done'
      ? '<input type="checkbox" disabled checked aria-label="done"> '
      : '<input type="checkbox" disabled aria-label="to do"> ';
  md.renderer.rules.link_open = (tokens, index, options, _, renderer) => {
    const token = tokens[index];
    if (isOutside(String(token?.attrGet('href') ?? ''))) token?.attrSet('rel', outsideRel);
    return renderer.renderToken(tokens, index, options);
  };
}

/** `h-` keeps the ids of headings apart from the page's own. */
function slugOf(heading: Token | undefined, taken: Map<string, number>): string {
  const text = (heading?.children ?? []).map((child) => child.content).join('');
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ['section'];
  const slug = `h-${words.join('-').slice(0, 60).toWellFormed()}`;
  const times = (taken.get(slug) ?? 0) + 1;
  taken.set(slug, times);
  return times === 1 ? slug : `${slug}-${times}`;
}

function alignByClass(cell: Token): void {
  const side = /text-align:(left|center|right)/.exec(String(cell.attrGet('style') ?? ''))?.[1];
  cell.attrs = side ? [['class', `align-${side}`]] : null;
}

/** `- [ ] …` and `- [x] …` */
function takeTaskBox(state: StateCore, index: number): void {
  const [item, paragraph, inline] = state.tokens.slice(index - 2, index + 1);
  const first = inline?.children?.[0];
  if (item?.type !== 'list_item_open' || paragraph?.type !== 'paragraph_open' || first?.type !== 'text')
    return;
  const box = /^\[([ xX])\]\s/.exec(first.content);
  if (!box) return;
  const token = new state.Token('task_box', 'input', 0);
  token.info = box[1] === ' ' ? 'open' : 'done';
  first.content = first.content.slice(box[0].length);
  inline?.children?.unshift(token);
  item.attrJoin('class', 'task');
}

/** No picture is loaded from elsewhere: it becomes a link with its description, or words where it stood in a link. */
function withoutImages(state: StateCore, tokens: Token[]): Token[] {
  let links = 0;
  return tokens.flatMap((token) => {
    links += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
    if (token.type !== 'image') return [token];
    const text = new state.Token('text', '', 0);
    const address = String(token.attrGet('src') ?? '');
    text.content =
      state.md.renderer.renderInlineAsText(token.children ?? [], state.md.options, state.env) || address;
    if (links > 0 || address === '') return [text];
    const open = new state.Token('link_open', 'a', 1);
    open.attrs = [['href', address]];
    return [open, text, new state.Token('link_close', 'a', -1)];
  });
}
