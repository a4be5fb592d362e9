import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { SignUpForm } from '#accounts/accounts.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { enterWith, nextPage, visitor } from '#routes/visiting.server.ts';
import { invitedTo } from './invited.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url }) => {
  if (locals.account) redirect(303, nextPage(url));
  const [first, invited] = await Promise.all([accounts.nobodyYet(), invitedTo(nextPage(url))]);
  const provider = accounts.providerName();
  return { first, provider, next: nextPage(url), rule: first || invited ? null : accounts.whoMaySignUp() };
});

export const actions: Actions = {
  default: action(async (event, form) => {
    const person = readForm(SignUpForm, form);
    const next = nextPage(event.url);
    const entered = await accounts.signUp(person, await invitedTo(next), visitor(event));
    if (entered) return enterWith(event, entered);
    redirect(303, `/sign-in?done=letter&next=${encodeURIComponent(next)}`);
  })
};
