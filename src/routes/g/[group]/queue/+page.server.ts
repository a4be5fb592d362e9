import { redirect } from '@sveltejs/kit';
import * as meetings from '#meetings/meetings.server.ts';
import * as queue from '#queue/queue.server.ts';
import { localPath, NominationForm, PointForm, type Waiting } from '#queue/queue.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { dayOf, shown } from '../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:queue', 'group:meetings');
  const member = await locals.enter(params.group);
  const [nominations, locks, happened] = await Promise.all([
    queue.waiting(member),
    queue.locks(member),
    meetings.happenedLately(member)
  ]);
  return { locks, happened, nominations: nominations.map((one) => row(one, member.timezone)) };
});

export const actions: Actions = {
  nominate: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { paper, pitch, back } = readForm(NominationForm, form);
    const { nominationId } = await queue.nominate(member, paper, pitch);
    redirect(303, localPath(back) ?? placeOf(params.group, nominationId));
  }),

  showInterest: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { nomination } = readForm(PointForm, form);
    await queue.showInterest(member, nomination);
    redirect(303, placeOf(params.group, nomination));
  }),

  withdrawInterest: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { nomination } = readForm(PointForm, form);
    await queue.withdrawInterest(member, nomination);
    redirect(303, placeOf(params.group, nomination));
  })
};

function placeOf(groupSlug: string, nominationId: string): string {
  return `/g/${groupSlug}/queue#n-${nominationId}`;
}

/** Fifty of these are one page: what a row does not show does not travel. */
function row(nomination: Waiting, timezone: string) {
  const { id, paperId, titleHtml, byline, pitchHtml, proposer, own, interest, interested, hasAbstract } =
    shown(nomination);
  const proposedOn = dayOf(nomination.proposedAt, timezone);
  return {
    id,
    paperId,
    newVersion: nomination.newVersion,
    titleHtml,
    byline,
    pitchHtml,
    proposer,
    own,
    proposedOn,
    interest,
    interested,
    hasAbstract
  };
}
