import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { CodeForm } from '#accounts/accounts.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { attemptOf, enterWith, nextPage, visitor } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page((event) => {
  if (event.locals.account || !attemptOf(event)) redirect(303, nextPage(event.url));
});

export const actions: Actions = {
  default: action(async (event, form) => {
    const { code } = readForm(CodeForm, form);
    return enterWith(event, await accounts.finishSignIn(attemptOf(event), code, visitor(event)));
  })
};
