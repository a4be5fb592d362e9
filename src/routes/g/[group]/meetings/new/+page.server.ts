import { redirect } from '@sveltejs/kit';
import { allow } from '#groups/permissions.ts';
import { MeetingForm } from '#meetings/forms.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals }) => {
  const member = await locals.enter(params.group);
  allow(member, 'meeting.arrange');
  const { date } = meetings.wallClock(new Date(Date.now() + 86_400_000), member.timezone);
  return { initial: { title: 'Extra meeting', date, time: '18:00', duration: '60', place: '' } };
});

export const actions: Actions = {
  default: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { id } = await meetings.arrange(member, readForm(MeetingForm, form));
    redirect(303, `/g/${params.group}/meetings/${id}`);
  })
};
