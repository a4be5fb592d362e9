import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import { PlacingForm } from '#queue/forms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/queues/{queue}/place',
  {
    summary: 'Let a queue change places with its neighbour',
    scope: 'queue:write',
    body: v.pick(PlacingForm, ['to'])
  },
  ({ member, params, body }) => queue.placeQueue(member, params.queue, body.to)
);
