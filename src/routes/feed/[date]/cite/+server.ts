import * as looking from '#papers/looking.server.ts';
import { filtersOf, spanOf } from '#papers/looking.ts';
import { page } from '#routes/answer.server.ts';
import { citationFile } from '#routes/citations.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import { NotFound } from '../../../../failures.ts';
import type { RequestHandler } from './$types';

/** More papers than this nobody cites at once; each is written out by a library. */
const mostCited = 500;

/** A list of the feed, with its filters, as citations. */
export const GET: RequestHandler = page(async (event) => {
  const { account } = signedIn(event);
  const span = spanOf(event.params.date);
  if (!span) throw new NotFound('This day');
  const filters = { ...filtersOf(event.url.searchParams), page: 1 };
  const { papers } = await looking.look(account, span, filters, mostCited);
  return citationFile(
    event.url,
    `papers-${span.name}`,
    papers.map(({ id }) => id)
  );
});
