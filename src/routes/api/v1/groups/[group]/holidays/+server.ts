import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/meetings.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/holidays',
  {
    summary: 'Days off that are not over, soonest first',
    scope: 'meetings:read',
    answer: v.object({ holidays: v.array(shapes.Holiday) })
  },
  async ({ member }) => ({ holidays: await meetings.holidays(member) })
);

export const POST = operation(
  'POST',
  '/groups/{group}/holidays',
  { summary: 'Take days off', scope: 'meetings:write', body: bodies.Days },
  ({ member, body }) => meetings.takeOff(member, body)
);
