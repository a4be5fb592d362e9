import * as papers from '#papers/papers.server.ts';
import { page } from '#routes/answer.server.ts';
import { citationFile } from '#routes/citations.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { RequestHandler } from './$types';

/** One paper as a citation. */
export const GET: RequestHandler = page(async (event) => {
  signedIn(event);
  const { id } = await papers.view(event.params.paper);
  return citationFile(event.url, 'paper', [id]);
});
