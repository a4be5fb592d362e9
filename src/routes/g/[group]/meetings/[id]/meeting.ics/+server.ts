import * as meetings from '#meetings/meetings.server.ts';
import { page } from '#routes/answer.server.ts';
import type { RequestHandler } from './$types';

/** One meeting for somebody's calendar. */
export const GET: RequestHandler = page(async ({ params, locals, url }) => {
  const member = await locals.enter(params.group);
  return new Response(await meetings.eventFile(member, params.id, url.origin), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="meeting.ics"',
      'cache-control': 'private, no-store'
    }
  });
});
