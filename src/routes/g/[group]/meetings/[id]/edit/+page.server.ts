import { redirect } from '@sveltejs/kit';
import { allow } from '#groups/permissions.ts';
import { MeetingForm } from '#meetings/forms.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals }) => {
  const member = await locals.enter(params.group);
  allow(member, 'meeting.arrange');
  const { id, title, startsAt, durationMinutes, place } = await meetings.view(member, params.id);
  const { date, time } = meetings.wallClock(startsAt, member.timezone);
  return { id, initial: { title, date, time, duration: String(durationMinutes), place } };
});

export const actions: Actions = {
  default: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.move(member, params.id, readForm(MeetingForm, form));
    redirect(303, `/g/${params.group}/meetings/${params.id}`);
  })
};
