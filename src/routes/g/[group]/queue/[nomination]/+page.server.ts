import { redirect } from '@sveltejs/kit';
import * as queue from '#queue/queue.server.ts';
import { PitchForm } from '#queue/queue.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { NotFound } from '../../../../../failures.ts';
import { abstract, shown } from '../../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals }) => {
  const member = await locals.enter(params.group);
  const nomination = (await queue.waiting(member)).find(({ id }) => id === params.nomination);
  if (!nomination) throw new NotFound('This proposal');
  const text = await queue.abstractOf(member, nomination.id);
  return { nomination: shown(nomination), abstractHtml: text && abstract(text) };
});

export const actions: Actions = {
  pitch: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { pitch } = readForm(PitchForm, form);
    await queue.editPitch(member, params.nomination, pitch);
    redirect(303, `/g/${params.group}/queue#n-${params.nomination}`);
  }),

  withdraw: action(async ({ params, locals }) => {
    const member = await locals.enter(params.group);
    await queue.withdraw(member, params.nomination);
    redirect(303, `/g/${params.group}/queue`);
  })
};
