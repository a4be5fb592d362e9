import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/meetings.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/week.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/rhythm/foresight',
  {
    summary: 'What another rhythm would do with the meetings to come, if it were set now; nothing changes',
    scope: 'meetings:read',
    body: bodies.Series,
    answer: v.object({ meetings: v.array(shapes.ChangedMeeting) })
  },
  async ({ member, body }) => ({ meetings: await meetings.foreseenRhythm(member, body) })
);
