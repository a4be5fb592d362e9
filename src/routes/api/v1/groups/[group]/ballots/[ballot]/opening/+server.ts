import * as ballots from '#ballots/ballots.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/ballots/{ballot}/opening',
  { summary: 'Let voting begin now instead of later', scope: 'ballots:write' },
  ({ member, params }) => ballots.openNow(member, params.ballot)
);
