import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/meetings.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/absences',
  {
    summary: 'Who is away when, as far as it is not over',
    scope: 'meetings:read',
    answer: v.object({ absences: v.array(shapes.Absence) })
  },
  async ({ member }) => ({ absences: await meetings.absences(member) })
);

export const POST = operation(
  'POST',
  '/groups/{group}/absences',
  { summary: 'Say that one is away', scope: 'meetings:write', body: bodies.Away },
  ({ member, body }) => meetings.goAway(member, body)
);
