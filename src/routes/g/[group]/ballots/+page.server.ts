import * as ballots from '#ballots/ballots.server.ts';
import { page } from '#routes/answer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:ballots');
  const member = await locals.enter(params.group);
  const all = await ballots.list(member);
  return {
    open: all.filter(({ closedAt }) => closedAt === null),
    closed: all.filter(({ closedAt }) => closedAt !== null)
  };
});
