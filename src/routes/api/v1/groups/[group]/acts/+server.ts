import * as v from 'valibot';
import { actSubjects } from '#accounts/acts.ts';
import * as groups from '#groups/groups.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, numbered, numberedPage } from '#routes/api/paging.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/acts',
  {
    summary: 'What organisers did, newest first; of one subject such as `ballot`, if one is named',
    scope: 'groups:read',
    query: v.object({ ...numbered, subject: v.optional(v.picklist(actSubjects)) }),
    answer: v.object({ acts: v.array(shapes.Act), next: Next })
  },
  async ({ member, query }) => {
    const { items: acts, next } = await numberedPage(query.cursor, async (page) => {
      const { acts: items, hasMore } = await groups.acts(member, { subject: query.subject ?? null, page });
      return { items, hasMore };
    });
    return { acts, next };
  }
);
