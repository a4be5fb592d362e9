import * as ballots from '#ballots/ballots.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/ballots.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/ballots/{ballot}',
  {
    summary: 'One ballot: its options, one’s own vote, and the counts once one may see them',
    scope: 'ballots:read',
    answer: shapes.Ballot
  },
  ({ member, params }) => ballots.view(member, params.ballot)
);
