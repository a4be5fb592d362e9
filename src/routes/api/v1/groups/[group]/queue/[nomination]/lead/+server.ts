import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/queue/{nomination}/lead',
  { summary: 'Offer to lead it if it is chosen', scope: 'queue:write' },
  ({ member, params }) => queue.offerLead(member, params.nomination)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/queue/{nomination}/lead',
  { summary: 'Take the offer back', scope: 'queue:write' },
  ({ member, params }) => queue.offerLead(member, params.nomination, false)
);
