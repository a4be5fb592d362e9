import * as papers from '#papers/papers.server.ts';
import { page } from '#routes/answer.server.ts';
import { citationFile } from '#routes/citations.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { RequestHandler } from './$types';

/** The papers that a search finds, as citations. */
export const GET: RequestHandler = page(async (event) => {
  signedIn(event);
  const found = await papers.search(event.url.searchParams.get('q') ?? '');
  return citationFile(
    event.url,
    'papers-found',
    found.papers.map(({ id }) => id)
  );
});
