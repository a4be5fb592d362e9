import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/queue/{nomination}/return',
  {
    summary: 'Bring back a proposal that left; one that was merged parts from the other again',
    scope: 'queue:write'
  },
  ({ member, params }) => queue.bringBack(member, params.nomination)
);
