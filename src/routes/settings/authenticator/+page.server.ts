import { redirect } from '@sveltejs/kit';
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import * as accounts from '#accounts/accounts.server.ts';
import { CodeForm } from '#accounts/accounts.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { provenLately } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account } = await provenLately(event);
  event.setHeaders({ 'cache-control': 'no-store' });
  const { since, left, enrolment } = await accounts.secondFactorOf(account);
  return { since, left, enrolment: enrolment && { ...enrolment, picture: pictureOf(enrolment.uri) } };
});

function pictureOf(uri: string): { path: string; size: number } {
  const code = generate(uri);
  return { path: toSvgPath(code), size: code.size };
}

export const actions: Actions = {
  begin: action(async (event) => {
    await accounts.enrol((await provenLately(event)).account);
    redirect(303, '/settings/authenticator');
  }),

  turnOn: action(async (event, form) => {
    const { account } = await provenLately(event);
    return { codes: await accounts.turnOn(account, readForm(CodeForm, form).code) };
  }),

  renewCodes: action(async (event) => {
    return { codes: await accounts.renewRecoveryCodes((await provenLately(event)).account) };
  }),

  turnOff: action(async (event) => {
    await accounts.turnOff((await provenLately(event)).account);
    redirect(303, '/settings?done=authenticator');
  })
};
