import * as groups from '#groups/groups.server.ts';
import * as bodies from '#routes/api/bodies/people.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/settings',
  { summary: 'What organisers set for the group', scope: 'groups:read', answer: shapes.Settings },
  ({ member }) => groups.settings(member)
);

export const PUT = operation(
  'PUT',
  '/groups/{group}/settings',
  {
    summary: 'Set the group’s name, zone, arXiv categories, and whether guests comment',
    scope: 'groups:write',
    body: bodies.Settings
  },
  ({ member, body }) => groups.change(member, body)
);
