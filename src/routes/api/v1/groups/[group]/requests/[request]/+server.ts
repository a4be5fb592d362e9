import * as groups from '#groups/groups.server.ts';
import * as bodies from '#routes/api/bodies/people.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/requests/{request}',
  { summary: 'Let somebody in who asked, or decline', scope: 'groups:write', body: bodies.Verdict },
  ({ member, params, body }) => groups.answerRequest(member, params.request, body.accept)
);
