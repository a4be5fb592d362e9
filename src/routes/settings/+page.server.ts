import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { browserOf, NameForm, PasswordForm, ZoneForm } from '#accounts/accounts.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { keepSession, provenLately, signedIn, visitor } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking them up takes most of a millisecond. */
const zones = Intl.supportedValuesOf('timeZone');

export const load: PageServerLoad = page(async (event) => {
  event.depends('account');
  const { account, sessionId } = signedIn(event);
  const [sessions, verified, hasPassword, secondFactor, passkeys, connected] = await Promise.all([
    accounts.sessionsOf(account, sessionId),
    accounts.isVerified(account),
    accounts.hasPassword(account),
    accounts.secondFactorOf(account),
    accounts.passkeysOf(account),
    accounts.isConnected(account)
  ]);
  return {
    name: account.name,
    timezone: account.timezone ?? '',
    zones,
    email: account.email,
    verified,
    hasPassword,
    passkeys: passkeys.length,
    provider: accounts.providerName(),
    connected,
    asksForCode: secondFactor.since !== null,
    sessions: sessions.map(({ userAgent, ...session }) => ({ ...session, browser: browserOf(userAgent) })),
    done: event.url.searchParams.get('done')
  };
});

export const actions: Actions = {
  name: action(async (event, form) => {
    await accounts.changeName(signedIn(event).account, readForm(NameForm, form).name);
    redirect(303, '/settings?done=name');
  }),

  zone: action(async (event, form) => {
    const { timezone } = readForm(ZoneForm, form);
    await accounts.chooseZone(signedIn(event).account, timezone || null);
    redirect(303, '/settings?done=zone');
  }),

  password: action(async (event, form) => {
    const { account, sessionId } = signedIn(event);
    const passwords = readForm(PasswordForm, form);
    keepSession(event, await accounts.changePassword(account, sessionId, passwords, visitor(event)));
    redirect(303, '/settings?done=password');
  }),

  verify: action(async (event) => {
    await accounts.askToVerify(signedIn(event).account);
    redirect(303, '/settings?done=letter');
  }),

  disconnect: action(async (event) => {
    await accounts.disconnect((await provenLately(event)).account);
    redirect(303, '/settings?done=disconnected');
  }),

  endSession: action(async (event, form) => {
    const { session } = readForm(v.object({ session: v.string() }), form);
    await accounts.endSession(signedIn(event).account, session);
    redirect(303, '/settings');
  }),

  endOthers: action(async (event) => {
    const { account, sessionId } = signedIn(event);
    await accounts.endOtherSessions(account, sessionId);
    redirect(303, '/settings?done=others');
  })
};
