import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { sweepActs } from '#accounts/auditing.server.ts';
import { sweepAttempts } from '#accounts/attempts.server.ts';
import { sweepDevices } from '#accounts/devices.server.ts';
import { sweepLinks } from '#accounts/links.server.ts';
import { resetJob } from '#accounts/resetting.server.ts';
import { isOpen } from '#accounts/standing.server.ts';
import { account, token } from '#accounts/schema.ts';
import { hashOfSecret, newSecret } from '#accounts/secrets.server.ts';
import { sweepSessions } from '#accounts/sessions.server.ts';
import { database } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import type { Job } from '#platform/jobs.server.ts';
import { Invalid } from '../failures.ts';

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
export { changeName, changePassword, chooseZone, hasPassword, zoneOf } from './settings.server.ts';
export { register, signUp, whoMaySignUp } from './signing-up.server.ts';
export { finishSignIn, proveAgain, signIn, type Entered, type SecondStep } from './signing-in.server.ts';

/** What accounts do by themselves: send links for new passwords, and forget what has run out. */
export const jobs: Job[] = [resetJob, { name: 'accounts.sweep', cron: '41 * * * *', run: sweep }];

async function sweep(): Promise<void> {
  await Promise.all([sweepSessions(), sweepLinks(), sweepAttempts(), sweepDevices(), sweepActs()]);
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

/** Makes a bearer token; its secret is shown this once. */
export async function createToken(email: string, label: string): Promise<{ id: string; token: string }> {
  const [owner] = await database()
    .select({ id: account.id })
    .from(account)
    .where(eq(sql`lower(${account.email})`, email.toLowerCase()));
  if (!owner) throw new Invalid({ email: `Nobody here has the address ${email}.` });
  const secret = `cq_${newSecret()}`;
  const id = newId();
  await database()
    .insert(token)
    .values({ id, accountId: owner.id, secretHash: hashOfSecret(secret), label });
  return { id, token: secret };
}

/** Whose bearer token this is. */
export async function accountOfToken(secret: string): Promise<Account | null> {
  const [found] = await database()
    .select({
      id: account.id,
      email: account.email,
      name: account.name,
      operatorSince: account.operatorSince
    })
    .from(token)
    .innerJoin(account, eq(account.id, token.accountId))
    .where(and(eq(token.secretHash, hashOfSecret(secret)), isNull(token.revokedAt), isOpen));
  if (!found) return null;
  return { id: found.id, email: found.email, name: found.name, isOperator: found.operatorSince !== null };
}
