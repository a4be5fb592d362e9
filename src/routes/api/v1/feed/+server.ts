import * as v from 'valibot';
import * as feed from '#papers/feed.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, pageOf, pages } from '#routes/api/paging.ts';
import * as shapes from '#routes/api/shapes/papers.ts';

const Query = v.object({
  ...pages(500, 2000),
  date: v.pipe(v.string('Name a day: ?date=YYYY-MM-DD.'), v.isoDate('A day is written YYYY-MM-DD.'))
});

export const GET = operation(
  'GET',
  '/feed',
  {
    summary: 'The papers that sources listed on a day, most upvotes first',
    scope: 'papers:read',
    query: Query,
    answer: v.object({ date: v.string(), papers: v.array(shapes.FeedPaper), next: Next })
  },
  async ({ query }) => {
    const { items, next } = pageOf(await feed.day(query.date), query, ({ id }) => id);
    return { date: query.date, papers: items.map(({ id, ...paper }) => ({ paperId: id, ...paper })), next };
  }
);
