import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, numbered, numberedPage } from '#routes/api/paging.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';

const Query = v.object({
  ...numbered,
  words: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), '')
});

export const GET = operation(
  'GET',
  '/groups/{group}/archive',
  {
    summary: 'What was discussed when, newest first; `words` keeps meetings that have them',
    scope: 'meetings:read',
    query: Query,
    answer: v.object({ discussions: v.array(shapes.Discussion), next: Next })
  },
  async ({ member, query: { cursor, words } }) => {
    const { items: discussions, next } = await numberedPage(cursor, async (page) => {
      const { discussions: items, hasMore } = await meetings.archive(member, { words, page });
      return { items, hasMore };
    });
    return { discussions, next };
  }
);
