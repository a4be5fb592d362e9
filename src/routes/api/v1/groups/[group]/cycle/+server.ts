import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/week.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/week.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/cycle',
  {
    summary: 'What happens by itself before each meeting of the rhythm; null until somebody said so',
    scope: 'meetings:read',
    answer: v.object({ cycle: v.nullable(shapes.Cycle) })
  },
  async ({ member }) => ({ cycle: (await meetings.rhythm(member))?.cycle ?? null })
);

export const PUT = operation(
  'PUT',
  '/groups/{group}/cycle',
  {
    summary: 'Set what happens by itself; a step that is null is left out',
    scope: 'meetings:write',
    body: bodies.Cycle
  },
  ({ member, body }) => meetings.setCycle(member, body)
);
