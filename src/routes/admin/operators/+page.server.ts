import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { AddressForm } from '#accounts/accounts.ts';
import { govern } from '#accounts/operators.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { provenLately, signedIn } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account } = signedIn(event);
  return { me: account.id, operators: await accounts.operators(account) };
});

export const actions: Actions = {
  name: action(async (event, form) => {
    const { email } = readForm(AddressForm, form);
    govern(signedIn(event).account, 'installation.operators');
    await accounts.nameOperator((await provenLately(event)).account, email);
    redirect(303, '/admin/operators');
  }),

  dismiss: action(async (event, form) => {
    const { operator } = readForm(v.object({ operator: v.string() }), form);
    await accounts.dismissOperator(signedIn(event).account, operator);
    redirect(303, '/admin/operators');
  })
};
