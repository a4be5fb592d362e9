import { redirect } from '@sveltejs/kit';
import * as meetings from '#meetings/meetings.server.ts';
import { action, page } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const member = await event.locals.enter(event.params.group);
  const [own, shared] = await Promise.all([
    meetings.ownCalendar(signedIn(event).account),
    meetings.groupCalendar(member)
  ]);
  const addressOf = (key: string | null) => key && `${event.url.origin}/calendars/${key}.ics`;
  return { own: addressOf(own), shared: addressOf(shared) };
});

export const actions: Actions = {
  openOwn: action(async (event) => {
    await meetings.openOwnCalendar(signedIn(event).account);
    redirect(303, `/g/${event.params.group}/meetings/calendar`);
  }),

  closeOwn: action(async (event) => {
    await meetings.closeOwnCalendar(signedIn(event).account);
    redirect(303, `/g/${event.params.group}/meetings/calendar`);
  }),

  openShared: action(async ({ params, locals }) => {
    await meetings.openGroupCalendar(await locals.enter(params.group));
    redirect(303, `/g/${params.group}/meetings/calendar`);
  }),

  closeShared: action(async ({ params, locals }) => {
    await meetings.closeGroupCalendar(await locals.enter(params.group));
    redirect(303, `/g/${params.group}/meetings/calendar`);
  })
};
