import { redirect } from '@sveltejs/kit';
import * as queue from '#queue/queue.server.ts';
import { localPath, NominationForm, PitchForm, PointForm } from '#queue/queue.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { shown } from '../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:queue');
  const member = await locals.enter(params.group);
  const nominations = await queue.waiting(member);
  return { nominations: nominations.map(shown) };
});

export const actions: Actions = {
  nominate: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { paper, pitch, back } = readForm(NominationForm, form);
    const { nominationId } = await queue.nominate(member, paper, pitch);
    redirect(303, localPath(back) ?? placeOf(params.group, nominationId));
  }),

  withdraw: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { nomination } = readForm(PointForm, form);
    await queue.withdraw(member, nomination);
    redirect(303, `/g/${params.group}/queue`);
  }),

  pitch: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { nomination, pitch } = readForm(PitchForm, form);
    await queue.editPitch(member, nomination, pitch);
    redirect(303, placeOf(params.group, nomination));
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
