import * as queue from '#queue/queue.server.ts';
import { SnoozeForm } from '#queue/forms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/queue/{nomination}/snooze',
  { summary: 'Put a proposal out of sight until a day', scope: 'queue:write', body: SnoozeForm },
  ({ member, params, body }) => queue.snooze(member, params.nomination, body.until)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/queue/{nomination}/snooze',
  { summary: 'Take it into sight again before its day', scope: 'queue:write' },
  ({ member, params }) => queue.wake(member, params.nomination)
);
