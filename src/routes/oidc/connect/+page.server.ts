import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { action, page } from '#routes/answer.server.ts';
import { attemptOf, provenLately, signedIn } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account } = signedIn(event);
  const { name, email } = await accounts.offeredConnection(account, attemptOf(event));
  return { provider: accounts.providerName(), mine: account.email, name, email };
});

export const actions: Actions = {
  default: action(async (event) => {
    const { account } = await provenLately(event);
    await accounts.connect(account, attemptOf(event));
    redirect(303, '/settings?done=connected');
  })
};
