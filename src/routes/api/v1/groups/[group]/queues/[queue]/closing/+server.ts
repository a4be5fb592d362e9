import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/queues/{queue}/closing',
  { summary: 'Close a queue: it takes no more proposals', scope: 'queue:write' },
  ({ member, params }) => queue.closeQueue(member, params.queue)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/queues/{queue}/closing',
  { summary: 'Open it again', scope: 'queue:write' },
  ({ member, params }) => queue.reopenQueue(member, params.queue)
);
