import * as ballots from '#ballots/ballots.server.ts';
import { page } from '#routes/answer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:ballots');
  const member = await locals.enter(params.group);
  const all = await ballots.list(member);
  const now = new Date();
  const open = all.filter(({ closedAt }) => closedAt === null);
  return {
    open: open.filter(({ opensAt }) => opensAt <= now),
    toCome: open.filter(({ opensAt }) => opensAt > now),
    closed: all.filter(({ closedAt }) => closedAt !== null)
  };
});
