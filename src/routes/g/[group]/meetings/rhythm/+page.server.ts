import { redirect } from '@sveltejs/kit';
import { allow } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { SeriesForm, weekdayOf } from '#meetings/meetings.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:meetings');
  const member = await locals.enter(params.group);
  allow(member, 'series.set');
  const today = meetings.wallClock(new Date(), member.timezone).date;
  const current = await meetings.rhythm(member);
  return {
    hasRhythm: current !== null,
    initial: {
      title: current?.title ?? 'Weekly meeting',
      weekday: current ? weekdayOf(current.rrule) : 'TH',
      startsOn: today,
      time: current?.startTime.slice(0, 5) ?? '18:00',
      duration: String(current?.durationMinutes ?? 60),
      place: current?.place ?? ''
    }
  };
});

export const actions: Actions = {
  default: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.setRhythm(member, readForm(SeriesForm, form));
    redirect(303, `/g/${params.group}/meetings`);
  })
};
