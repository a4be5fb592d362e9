import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/queue/{nomination}/interest',
  { summary: 'Say that one would like to discuss it', scope: 'queue:write' },
  ({ member, params }) => queue.showInterest(member, params.nomination)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/queue/{nomination}/interest',
  { summary: 'Take that back', scope: 'queue:write' },
  ({ member, params }) => queue.withdrawInterest(member, params.nomination)
);
