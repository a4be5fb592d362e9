import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { NewPasswordForm } from '#accounts/accounts.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { forgetSession, keepDevice, mailedPage, visitor } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page((event) =>
  mailedPage(event, async () => ({ ...(await accounts.resetOf(event.params.token)), refusal: null }))
);

export const actions: Actions = {
  default: action(async (event, form) => {
    const { password } = readForm(NewPasswordForm, form);
    keepDevice(event, await accounts.reset(event.params.token ?? '', password, visitor(event)));
    forgetSession(event);
    redirect(303, '/sign-in?done=reset');
  })
};
