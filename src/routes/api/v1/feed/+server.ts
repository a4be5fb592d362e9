import * as v from 'valibot';
import * as feed from '#papers/feed.server.ts';
import { api, read } from '#routes/answer.server.ts';

const Query = v.object({
  date: v.pipe(v.string('Name a day: ?date=YYYY-MM-DD.'), v.isoDate('A day is written YYYY-MM-DD.'))
});

export const GET = api(async ({ url }) => {
  const { date } = read(Query, Object.fromEntries(url.searchParams));
  const papers = await feed.day(date);
  return {
    date,
    papers: papers.map(({ id, ...paper }) => ({ paperId: id, ...paper }))
  };
});
