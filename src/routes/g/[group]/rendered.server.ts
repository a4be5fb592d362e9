import { renderMarkdown, renderPaperText, renderPaperTitle } from '#markdown/markdown.server.ts';
import type { Outcome } from '#notes/notes.server.ts';
import { moment } from '#ui/moment.ts';
import { byline } from './byline.ts';

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

/** A paper's title as safe HTML, without links. */
export const titleHtml = kept(renderPaperTitle);
const day = kept((key) => {
  const [at, timezone] = key.split(' ') as [string, string];
  return moment(new Date(at), timezone, 'date');
});

/** The day of a moment on the clocks of a zone. */
export function dayOf(at: Date, timezone: string): string {
  return day(`${at.toISOString()} ${timezone}`);
}

/** An abstract as safe HTML. */
export const abstract = kept(renderPaperText);
/** A pitch, a comment or a line of a note as safe HTML. */
export const pitchHtml = kept(renderMarkdown);

/** What came of a meeting, with its texts as safe HTML. */
export function shownOutcome(outcome: Outcome | null | undefined) {
  if (!outcome) return null;
  const { noteId, decisions, tasks } = outcome;
  return {
    noteId,
    decisions: decisions.map(pitchHtml),
    tasks: tasks.map(({ text, ...task }) => ({ ...task, html: pitchHtml(text) }))
  };
}

/** Gives a nomination or an option what a page shows of it. */
export function shown<
  Texts extends { title: string; pitch: string; authors: string[]; authorCount: number | null }
>({ authors, authorCount, ...texts }: Texts) {
  return {
    ...texts,
    titleHtml: titleHtml(texts.title),
    pitchHtml: texts.pitch && pitchHtml(texts.pitch),
    byline: byline(authors, authorCount)
  };
}
