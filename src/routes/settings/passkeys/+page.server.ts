import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { browserOf } from '#accounts/accounts.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { provenLately, visitor } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account } = await provenLately(event);
  event.depends('account:passkeys');
  return {
    passkeys: await accounts.passkeysOf(account),
    suggestion: browserOf(visitor(event).userAgent)
  };
});

export const actions: Actions = {
  remove: action(async (event, form) => {
    const { account } = await provenLately(event);
    await accounts.removePasskey(account, readForm(v.object({ passkey: v.string() }), form).passkey);
    redirect(303, '/settings/passkeys');
  })
};
