import * as groups from '#groups/groups.server.ts';
import * as bodies from '#routes/api/bodies/people.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/offers/{offer}',
  { summary: 'Answer an offer made to oneself', scope: 'groups:write', body: bodies.Verdict },
  ({ member, params, body }) => groups.answerOffer(member, params.offer, body.accept)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/offers/{offer}',
  { summary: 'Take an offer back', scope: 'groups:write' },
  ({ member, params }) => groups.withdrawOffer(member, params.offer)
);
