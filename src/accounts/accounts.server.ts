import { isNull } from 'drizzle-orm';
import { sweepActs } from '#accounts/auditing.server.ts';
import { sweepAttempts } from '#accounts/attempts.server.ts';
import { sweepDevices } from '#accounts/devices.server.ts';
import { sweepLinks } from '#accounts/links.server.ts';
import { resetJob } from '#accounts/resetting.server.ts';
import { sweepRepeatables } from '#accounts/repeating.server.ts';
import { account } from '#accounts/schema.ts';
import { sweepSessions } from '#accounts/sessions.server.ts';
import { sweepTokens } from '#accounts/tokens.server.ts';
import { database } from '#platform/database.server.ts';
import type { Job } from '#platform/jobs.server.ts';

export { askToChange, askToVerify, confirm, isVerified } from './address.server.ts';
export { askForDeletion, deletionsDue, erase, nameOfGone } from './deletion.server.ts';
export { list, reactivate, sendReset, suspend, type Listed } from './operating.server.ts';
export { isOpen } from './standing.server.ts';
export { actsHere, actsIn, record, type ActFilter, type Actor } from './auditing.server.ts';
export { attemptCookie } from './attempts.server.ts';
export { enrol, renewRecoveryCodes, secondFactorOf, turnOff, turnOn } from './authenticator.server.ts';
export { deviceCookie } from './devices.server.ts';
export {
  connect,
  disconnect,
  isConnected,
  offerConnection,
  offeredConnection,
  proveByProvider,
  signInAs
} from './identities.server.ts';
export { dismissOperator, endSessionsOf, nameOperator, operators } from './operators.server.ts';
export { addressOf, countLink, lookAtLink } from './links.server.ts';
export {
  addPasskey,
  askForPasskey,
  offerPasskey,
  passkeysOf,
  proveByPasskey,
  removePasskey,
  signInByPasskey
} from './passkeys.server.ts';
export { identify, providerName, visitProvider } from './provider.server.ts';
export { askForReset, reset, resetOf } from './resetting.server.ts';
export {
  accountOfSession,
  endOtherSessions,
  endSession,
  hashOfSession,
  isProven,
  openSession,
  sessionCookie,
  sessionIdIn,
  sessionsOf,
  signOut,
  type SignedIn
} from './sessions.server.ts';
export { letter } from './notices.server.ts';
export { claim, keepAnswer, release, type Given, type Repeatable } from './repeating.server.ts';
export { changeName, changePassword, chooseZone, hasPassword } from './settings.server.ts';
export { makeAccount, register, signUp, whoMaySignUp } from './signing-up.server.ts';
export {
  bearerOf,
  createToken,
  makeToken,
  revokeToken,
  tokensOf,
  type Bearer,
  type TokenCard
} from './tokens.server.ts';
export { finishSignIn, proveAgain, signIn, type Entered, type SecondStep } from './signing-in.server.ts';

/** What accounts do by themselves: send links for new passwords, and forget what has run out. */
export const jobs: Job[] = [resetJob, { name: 'accounts.sweep', cron: '41 * * * *', run: sweep }];

async function sweep(): Promise<void> {
  await Promise.all([
    sweepSessions(),
    sweepLinks(),
    sweepAttempts(),
    sweepDevices(),
    sweepTokens(),
    sweepRepeatables(),
    sweepActs()
  ]);
}

/** Whether this installation has no account yet. */
export async function nobodyYet(): Promise<boolean> {
  const [anyone] = await database().select({ id: account.id }).from(account).limit(1);
  return anyone === undefined;
}

/** How many accounts there are. */
export function count(): Promise<number> {
  return database().$count(account, isNull(account.deletedAt));
}
