import * as queue from '#queue/queue.server.ts';
import { QueueNameForm } from '#queue/forms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PATCH = operation(
  'PATCH',
  '/groups/{group}/queues/{queue}',
  { summary: 'Call a queue otherwise', scope: 'queue:write', body: QueueNameForm },
  ({ member, params, body }) => queue.renameQueue(member, params.queue, body.name)
);
