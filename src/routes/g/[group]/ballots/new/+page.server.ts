import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as ballots from '#ballots/ballots.server.ts';
import { OpeningForm } from '#ballots/forms.ts';
import { rulesIn } from '#ballots/rules.ts';
import { allow } from '#groups/permissions.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as queue from '#queue/queue.server.ts';
import { action, page, read, readForm } from '#routes/answer.server.ts';
import { shown } from '../../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Search = v.object({ queue: v.optional(v.pipe(v.string(), v.maxLength(16))) });

export const load: PageServerLoad = page(async ({ params, locals, url, depends }) => {
  depends('group:queue');
  const member = await locals.enter(params.group);
  allow(member, 'ballot.open');
  const { queue: queueId } = read(Search, Object.fromEntries(url.searchParams));
  const [{ queue: from, queues, nominations }, meetsAt] = await Promise.all([
    queue.queueView(member, { queueId }),
    meetings.nextUndecided(member)
  ]);
  const atTheVote = await ballots.underVote(nominations.map(({ id }) => id));
  return {
    queueId: from.id,
    queues: queues.filter(({ closedAt }) => !closedAt),
    nominations: nominations.map((one) => ({ ...shown(one), isAtTheVote: atTheVote.has(one.id) })),
    closesAt: ballots.defaultClosing(member.timezone, new Date(), meetsAt ?? undefined)
  };
});

export const actions: Actions = {
  default: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const opening = readForm(OpeningForm, form);
    const closesAt = ballots.closingTime(opening.closesAt, member.timezone);
    const { id } = await meetings.askGroup(member, {
      title: opening.title,
      nominationIds: opening.nomination,
      opensAt: ballots.openingTime(opening.opensAt, member.timezone),
      closesAt,
      remindsAt: opening.remind > 0 ? new Date(closesAt.getTime() - opening.remind * 3_600_000) : null,
      quorum: opening.quorum,
      seats: opening.seats,
      rules: rulesIn(opening)
    });
    redirect(303, `/g/${params.group}/ballots/${id}`);
  })
};
