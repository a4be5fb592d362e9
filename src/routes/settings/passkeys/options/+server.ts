import * as accounts from '#accounts/accounts.server.ts';
import { script } from '#routes/answer.server.ts';
import { keepAttempt, mustBeProven } from '#routes/visiting.server.ts';
import type { RequestHandler } from './$types';

/** The challenge for a new passkey. */
export const POST: RequestHandler = script(async (event) => {
  const { account } = await mustBeProven(event);
  const { options, attemptId } = await accounts.offerPasskey(account, event.url.origin);
  keepAttempt(event, attemptId);
  return options;
});
