import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import { OrderingForm } from '#queue/forms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/queues/{queue}/order',
  {
    summary: 'Let a queue be sorted by hand, or by interest again',
    scope: 'queue:write',
    body: v.pick(OrderingForm, ['order'])
  },
  ({ member, params, body }) => queue.setOrder(member, params.queue, body.order)
);
