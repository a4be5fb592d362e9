import MarkdownIt, { type Token } from 'markdown-it';
import container from 'markdown-it-container';
import footnotes from 'markdown-it-footnote';
import { formulas } from './formulas.ts';
import { escapeHtml, isSafeAddress, outsideRel, withoutBadBytes } from './html.ts';
import { marks } from './marks.ts';
import { type RenderMath } from './math.ts';
import { type Segment } from './segments.ts';
import { fromTex } from './tex.ts';

/** Turns text from people and feeds into HTML that is safe as it stands, whatever the text was. */
export interface Renderer {
  /** Markdown (CommonMark, tables, strikethrough, task boxes, footnotes, `:::fold Words` … `:::`) with formulas. */
  markdown(source: string): string;
  /** A title or abstract with TeX: words, formulas and, unless `links` is false, links to http(s). */
  paperText(text: string, links?: boolean): string;
  /** The same without links, for a text in pieces of which some were looked for: those are marked, but not in formulas. */
  paperPassage(pieces: readonly Piece[]): string;
}

/** A piece of a text that was searched. */
interface Piece {
  text: string;
  isHit: boolean;
}

/** The one renderer; its two doors are `markdown.server.ts` and, for the browser, `markdown.ts`. */
export function createRenderer(renderMath: RenderMath): Renderer {
  const md = new MarkdownIt({ html: false, linkify: true, typographer: false });
  md.validateLink = (address) => isSafeAddress(address.trim());
  // Names of files are not addresses: `notes.md` is no site in Moldova.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add('ftp:', null).add('//', null);
  formulas(md, renderMath);
  md.use(footnotes);
  md.use(container, 'fold', {
    validate: (given: string) => /^fold\s+\S/.test(given.trim()),
    render: (tokens: Token[], index: number) => {
      const { nesting = -1, info = '' } = tokens[index] ?? {};
      const summary = escapeHtml(info.trim().slice('fold'.length).trim());
      return nesting === 1 ? `<details><summary>${summary}</summary>\n` : '</details>\n';
    }
  });
  marks(md);
  return {
    markdown: (source) => md.render(withoutBadBytes(source), {}),
    paperText: (text, links = true) => {
      let formulas = 0;
      return fromTex(withoutBadBytes(text), escapeHtml, (segment) =>
        segment.kind !== 'link' && ++formulas > mostInPaper
          ? escapeHtml(segment.source)
          : rendered(segment, links, renderMath)
      );
    },
    paperPassage: (pieces) =>
      fromTex(
        withoutBadBytes(withMarks(pieces)),
        (words) => withoutMarks(escapeHtml(words).replace(marked, '<mark>$1</mark>')),
        ({ kind, text, source }) =>
          rendered({ kind, text: withoutMarks(text), source: withoutMarks(source) }, false, renderMath)
      )
  };
}

/** Formulas of a title or abstract; nobody writes more for a reader. Each takes a while. */
const mostInPaper = 300;

/* Stand around what was looked for while TeX is read; for private use in Unicode. */
const [begin, end] = ['\ue002', '\ue003'];
const marked = new RegExp(`${begin}([^${begin}${end}]*)${end}`, 'g');

function withMarks(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, isHit }) => (isHit ? `${begin}${withoutMarks(text)}${end}` : withoutMarks(text)))
    .join('');
}

function withoutMarks(text: string): string {
  return text.replaceAll(begin, '').replaceAll(end, '');
}

function rendered({ kind, text, source }: Segment, links: boolean, renderMath: RenderMath): string {
  if (kind !== 'link') return renderMath(text, kind === 'display', source);
  const shown = escapeHtml(text);
  return links ? `<a href="${shown}" rel="${outsideRel}">${shown}</a>` : shown;
}
