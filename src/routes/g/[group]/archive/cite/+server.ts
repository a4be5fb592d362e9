import * as meetings from '#meetings/meetings.server.ts';
import { page } from '#routes/answer.server.ts';
import { citationFile } from '#routes/citations.server.ts';
import type { RequestHandler } from './$types';

/** What the group has discussed, as citations, the newest first. */
export const GET: RequestHandler = page(async ({ params, locals, url }) => {
  const member = await locals.enter(params.group);
  return citationFile(url, `${params.group}-archive`, await meetings.discussedPapers(member));
});
