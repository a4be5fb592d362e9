import { redirect } from '@sveltejs/kit';
import { DigestForm } from '#cycle/cycle.ts';
import * as cycle from '#cycle/cycle.server.ts';
import * as groups from '#groups/groups.server.ts';
import { MailForm, QuietForm } from '#groups/forms.ts';
import { may } from '#groups/permissions.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const member = await event.locals.enter(event.params.group);
  const { account } = signedIn(event);
  const [own, shared, mails, quiet, digest] = await Promise.all([
    meetings.ownCalendar(account),
    meetings.groupCalendar(member),
    groups.mailsOf(member),
    groups.quietOf(account),
    cycle.oftenOf(member)
  ]);
  const addressOf = (key: string | null) => key && `${event.url.origin}/calendars/${key}.ics`;
  return {
    own: addressOf(own),
    shared: addressOf(shared),
    mails: may(member.role, 'meeting.answer') ? mails : null,
    digest,
    quiet: quiet && { ...quiet, from: quiet.from.slice(0, 5), until: quiet.until.slice(0, 5) },
    zones: Intl.supportedValuesOf('timeZone')
  };
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

  mails: action(async (event, form) => {
    const member = await event.locals.enter(event.params.group);
    const { often } = readForm(DigestForm, form);
    const others = readForm(MailForm, form).kinds.filter((kind) => kind !== 'digest');
    await groups.chooseMails(member, often === 'never' ? others : [...others, 'digest']);
    if (often !== 'never') await cycle.chooseOften(member, often);
    redirect(303, `/g/${event.params.group}/meetings/calendar`);
  }),

  quiet: action(async (event, form) => {
    await groups.setQuiet(signedIn(event).account, readForm(QuietForm, form));
    redirect(303, `/g/${event.params.group}/meetings/calendar`);
  }),

  noQuiet: action(async (event) => {
    await groups.setQuiet(signedIn(event).account, null);
    redirect(303, `/g/${event.params.group}/meetings/calendar`);
  }),

  closeShared: action(async ({ params, locals }) => {
    await meetings.closeGroupCalendar(await locals.enter(params.group));
    redirect(303, `/g/${params.group}/meetings/calendar`);
  })
};
