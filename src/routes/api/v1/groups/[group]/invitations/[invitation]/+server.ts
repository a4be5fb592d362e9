import * as groups from '#groups/groups.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/invitations/{invitation}',
  { summary: 'Make an invitation useless', scope: 'groups:write' },
  ({ member, params }) => groups.revoke(member, params.invitation)
);
