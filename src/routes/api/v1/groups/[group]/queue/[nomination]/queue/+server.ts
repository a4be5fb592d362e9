import * as queue from '#queue/queue.server.ts';
import { QueueForm } from '#queue/forms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/queue/{nomination}/queue',
  { summary: 'Move a proposal to another queue of the group', scope: 'queue:write', body: QueueForm },
  ({ member, params, body }) => queue.moveTo(member, params.nomination, body.queue)
);
