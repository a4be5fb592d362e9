import { renderMarkdown, renderPaperText, renderPaperTitle } from '#markdown/markdown.server.ts';

/*
 * What a group's pages show of papers and pitches, as HTML. The same few texts are shown at every request and every
 * live update, and formulas are dear, so the last ones are kept.
 */

const mostKept = 2_000;

function kept(render: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const html = known.get(text) ?? render(text);
    known.delete(text);
    known.set(text, html);
    if (known.size > mostKept) known.delete(known.keys().next().value!);
    return html;
  };
}

/** A paper’s title alone, without links. */
export const titleHtml = kept(renderPaperTitle);
const abstract = kept(renderPaperText);
const pitch = kept(renderMarkdown);

/** Gives a nomination or an option what a page shows of it, in place of its abstract. */
export function shown<Texts extends { title: string; abstract: string; pitch: string }>(texts: Texts) {
  const { abstract: source, ...others } = texts;
  return {
    ...others,
    titleHtml: titleHtml(texts.title),
    abstractHtml: source && abstract(source),
    pitchHtml: texts.pitch && pitch(texts.pitch)
  };
}
