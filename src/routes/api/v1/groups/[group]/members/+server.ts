import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, pageOf, pages } from '#routes/api/paging.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/members',
  {
    summary: 'Everyone in the group: owners first, then by name',
    scope: 'groups:read',
    query: v.object(pages(200)),
    answer: v.object({ members: v.array(shapes.Member), next: Next })
  },
  async ({ member, query }) => {
    const { items, next } = pageOf(await groups.people(member), query, (one) => one.membershipId);
    return { members: items, next };
  }
);
