import * as groups from '#groups/groups.server.ts';
import * as bodies from '#routes/api/bodies/people.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/invitations/letters',
  { summary: 'Invite people by mail', scope: 'groups:write', body: bodies.Letters },
  ({ member, body }) => groups.inviteByMail(member, body)
);
