import { redirect } from '@sveltejs/kit';
import * as ballots from '#ballots/ballots.server.ts';
import { allow } from '#groups/permissions.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { action, page } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:ballots');
  const member = await locals.enter(params.group);
  allow(member, 'ballot.close');
  const { id, title, closesAt, closedAt, quorum, voted, eligible } = await ballots.view(
    member,
    params.ballot
  );
  if (closedAt) redirect(303, `/g/${params.group}/ballots/${id}`);
  return { ballot: { id, title, closesAt, quorum, voted, eligible } };
});

export const actions: Actions = {
  default: action(async ({ params, locals }) => {
    const member = await locals.enter(params.group);
    const { already } = await meetings.closeBallot(member, params.ballot);
    redirect(303, `/g/${params.group}/ballots/${params.ballot}${already ? '?already' : ''}`);
  })
};
