import { redirect } from '@sveltejs/kit';
import { allow } from '#groups/permissions.ts';
import { HolidayChoice, HolidayForm, SeriesForm } from '#meetings/forms.ts';
import { readRule } from '#meetings/rhythm.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:meetings');
  const member = await locals.enter(params.group);
  allow(member, 'series.set');
  const today = meetings.wallClock(new Date(), member.timezone).date;
  const [current, holidays] = await Promise.all([meetings.rhythm(member), meetings.holidays(member)]);
  const { every, weekday } = readRule(current?.rrule ?? 'FREQ=WEEKLY;BYDAY=TH');
  return {
    current: current && {
      timezone: current.timezone,
      pausedAt: current.pausedAt
    },
    holidays,
    initial: {
      title: current?.title ?? 'Weekly meeting',
      every,
      weekday,
      startsOn: current?.nextOn ?? today,
      time: current?.startTime.slice(0, 5) ?? '18:00',
      duration: String(current?.durationMinutes ?? 60),
      place: current?.place ?? ''
    }
  };
});

export const actions: Actions = {
  look: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const rhythm = readForm(SeriesForm, form);
    const values = { ...rhythm, duration: String(rhythm.duration) };
    return { values, foreseen: await meetings.foreseenRhythm(member, rhythm) };
  }),

  set: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.setRhythm(member, readForm(SeriesForm, form));
    redirect(303, `/g/${params.group}/meetings`);
  }),

  pause: action(async ({ params, locals }) => {
    await meetings.pause(await locals.enter(params.group));
    redirect(303, `/g/${params.group}/meetings/rhythm`);
  }),

  resume: action(async ({ params, locals }) => {
    await meetings.resume(await locals.enter(params.group));
    redirect(303, `/g/${params.group}/meetings`);
  }),

  takeOff: action(async ({ params, locals }, form) => {
    await meetings.takeOff(await locals.enter(params.group), readForm(HolidayForm, form));
    redirect(303, `/g/${params.group}/meetings/rhythm`);
  }),

  giveBack: action(async ({ params, locals }, form) => {
    await meetings.giveBack(await locals.enter(params.group), readForm(HolidayChoice, form).holiday);
    redirect(303, `/g/${params.group}/meetings/rhythm`);
  })
};
