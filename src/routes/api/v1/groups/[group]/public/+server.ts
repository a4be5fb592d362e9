import * as groups from '#groups/groups.server.ts';
import * as bodies from '#routes/api/bodies/people.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/public',
  {
    summary: 'Set what everybody sees of the group, signed in or not',
    scope: 'groups:write',
    body: bodies.Public
  },
  ({ member, body }) => groups.setPublic(member, body)
);
