import { redirect } from '@sveltejs/kit';
import * as feed from '#papers/feed.server.ts';
import { action, page } from '#routes/answer.server.ts';
import { placesOf, shownPaper } from '#routes/paperview.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import { NotFound } from '../../../failures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account } = signedIn(event);
  const { date } = event.params;
  if (!isDate(date)) throw new NotFound('This day');
  const [papers, around, health] = await Promise.all([feed.day(date), feed.daysAround(date), feed.health()]);
  const places = await placesOf(
    account,
    papers.map(({ id }) => id)
  );
  return {
    date,
    ...around,
    health,
    isOperator: account.isOperator,
    papers: papers.map(({ upvotes, aiSummary, aiSummaryModel, ...paper }) => ({
      ...shownPaper(paper),
      ...{ upvotes, aiSummary, aiSummaryModel },
      places: places.get(paper.id) ?? []
    }))
  };
});

export const actions: Actions = {
  sample: action(async (event) => {
    await feed.loadSample(signedIn(event).account);
    redirect(303, '/feed');
  })
};

function isDate(text: string): boolean {
  const moment = new Date(`${text}T00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(text)
  );
}
