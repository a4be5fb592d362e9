import * as ballots from '#ballots/ballots.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/ballots/{ballot}/options/{nomination}/lead',
  { summary: 'Offer to lead an option if it is chosen', scope: 'ballots:write' },
  ({ member, params }) => ballots.offerToLead(member, params.ballot, params.nomination, true)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/ballots/{ballot}/options/{nomination}/lead',
  { summary: 'Take that offer back', scope: 'ballots:write' },
  ({ member, params }) => ballots.offerToLead(member, params.ballot, params.nomination, false)
);
