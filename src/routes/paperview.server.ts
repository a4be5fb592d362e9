import type { Account } from '#accounts/accounts.ts';
import { renderPaperText, renderPaperTitle } from '#markdown/markdown.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { linksOf, type Particulars } from '#papers/papers.ts';
import * as queue from '#queue/queue.server.ts';
import { moment } from '#ui/moment.ts';
import { byline } from './g/[group]/byline.ts';

/** A place where one of the reader's groups has a paper, with a sentence for it. */
export interface Place {
  href: string;
  sentence: string;
}

/** What the reader's groups did with papers so far, by paper: waiting, chosen, discussed or passed over, with when. */
export async function placesOf(account: Account, paperIds: readonly string[]): Promise<Map<string, Place[]>> {
  const [standing, discussed] = await Promise.all([
    queue.standing(account, paperIds),
    meetings.discussed(account, paperIds)
  ]);
  return new Map(
    paperIds.map((id) => {
      const places = standing.get(id) ?? [];
      const waiting = places.filter(({ state }) => state === 'waiting');
      const passed = places.filter(({ state }) => state === 'withdrawn');
      const meetingsOfIt = discussed.get(id) ?? [];
      const chosen = places.filter(
        ({ state, groupSlug }) =>
          state === 'chosen' && !meetingsOfIt.some((meeting) => meeting.groupSlug === groupSlug)
      );
      return [
        id,
        [
          ...waiting.map(({ groupSlug, groupName, nominationId }) => ({
            href: `/g/${groupSlug}/queue#n-${nominationId}`,
            sentence: `In the queue of ${groupName}`
          })),
          ...passed.map(({ groupSlug, groupName, since }) => ({
            href: `/g/${groupSlug}/queue`,
            sentence: `Passed over by ${groupName}, ${moment(since, 'UTC', 'date')}`
          })),
          ...chosen.map(({ groupSlug, groupName, since }) => ({
            href: `/g/${groupSlug}/meetings`,
            sentence: `Chosen by ${groupName}, ${moment(since, 'UTC', 'date')}`
          })),
          ...meetingsOfIt.map(({ groupSlug, groupName, meetingId, on, timezone }) => ({
            href: `/g/${groupSlug}/meetings/${meetingId}`,
            sentence: `Discussed by ${groupName}, ${moment(on, timezone, 'date')}`
          }))
        ]
      ];
    })
  );
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
