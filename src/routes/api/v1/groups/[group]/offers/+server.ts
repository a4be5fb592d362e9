import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import * as bodies from '#routes/api/bodies/people.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/offers',
  {
    summary: 'Offers of the group that wait for their answer: owners see all, others their own',
    scope: 'groups:read',
    answer: v.object({ offers: v.array(shapes.Offer) })
  },
  async ({ member }) => ({ offers: await groups.offers(member) })
);

export const POST = operation(
  'POST',
  '/groups/{group}/offers',
  {
    summary: 'Offer the group to somebody in it, or ask them to own it together',
    scope: 'groups:write',
    body: bodies.Offer
  },
  ({ member, body }) => groups.offer(member, body.membership, body.shared)
);
