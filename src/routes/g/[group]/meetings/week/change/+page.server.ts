import { redirect } from '@sveltejs/kit';
import { allow } from '#groups/permissions.ts';
import { CycleForm } from '#meetings/cycleforms.ts';
import { fieldsOf, usualCycle } from '#meetings/cycle.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as queue from '#queue/queue.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals }) => {
  const member = await locals.enter(params.group);
  allow(member, 'series.set');
  const rhythm = await meetings.rhythm(member);
  if (!rhythm) redirect(303, `/g/${params.group}/meetings/rhythm`);
  const cycle = rhythm.cycle ?? usualCycle;
  return {
    initial: fieldsOf(cycle),
    isSet: rhythm.cycle !== null,
    rrule: rhythm.rrule,
    startTime: rhythm.startTime.slice(0, 5),
    queues: (await queue.queues(member))
      .filter(({ closedAt }) => !closedAt)
      .map(({ id, name }) => ({ id, name })),
    foreseen: await meetings.foreseen(member, cycle)
  };
});

export const actions: Actions = {
  look: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const cycle = readForm(CycleForm, form);
    return { values: fieldsOf(cycle), foreseen: await meetings.foreseen(member, cycle) };
  }),

  set: action(async ({ params, locals }, form) => {
    await meetings.setCycle(await locals.enter(params.group), readForm(CycleForm, form));
    redirect(303, `/g/${params.group}/meetings/week`);
  })
};
