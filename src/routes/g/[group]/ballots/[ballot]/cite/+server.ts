import * as ballots from '#ballots/ballots.server.ts';
import { page } from '#routes/answer.server.ts';
import { citationFile } from '#routes/citations.server.ts';
import type { RequestHandler } from './$types';

/** What a ballot is about, as citations. */
export const GET: RequestHandler = page(async ({ params, locals, url }) => {
  const { options } = await ballots.view(await locals.enter(params.group), params.ballot);
  return citationFile(
    url,
    `${params.group}-ballot`,
    options.map(({ paperId }) => paperId)
  );
});
