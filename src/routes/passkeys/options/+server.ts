import * as accounts from '#accounts/accounts.server.ts';
import { script } from '#routes/answer.server.ts';
import { keepAttempt } from '#routes/visiting.server.ts';
import type { RequestHandler } from './$types';

/** The challenge for signing in. */
export const POST: RequestHandler = script(async (event) => {
  const { options, attemptId } = await accounts.askForPasskey(event.url.origin, event.getClientAddress());
  keepAttempt(event, attemptId);
  return options;
});
