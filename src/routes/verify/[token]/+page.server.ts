import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { action, page } from '#routes/answer.server.ts';
import { mailedPage } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

// Looking at the page changes nothing: programs that check mails open every link.
export const load: PageServerLoad = page((event) =>
  mailedPage(event, async () => {
    const { email, purpose } = await accounts.lookAtLink(event.params.token, ['verify', 'change']);
    return { email, purpose, refusal: null };
  })
);

export const actions: Actions = {
  default: action(async (event) => {
    await accounts.confirm(event.params.token ?? '');
    redirect(303, event.locals.account ? '/settings?done=verified' : '/sign-in?done=verified');
  })
};
