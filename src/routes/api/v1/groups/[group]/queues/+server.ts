import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import { QueueNameForm } from '#queue/forms.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Made } from '#routes/api/shapes/common.ts';
import * as shapes from '#routes/api/shapes/queue.ts';

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

export const POST = operation(
  'POST',
  '/groups/{group}/queues',
  {
    summary: 'Make a further queue, at the end of the others',
    scope: 'queue:write',
    body: QueueNameForm,
    status: 201,
    answer: Made
  },
  async ({ member, body }) => ({ id: await queue.makeQueue(member, body.name) })
);
