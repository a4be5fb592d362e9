import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/queue/{nomination}/twins',
  {
    summary: 'Proposals that wait with the title of this one: perhaps the same work',
    scope: 'queue:read',
    answer: v.object({
      twins: v.array(v.object({ id: v.string(), title: v.string(), proposer: v.string() }))
    })
  },
  async ({ member, params }) => ({ twins: await queue.twinsOf(member, params.nomination) })
);
