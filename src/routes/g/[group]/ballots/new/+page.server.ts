import { redirect } from '@sveltejs/kit';
import * as ballots from '#ballots/ballots.server.ts';
import { OpeningForm } from '#ballots/ballots.ts';
import { allow } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as queue from '#queue/queue.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { shown } from '../../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:queue');
  const member = await locals.enter(params.group);
  allow(member, 'ballot.open');
  const [nominations, meeting] = await Promise.all([queue.waiting(member), meetings.next(member)]);
  return {
    nominations: nominations.map(shown),
    closesAt: ballots.defaultClosing(member.timezone, new Date(), meeting?.startsAt)
  };
});

export const actions: Actions = {
  default: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { title, nomination, closesAt, quorum } = readForm(OpeningForm, form);
    const { id } = await meetings.askGroup(member, {
      title,
      nominationIds: nomination,
      closesAt: ballots.closingTime(closesAt, member.timezone),
      quorum
    });
    redirect(303, `/g/${params.group}/ballots/${id}`);
  })
};
