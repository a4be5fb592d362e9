import { eq, sql } from 'drizzle-orm';
import type { Account, Visitor } from '#accounts/accounts.ts';
import { postVerification } from '#accounts/address.server.ts';
import { begin, lookAt, take } from '#accounts/attempts.server.ts';
import { asksForCode, isRightCode } from '#accounts/authenticator.server.ts';
import { isKnown, newDevice, rememberDevice } from '#accounts/devices.server.ts';
import * as limits from '#accounts/limits.server.ts';
import { fits } from '#accounts/passwords.server.ts';
import { account } from '#accounts/schema.ts';
import { hashOfSecret } from '#accounts/secrets.server.ts';
import { openSession, renew, type SignedIn } from '#accounts/sessions.server.ts';
import { mustBeOpen } from '#accounts/standing.server.ts';
import { config } from '#platform/config.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { forgive, giveBack, networkOf, spend, type Limit } from '#platform/limits.server.ts';
import { log } from '#platform/log.server.ts';
import { Conflict, Invalid } from '../failures.ts';

/** A sign-in that is done, with the id of its browser for the device cookie. */
export interface Entered extends SignedIn {
  device: string;
}

/** A sign-in that waits for its second factor; the id goes into the attempt cookie. */
export interface SecondStep {
  attemptId: string;
}

const nowhere: Visitor = { userAgent: '', address: '', device: null };

/**
 * Signs in by password.
 * @throws Invalid, the same for an unknown address and a wrong password, after the same time; TooMany
 */
export async function signIn(
  email: string,
  password: string,
  visitor: Visitor = nowhere
): Promise<Entered | SecondStep> {
  const owner = await checkPassword(email, password, visitor);
  if (!owner) throw new Invalid({ password: 'Address and password do not belong together.' });
  await mustBeVerified(owner);
  return goOn(owner.id, visitor);
}

/** The next step for somebody whose first factor was right. */
export async function goOn(accountId: string, visitor: Visitor): Promise<Entered | SecondStep> {
  if (await asksForCode(accountId)) return { attemptId: await begin('second factor', { accountId }) };
  return enter(accountId, visitor);
}

/**
 * Opens a session for somebody who has shown who they are, in a browser that is known from now on. Whoever asked for
 * their account to be deleted has come back by it.
 * @throws Forbidden while the account is suspended
 */
export async function enter(accountId: string, visitor: Visitor): Promise<Entered> {
  await mustBeOpen(accountId);
  const device = visitor.device ?? newDevice();
  await rememberDevice(database(), accountId, device);
  log().info({ account: accountId }, 'somebody signed in');
  return { ...(await openSession(accountId, visitor.userAgent)), device };
}

/**
 * Whether address and password belong together, within the limits on guessing: failures count by network, and by
 * account where the browser is not known to it.
 */
export async function checkPassword(
  email: string,
  password: string,
  visitor: Visitor
): Promise<Owner | null> {
  const owner = await ownerOf(email);
  const known = await isKnown(owner?.id ?? nobody, visitor.device);
  const [limit, key]: [Limit, string] = known
    ? [limits.signInByKnown, `${owner?.id}:${hashOfSecret(visitor.device ?? '')}`]
    : [limits.signInByUnknown, hashOfSecret(email.toLowerCase())];
  const network = networkOf(visitor.address);
  // Who shares a network with somebody that guesses gets in by a browser they have used.
  if (!known) await spend(limits.signInByAddress, network);
  await spend(limit, key);
  if (!(await fits(owner, password)) || !owner) {
    log().info({ account: owner?.id ?? null }, 'a password was wrong');
    return null;
  }
  if (!known) await giveBack(limits.signInByAddress, network);
  if (known) await forgive(limit, key);
  else await giveBack(limit, key);
  return owner;
}

/** In place of an account that is not there, so that looking takes as long. */
const nobody = 'nobody';

type Owner = NonNullable<Awaited<ReturnType<typeof ownerOf>>>;

async function ownerOf(email: string) {
  const [found] = await database()
    .select({
      id: account.id,
      name: account.name,
      email: account.email,
      passwordHash: account.passwordHash,
      emailVerifiedAt: account.emailVerifiedAt,
      operatorSince: account.operatorSince
    })
    .from(account)
    .where(eq(sql`lower(${account.email})`, email.toLowerCase()));
  return found;
}

/** Where the mail domain decides who comes in, an address counts only once it is shown to be theirs. */
async function mustBeVerified(owner: Owner): Promise<void> {
  if (typeof config().signUp === 'string' || owner.emailVerifiedAt || owner.operatorSince) return;
  await spend(limits.lettersAsked, owner.id);
  await transaction((tx) => postVerification(tx, owner));
  throw new Conflict('Confirm your address first: a letter with a link is on its way to it.');
}

/** Finishes a sign-in by its second factor. @throws Invalid for a wrong code, Conflict when it took too long */
export async function finishSignIn(
  attemptId: string | null,
  code: string,
  visitor: Visitor
): Promise<Entered> {
  const begun = await lookAt('second factor', attemptId);
  if (!begun?.accountId) throw tooLate();
  await checkCode(begun.accountId, code, visitor);
  if (!(await take('second factor', attemptId))) throw tooLate();
  return enter(begun.accountId, visitor);
}

/** Checks a second factor within the limits on guessing. @throws Invalid when it is wrong */
async function checkCode(accountId: string, code: string, visitor: Visitor): Promise<void> {
  const known = await isKnown(accountId, visitor.device);
  const [limit, key]: [Limit, string] = known
    ? [limits.codesByKnown, `${accountId}:${hashOfSecret(visitor.device ?? '')}`]
    : [limits.codesByUnknown, accountId];
  await spend(limit, key);
  if (!(await isRightCode(accountId, code))) {
    log().info({ account: accountId }, 'a second factor was wrong');
    throw new Invalid({ code: 'That code is wrong, has run out, or was used before.' });
  }
  await giveBack(limit, key);
}

/** Shows again who one is, before changing the ways into the account. @returns the session under its new id */
export async function proveAgain(
  who: Account,
  currentId: string,
  { password, code }: { password: string; code: string },
  visitor: Visitor
): Promise<SignedIn> {
  if (!(await checkPassword(who.email, password, visitor)))
    throw new Invalid({ password: 'That is not your password.' });
  if (await asksForCode(who.id)) await checkCode(who.id, code, visitor);
  return transaction((tx) => renew(tx, currentId, { proven: true }));
}

const tooLate = () => new Conflict('That took too long. Please sign in again.');
