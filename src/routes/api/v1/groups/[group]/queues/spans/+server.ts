import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import * as bodies from '#routes/api/bodies/queue.ts';
import { operation } from '#routes/api/operation.server.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/queues/spans',
  {
    summary:
      'After how many weeks the group is asked about what nobody wants (null: never), and after how many more it leaves',
    scope: 'queue:read',
    answer: v.object({ askAfterWeeks: v.nullable(v.number()), leaveAfterWeeks: v.number() })
  },
  ({ member }) => queue.spans(member)
);

export const PUT = operation(
  'PUT',
  '/groups/{group}/queues/spans',
  { summary: 'Set these spans; `ask` 0 is never', scope: 'queue:write', body: bodies.Spans },
  ({ member, body }) =>
    queue.setSpans(member, { askAfterWeeks: body.ask || null, leaveAfterWeeks: body.leave })
);
