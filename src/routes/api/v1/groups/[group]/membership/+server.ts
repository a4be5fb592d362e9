import * as groups from '#groups/groups.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/membership',
  { summary: 'Leave the group', scope: 'groups:write' },
  ({ member }) => groups.leave(member)
);
