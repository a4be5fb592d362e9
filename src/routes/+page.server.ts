import * as accounts from '#accounts/accounts.server.ts';
import * as ballots from '#ballots/ballots.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import { page } from '#routes/answer.server.ts';
import type { PageServerLoad } from './$types';
import { titleHtml } from './g/[group]/rendered.server.ts';

export const load: PageServerLoad = page(async ({ locals, parent }) => {
  if (!locals.account) return { nobodyYet: await accounts.nobodyYet(), now: [], items: [] };
  const { groups } = await parent();
  const now = await Promise.all(groups.map((group) => happening(group, locals)));
  const items = await notes.itemsOf(locals.account);
  return { nobodyYet: false, now, items };
});

/** What a group has before it: its next meeting, and the ballots one can vote on. */
async function happening(group: { slug: string; name: string; timezone: string }, locals: App.Locals) {
  const member = await locals.enter(group.slug);
  const [meeting, listed] = await Promise.all([meetings.next(member), ballots.list(member)]);
  return {
    ...group,
    role: member.role,
    meeting: meeting && { ...meeting, papers: meeting.papers.map(titleHtml) },
    ballots: listed
      .filter(({ opensAt, closedAt }) => !closedAt && opensAt <= new Date())
      .map(({ id, title, closesAt, mine }) => ({ id, title, closesAt, mine }))
  };
}
