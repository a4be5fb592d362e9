import { redirect } from '@sveltejs/kit';
import * as meetings from '#meetings/meetings.server.ts';
import type { Listed } from '#meetings/meetings.ts';
import { SwapChoice } from '#meetings/forms.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { titleHtml } from '../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { shownSwap } from './swaps.server.ts';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:meetings', 'group:ballots');
  const member = await locals.enter(params.group);
  const [{ coming, past }, rhythm, swaps, happened] = await Promise.all([
    meetings.list(member),
    meetings.rhythm(member),
    meetings.openSwaps(member),
    meetings.happenedLately(member)
  ]);
  const next = coming.find(({ cancelledAt }) => !cancelledAt);
  // What is on the agenda is decided; else there may be something to vote on.
  const ballot = next && next.papers.length === 0 ? (await meetings.view(member, next.id)).ballot : null;
  return {
    ballot,
    swaps: swaps.map(shownSwap),
    happened,
    coming: coming.map(rendered),
    past: past.map(rendered),
    rhythm: rhythm && { rrule: rhythm.rrule, pausedAt: rhythm.pausedAt, runsByItself: rhythm.cycle !== null }
  };
});

export const actions: Actions = {
  acceptSwap: action(async ({ params, locals }, form) => {
    await meetings.acceptSwap(await locals.enter(params.group), readForm(SwapChoice, form).swap);
    redirect(303, `/g/${params.group}/meetings`);
  }),

  declineSwap: action(async ({ params, locals }, form) => {
    await meetings.declineSwap(await locals.enter(params.group), readForm(SwapChoice, form).swap);
    redirect(303, `/g/${params.group}/meetings`);
  })
};

function rendered(meeting: Listed) {
  return { ...meeting, papers: meeting.papers.map(titleHtml) };
}
