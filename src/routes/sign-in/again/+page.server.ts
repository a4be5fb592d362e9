import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { keepSession, nextPage, signedIn, visitor } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account } = signedIn(event);
  const [hasPassword, { since }, passkeys, connected] = await Promise.all([
    accounts.hasPassword(account),
    accounts.secondFactorOf(account),
    accounts.passkeysOf(account),
    accounts.isConnected(account)
  ]);
  return {
    email: account.email,
    hasPassword,
    asksForCode: since !== null,
    hasPasskeys: passkeys.length > 0,
    provider: connected ? accounts.providerName() : null,
    next: nextPage(event.url)
  };
});

const ProofForm = v.object({ password: v.string(), code: v.optional(v.string(), '') });

export const actions: Actions = {
  default: action(async (event, form) => {
    const { account, sessionId } = signedIn(event);
    const proof = readForm(ProofForm, form);
    keepSession(event, await accounts.proveAgain(account, sessionId, proof, visitor(event)));
    redirect(303, nextPage(event.url));
  })
};
