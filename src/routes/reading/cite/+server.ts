import * as v from 'valibot';
import * as looking from '#papers/looking.server.ts';
import { ReadingList } from '#papers/looking.ts';
import { page } from '#routes/answer.server.ts';
import { citationFile } from '#routes/citations.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { RequestHandler } from './$types';

/** More papers than this nobody cites at once; each is written out by a library. */
const mostCited = 500;

/** What one has to read, skimmed or read, as citations. */
export const GET: RequestHandler = page(async (event) => {
  const { account } = signedIn(event);
  const { as } = v.parse(ReadingList, { as: event.url.searchParams.get('of') });
  const { paperIds } = await looking.readingList(account, as, { atOnce: mostCited });
  return citationFile(event.url, as, paperIds);
});
