import * as accounts from '#accounts/accounts.server.ts';
import { PasskeyAnswer } from '#accounts/accounts.ts';
import { readJson, script } from '#routes/answer.server.ts';
import { attemptOf, keepDevice, keepSession, visitor } from '#routes/visiting.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = script(async (event) => {
  const { response } = await readJson(PasskeyAnswer, event.request);
  const entered = await accounts.signInByPasskey(
    attemptOf(event),
    response,
    event.url.origin,
    visitor(event)
  );
  keepSession(event, entered);
  keepDevice(event, entered.device);
  return {};
});
