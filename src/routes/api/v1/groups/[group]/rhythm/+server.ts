import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/meetings.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/rhythm',
  {
    summary: 'When the group meets, if it has a rhythm',
    scope: 'meetings:read',
    answer: v.object({ rhythm: v.nullable(shapes.Rhythm) })
  },
  async ({ member }) => ({ rhythm: await meetings.rhythm(member) })
);

export const PUT = operation(
  'PUT',
  '/groups/{group}/rhythm',
  { summary: 'Set the rhythm', scope: 'meetings:write', body: bodies.Series },
  ({ member, body }) => meetings.setRhythm(member, body)
);
