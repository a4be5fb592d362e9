import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/meetings/{meeting}/readers',
  {
    summary: 'Who has what is on the agenda to read, skimmed it or read it',
    scope: 'meetings:read',
    answer: v.object({ readers: v.array(shapes.Reader) })
  },
  async ({ member, params }) => ({ readers: await meetings.readersOf(member, params.meeting) })
);
