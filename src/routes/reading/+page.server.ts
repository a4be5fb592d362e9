import * as v from 'valibot';
import * as looking from '#papers/looking.server.ts';
import { ReadingList } from '#papers/looking.ts';
import * as papers from '#papers/papers.server.ts';
import { page } from '#routes/answer.server.ts';
import { placesOf, shownPaper } from '#routes/paperview.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { PageServerLoad } from './$types';

/** What one has to read, skimmed or read. */
export const load: PageServerLoad = page(async (event) => {
  const { account } = signedIn(event);
  const asked = v.parse(ReadingList, Object.fromEntries(event.url.searchParams));
  const { paperIds, hasMore } = await looking.readingList(account, asked.as, asked);
  const [known, places] = await Promise.all([papers.particulars(paperIds), placesOf(account, paperIds)]);
  return {
    asked,
    hasMore,
    papers: paperIds.flatMap((id) => {
      const paper = known.get(id);
      return paper ? [{ ...shownPaper(paper), places: places.get(id) ?? [] }] : [];
    })
  };
});
