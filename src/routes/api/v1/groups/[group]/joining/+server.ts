import * as groups from '#groups/groups.server.ts';
import * as bodies from '#routes/api/bodies/people.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/joining',
  {
    summary: 'Who may find the group and join it, and what everybody sees of it',
    scope: 'groups:read',
    answer: shapes.Openness
  },
  ({ member }) => groups.openness(member)
);

export const PUT = operation(
  'PUT',
  '/groups/{group}/joining',
  {
    summary: 'Set who may find the group, ask to join, or come in by their address',
    scope: 'groups:write',
    body: bodies.Joining
  },
  ({ member, body }) => groups.setJoining(member, body)
);
