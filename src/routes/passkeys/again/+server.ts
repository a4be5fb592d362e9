import * as accounts from '#accounts/accounts.server.ts';
import { PasskeyAnswer } from '#accounts/accounts.ts';
import { readJson, script } from '#routes/answer.server.ts';
import { attemptOf, keepSession, signedIn } from '#routes/visiting.server.ts';
import type { RequestHandler } from './$types';

/** Shows again who one is. */
export const POST: RequestHandler = script(async (event) => {
  const { account, sessionId } = signedIn(event);
  const { response } = await readJson(PasskeyAnswer, event.request);
  const attemptId = attemptOf(event);
  keepSession(
    event,
    await accounts.proveByPasskey(account, sessionId, attemptId, response, event.url.origin)
  );
  return {};
});
