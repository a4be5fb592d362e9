import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { SignInForm } from '#accounts/accounts.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { enterWith, nextPage, visitor } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(({ locals, url }) => {
  if (locals.account) redirect(303, nextPage(url));
  return { done: url.searchParams.get('done'), next: nextPage(url), provider: accounts.providerName() };
});

export const actions: Actions = {
  default: action(async (event, form) => {
    const { email, password } = readForm(SignInForm, form);
    return enterWith(event, await accounts.signIn(email, password, visitor(event)));
  })
};
