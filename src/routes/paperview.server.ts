import type { Account } from '#accounts/accounts.ts';
import { renderPaperText, renderPaperTitle } from '#markdown/markdown.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import { linksOf, type Particulars } from '#papers/papers.ts';
import * as queue from '#queue/queue.server.ts';
import { moment } from '#ui/moment.ts';
import { byline } from './g/[group]/byline.ts';

/** A place where one of the reader's groups has a paper, with a sentence for it. */
export interface Place {
  href: string;
  sentence: string;
  /** The group has discussed it there. */
  isDiscussed?: boolean;
  /** Where the group's notes on it are. */
  note?: string;
}

/**
 * What the reader's groups did with papers so far, by paper: waiting, passed over, chosen, or discussed, with when and
 * where the notes are.
 * @param only the address of the one group that is asked about
 */
export async function placesOf(
  account: Account,
  paperIds: readonly string[],
  only: string | undefined = undefined
): Promise<Map<string, Place[]>> {
  const [standing, discussed] = await Promise.all([
    queue.standing(account, paperIds),
    discussionsOf(account, paperIds, only)
  ]);
  return new Map(
    paperIds.map((id) => {
      const places = (standing.get(id) ?? []).filter(({ groupSlug }) => !only || groupSlug === only);
      const waiting = places.filter(({ state }) => state === 'waiting');
      const passed = places.filter(({ state }) => state === 'withdrawn');
      const meetingsOfIt = discussed.get(id) ?? [];
      const chosen = places.filter(
        ({ state, groupSlug }) =>
          state === 'chosen' && !meetingsOfIt.some(({ href }) => href.startsWith(`/g/${groupSlug}/`))
      );
      return [
        id,
        [
          ...waiting.map(({ groupSlug, groupName, nominationId, since }) => ({
            href: `/g/${groupSlug}/queue/${nominationId}`,
            sentence: `In the queue of ${groupName} since ${moment(since, 'UTC', 'date')}`
          })),
          ...passed.map(({ groupSlug, groupName, nominationId, since }) => ({
            href: `/g/${groupSlug}/queue/${nominationId}`,
            sentence: `Passed over by ${groupName}, ${moment(since, 'UTC', 'date')}`
          })),
          ...chosen.map(({ groupSlug, groupName, since }) => ({
            href: `/g/${groupSlug}/meetings`,
            sentence: `Chosen by ${groupName}, ${moment(since, 'UTC', 'date')}`
          })),
          ...meetingsOfIt
        ]
      ];
    })
  );
}

/** When the reader's groups discussed papers, or will, by paper, the newest first. */
export async function discussionsOf(
  account: Pick<Account, 'id'>,
  paperIds: readonly string[],
  only: string | undefined = undefined
): Promise<Map<string, Place[]>> {
  const discussed = await meetings.discussed(account, paperIds);
  const meetingIds = [...discussed.values()].flat().map(({ meetingId }) => meetingId);
  const noteOf = await notes.notesOfMeetings(account, meetingIds);
  const places = [...discussed].map(([id, all]): [string, Place[]] => [
    id,
    all
      .filter(({ groupSlug }) => !only || groupSlug === only)
      .map(({ groupSlug, groupName, meetingId, on, timezone }) => {
        const note = noteOf.get(meetingId);
        const isDiscussed = on <= new Date();
        return {
          isDiscussed,
          href: `/g/${groupSlug}/meetings/${meetingId}`,
          sentence: `${isDiscussed ? 'Discussed' : 'To be discussed'} by ${groupName}, ${moment(on, timezone, 'date')}`,
          ...(note && { note: `/g/${groupSlug}/notes/${note}` })
        };
      })
  ]);
  return new Map(places);
}

/** A paper as pages show it: texts as safe HTML. */
export function shownPaper(paper: Particulars) {
  const { id, authors, authorCount, title, abstract, publishedOn } = paper;
  return {
    id,
    title,
    publishedOn,
    titleHtml: renderPaperTitle(title),
    abstractHtml: abstract && renderPaperText(abstract),
    byline: byline(authors, authorCount),
    links: linksOf(paper)
  };
}
