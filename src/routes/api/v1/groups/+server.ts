import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { GroupForm } from '#groups/forms.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/groups',
  {
    summary: 'The groups one belongs to, by name',
    scope: 'groups:read',
    answer: v.object({ groups: v.array(shapes.Group) })
  },
  async ({ account }) => ({ groups: await groups.groupsOf(account) })
);

export const POST = operation(
  'POST',
  '/groups',
  {
    summary: 'Make a group, and own it',
    scope: 'groups:write',
    body: GroupForm,
    status: 201,
    answer: v.object({ slug: v.string() })
  },
  async ({ account, body }) => ({ slug: await groups.found(account, body) })
);
