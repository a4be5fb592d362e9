import * as meetings from '#meetings/meetings.server.ts';
import { page } from '#routes/answer.server.ts';
import { citationFile } from '#routes/citations.server.ts';
import type { RequestHandler } from './$types';

/** What is on a meeting's agenda, as citations. */
export const GET: RequestHandler = page(async ({ params, locals, url }) => {
  const { agenda } = await meetings.view(await locals.enter(params.group), params.id);
  return citationFile(
    url,
    `${params.group}-agenda`,
    agenda.map(({ paperId }) => paperId)
  );
});
