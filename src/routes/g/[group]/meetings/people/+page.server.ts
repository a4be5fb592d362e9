import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { AbsenceChoice, AwayForm } from '#meetings/forms.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

const PageNumber = v.fallback(
  v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(10_000)),
  1
);

export const load: PageServerLoad = page(async ({ params, locals, url, depends }) => {
  depends('group:meetings', 'group:members');
  const member = await locals.enter(params.group);
  const number = v.parse(PageNumber, url.searchParams.get('page') ?? '1');
  const [turns, absences, past] = await Promise.all([
    meetings.turns(member),
    meetings.absences(member),
    meetings.gatherings(member, number)
  ]);
  return { turns, absences, ...past, page: number };
});

export const actions: Actions = {
  away: action(async ({ params, locals }, form) => {
    await meetings.goAway(await locals.enter(params.group), readForm(AwayForm, form));
    redirect(303, `/g/${params.group}/meetings/people`);
  }),

  back: action(async ({ params, locals }, form) => {
    await meetings.comeBack(await locals.enter(params.group), readForm(AbsenceChoice, form).absence);
    redirect(303, `/g/${params.group}/meetings/people`);
  })
};
