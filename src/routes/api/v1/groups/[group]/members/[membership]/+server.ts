import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { RoleForm } from '#groups/forms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PATCH = operation(
  'PATCH',
  '/groups/{group}/members/{membership}',
  {
    summary: 'Give somebody another role',
    scope: 'groups:write',
    body: v.pick(RoleForm, ['role'])
  },
  ({ member, params, body }) => groups.changeRole(member, params.membership, body.role)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/members/{membership}',
  { summary: 'Remove somebody, or leave oneself', scope: 'groups:write' },
  ({ member, params }) =>
    params.membership === member.membershipId
      ? groups.leave(member)
      : groups.remove(member, params.membership)
);
