import * as ballots from '#ballots/ballots.server.ts';
import * as bodies from '#routes/api/bodies/ballots.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/ballots/{ballot}/vote',
  {
    summary: 'Vote, or vote anew, until the ballot closes: marks by nomination, or none: true',
    scope: 'ballots:write',
    body: bodies.Vote
  },
  ({ member, params, body }) => ballots.cast(member, params.ballot, body)
);
