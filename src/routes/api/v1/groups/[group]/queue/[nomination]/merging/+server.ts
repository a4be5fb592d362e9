import * as queue from '#queue/queue.server.ts';
import { MergeForm } from '#queue/forms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/queue/{nomination}/merging',
  {
    summary: 'Make one of two proposals of the same work: this one goes into the other',
    scope: 'queue:write',
    body: MergeForm
  },
  ({ member, params, body }) => queue.merge(member, params.nomination, body.into)
);
