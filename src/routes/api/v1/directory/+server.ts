import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, numbered, numberedPage } from '#routes/api/paging.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/directory',
  {
    summary: 'Groups one can find: listed ones, and those that one’s address lets one into',
    scope: 'groups:read',
    query: v.object(numbered),
    answer: v.object({ groups: v.array(shapes.Findable), next: Next })
  },
  async ({ account, query }) => {
    const { items: found, next } = await numberedPage(query.cursor, async (page) => {
      const { groups: items, hasMore } = await groups.findable(account, page);
      return { items, hasMore };
    });
    return { groups: found, next };
  }
);
