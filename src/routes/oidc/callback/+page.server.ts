import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import { page } from '#routes/answer.server.ts';
import { attemptOf, enterWith, keepAttempt, keepSession, visitor } from '#routes/visiting.server.ts';
import { invitedTo } from '../../sign-up/invited.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account, sessionId } = event.locals;
  const came = await accounts.identify(attemptOf(event), event.url);
  if (account && sessionId && came.intent === 'again') {
    keepSession(event, await accounts.proveByProvider(account, sessionId, came));
    redirect(303, came.next);
  }
  if (account) {
    keepAttempt(event, await accounts.offerConnection(account, came));
    redirect(303, '/oidc/connect');
  }
  const step = await accounts.signInAs(came, await invitedTo(came.next), visitor(event));
  if (!step) redirect(303, '/sign-in?done=letter');
  return enterWith(event, step, came.next);
});
