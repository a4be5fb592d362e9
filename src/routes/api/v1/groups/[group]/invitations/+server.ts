import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import * as bodies from '#routes/api/bodies/people.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/invitations',
  {
    summary: 'Invitations that hold, newest first',
    scope: 'groups:read',
    answer: v.object({ invitations: v.array(shapes.Invitation) })
  },
  async ({ member }) => ({ invitations: await groups.invitations(member) })
);

export const POST = operation(
  'POST',
  '/groups/{group}/invitations',
  {
    summary: 'Make a link that lets people join; it is shown this once',
    scope: 'groups:write',
    body: bodies.Invitation,
    status: 201,
    answer: v.object({ link: v.string() })
  },
  async ({ member, body, url }) => ({ link: `${url.origin}/join/${await groups.invite(member, body)}` })
);
