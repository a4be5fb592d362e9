import * as meetings from '#meetings/meetings.server.ts';
import { page } from '#routes/answer.server.ts';
import type { RequestHandler } from './$types';

/** A calendar for whoever has its address: programs that subscribe do not sign in. */
export const GET: RequestHandler = page(async ({ params, url }) => {
  return new Response(await meetings.calendarAt(params.key, url.origin), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="meetings.ics"',
      'cache-control': 'private, max-age=300',
      'x-robots-tag': 'noindex, nofollow'
    }
  });
});
