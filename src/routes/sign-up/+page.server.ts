import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { SignUpForm } from '#accounts/accounts.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { enterWith, nextPage, userAgent } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => {
  if (locals.account) redirect(303, nextPage(url));
  return { first: await accounts.nobodyYet() };
});

export const actions: Actions = {
  default: action(async (event, form) => {
    const made = await accounts.register(readForm(SignUpForm, form));
    return enterWith(event, accounts.openSession(made.id, userAgent(event)));
  })
};
