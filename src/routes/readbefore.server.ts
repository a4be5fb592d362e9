import * as v from 'valibot';
import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';
import { renderPaperTitle } from '#markdown/markdown.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as papers from '#papers/papers.server.ts';
import { placesOf, type Place } from '#routes/paperview.server.ts';

const mostAnswered = 20;

/** What is asked about: anything one can paste, or words of a title. */
export const AskForm = v.object({
  text: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('Paste or type something first.'),
    v.maxLength(100_000, 'That is too long for a question. Paste fewer papers at once.')
  )
});

/** A paper that was asked about, and what the group did with it. */
export interface Answered {
  /** Null when it is not known here at all. */
  paperId: string | null;
  title: string;
  titleHtml: string;
  places: Place[];
}

interface Found {
  paperId: string | null;
  title: string;
}

/** What names no known paper may be a title, or words of one. */
async function orCalled(member: Member, text: string, found: Found[]): Promise<Found[]> {
  if (found.some(({ paperId }) => paperId)) return found;
  const byWords = await meetings.papersCalled(member, text);
  return byWords.length > 0 ? byWords : found;
}

/** Of several lines each may be a title, too: what is likest to it, or the line itself. */
async function called(member: Member, lines: readonly { text: string }[]): Promise<Found[]> {
  const all: Found[] = [];
  for (const { text } of lines.slice(0, mostAnswered)) {
    const [likest] = await meetings.papersCalled(member, text);
    const isSaid = all.some(({ paperId }) => likest?.paperId === paperId);
    if (!isSaid) all.push(likest ?? { paperId: null, title: text.trim() });
  }
  return all;
}

/**
 * "Have we read this?", of anything one can paste (ids, addresses, BibTeX, RIS, a copied page) or of titles, one a line,
 * or some words of one, which are then looked for among the papers of the group.
 */
export async function readBefore(
  account: Account,
  member: Member,
  text: string
): Promise<{ papers: Answered[]; hasMore: boolean }> {
  if (text.trim() === '') return { papers: [], hasMore: false };
  const own = /\/papers\/([0-9A-Za-z]{16})\/?$/.exec(text.trim())?.[1];
  const known = own && (await papers.particulars([own])).get(own);
  const named = known
    ? { papers: [{ paperId: known.id, title: known.title }], unread: [] }
    : await papers.preview(text);
  const found = named.papers.map(({ paperId, title }) => ({ paperId, title }));
  const isOne = named.unread.length + found.length < 2;
  const all = isOne
    ? await orCalled(member, text, found)
    : [...found, ...(await called(member, named.unread))];
  const shown = all.slice(0, mostAnswered);
  const ids = shown.flatMap(({ paperId }) => paperId ?? []);
  const places = await placesOf(account, ids, member.groupSlug);
  return {
    papers: shown.map(({ paperId, title }) => ({
      paperId,
      title,
      titleHtml: renderPaperTitle(title),
      places: (paperId && places.get(paperId)) || []
    })),
    hasMore: all.length > mostAnswered
  };
}
