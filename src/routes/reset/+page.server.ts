import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { ResetForm } from '#accounts/accounts.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { visitor } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(({ locals, url }) => ({
  asked: url.searchParams.has('asked'),
  email: locals.account?.email
}));

export const actions: Actions = {
  default: action(async (event, form) => {
    await accounts.askForReset(readForm(ResetForm, form).email, visitor(event).address);
    redirect(303, '/reset?asked');
  })
};
