import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import { page, read } from '#routes/answer.server.ts';
import { citationFile } from '#routes/citations.server.ts';
import type { RequestHandler } from './$types';

const Search = v.object({ queue: v.optional(v.pipe(v.string(), v.maxLength(16))) });

/** What waits in a queue of the group, the first one unless named, as citations. */
export const GET: RequestHandler = page(async ({ params, locals, url }) => {
  const { queue: queueId } = read(Search, Object.fromEntries(url.searchParams));
  const waiting = await queue.waiting(await locals.enter(params.group), queueId);
  return citationFile(
    url,
    `${params.group}-queue`,
    waiting.map(({ paperId }) => paperId)
  );
});
