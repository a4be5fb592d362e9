import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/queues',
  {
    summary: 'The group’s queues in their order',
    scope: 'queue:read',
    answer: v.object({ queues: v.array(shapes.Queue) })
  },
  async ({ member }) => ({
    queues: (await queue.queues(member)).map(({ id, ...rest }) => ({ queueId: id, ...rest }))
  })
);
