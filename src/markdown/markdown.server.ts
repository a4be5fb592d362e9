import { renderMath } from './math.ts';
import { createRenderer } from './renderer.ts';

const renderer = createRenderer(renderMath);

/** Text from people (Markdown with formulas) as HTML that is safe as it stands. */
export function renderMarkdown(source: string): string {
  return renderer.markdown(source);
}

/** A title or abstract as a feed gave it, with formulas and links, as HTML that is safe as it stands. */
export function renderPaperText(text: string): string {
  return renderer.paperText(text);
}

/** As `renderPaperTitle`, with what was looked for in it marked. */
export function renderPaperPassage(pieces: Parameters<typeof renderer.paperPassage>[0]): string {
  return renderer.paperPassage(pieces);
}

/** As `renderPaperText`, without links: for what stands within a link itself. */
export function renderPaperTitle(text: string): string {
  return renderer.paperText(text, false);
}
