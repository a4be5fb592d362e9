import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/queue/{nomination}/lead-wanted',
  { summary: 'Say that somebody is looked for who leads it', scope: 'queue:write' },
  ({ member, params }) => queue.lookForLead(member, params.nomination)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/queue/{nomination}/lead-wanted',
  { summary: 'Say that nobody is looked for any more', scope: 'queue:write' },
  ({ member, params }) => queue.lookForLead(member, params.nomination, false)
);
