import { redirect } from '@sveltejs/kit';
import * as cycle from '#cycle/cycle.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { StepChoice, StepNow } from '#meetings/cycleforms.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:meetings', 'group:ballots');
  const member = await locals.enter(params.group);
  const { cycle: set, ...week } = await meetings.week(member);
  const rhythm = await meetings.rhythm(member);
  return { ...week, isSet: set !== null, hasRhythm: rhythm !== null, pausedAt: rhythm?.pausedAt ?? null };
});

export const actions: Actions = {
  now: action(async ({ params, locals }, form) => {
    const { meeting, kind } = readForm(StepNow, form);
    await cycle.doNow(await locals.enter(params.group), meeting, kind);
    redirect(303, `/g/${params.group}/meetings/week`);
  }),

  undo: action(async ({ params, locals }, form) => {
    await cycle.undo(await locals.enter(params.group), readForm(StepChoice, form).step);
    redirect(303, `/g/${params.group}/meetings/week`);
  })
};
