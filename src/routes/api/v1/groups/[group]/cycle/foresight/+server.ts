import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/week.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/week.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/cycle/foresight',
  {
    summary: 'What a cycle would do for the meetings to come, if it were set now; nothing changes',
    scope: 'meetings:read',
    body: bodies.Cycle,
    answer: v.object({ meetings: v.array(shapes.ForeseenMeeting) })
  },
  async ({ member, body }) => ({ meetings: await meetings.foreseen(member, body) })
);
