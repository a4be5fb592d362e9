import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/requests',
  {
    summary: 'Who asks to join, oldest first',
    scope: 'groups:read',
    answer: v.object({ requests: v.array(shapes.Request) })
  },
  async ({ member }) => ({ requests: await groups.requests(member) })
);
