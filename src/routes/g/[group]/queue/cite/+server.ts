import * as queue from '#queue/queue.server.ts';
import { page } from '#routes/answer.server.ts';
import { citationFile } from '#routes/citations.server.ts';
import type { RequestHandler } from './$types';

/** What waits in the group's queue, as citations. */
export const GET: RequestHandler = page(async ({ params, locals, url }) => {
  const waiting = await queue.waiting(await locals.enter(params.group));
  return citationFile(
    url,
    `${params.group}-queue`,
    waiting.map(({ paperId }) => paperId)
  );
});
