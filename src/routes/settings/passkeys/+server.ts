import * as accounts from '#accounts/accounts.server.ts';
import { PasskeyForm } from '#accounts/accounts.ts';
import { readJson, script } from '#routes/answer.server.ts';
import { attemptOf, mustBeProven } from '#routes/visiting.server.ts';
import type { RequestHandler } from './$types';

/** Keeps a new passkey. */
export const PUT: RequestHandler = script(async (event) => {
  const { account } = await mustBeProven(event);
  const made = await readJson(PasskeyForm, event.request);
  await accounts.addPasskey(account, attemptOf(event), made, event.url.origin);
  return {};
});
