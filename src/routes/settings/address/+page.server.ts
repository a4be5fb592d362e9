import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { AddressForm } from '#accounts/accounts.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { provenLately } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account } = await provenLately(event);
  return { email: account.email };
});

export const actions: Actions = {
  default: action(async (event, form) => {
    const { account } = await provenLately(event);
    await accounts.askToChange(account, readForm(AddressForm, form).email);
    redirect(303, '/settings?done=address');
  })
};
