import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Visitor } from '#accounts/accounts.ts';
import { verify } from '#accounts/address.server.ts';
import { newDevice, rememberDevice } from '#accounts/devices.server.ts';
import * as limits from '#accounts/limits.server.ts';
import { addressOf, dropLinks, hours, lookAtLink, makeLink, takeLink } from '#accounts/links.server.ts';
import { letter, tellOwner } from '#accounts/notices.server.ts';
import { hashOfNew } from '#accounts/passwords.server.ts';
import { account } from '#accounts/schema.ts';
import { hashOfSecret } from '#accounts/secrets.server.ts';
import { endAll } from '#accounts/sessions.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { requestJob, type Job } from '#platform/jobs.server.ts';
import { networkOf, spend } from '#platform/limits.server.ts';
import { post } from '#platform/mail.server.ts';
import { TooMany } from '../failures.ts';

const job = 'account.reset';

/**
 * Asks for a link by which to choose a new password. The answer and the time it takes are the same for every address:
 * whether it has an account is looked up by a job, later.
 */
export async function askForReset(email: string, from: string): Promise<void> {
  await spend(limits.resetsByAddress, networkOf(from));
  const key = hashOfSecret(email.toLowerCase());
  await requestJob(job, { email: email.toLowerCase() }, { key });
}

/** What resetting does outside of requests. */
export const resetJob: Job = { name: job, run: ({ email }) => send(String(email)) };

async function send(email: string): Promise<void> {
  const [owner] = await database()
    .select({ id: account.id, name: account.name, email: account.email })
    .from(account)
    .where(and(eq(sql`lower(${account.email})`, email), isNull(account.suspendedAt)));
  if (!owner || !(await mayHaveAnother(owner.id))) return;
  await transaction((tx) => postReset(tx, owner));
}

/** Sends somebody a link by which to choose a new password. */
export async function postReset(
  tx: Transaction,
  owner: { id: string; name: string; email: string },
  why = 'somebody asked for a new password for your account.'
): Promise<void> {
  const token = await makeLink(tx, 'reset', { accountId: owner.id, email: owner.email });
  await post(tx, {
    recipient: owner.email,
    subject: 'Choose a new password',
    text: letter(
      owner.name,
      `${why} Choose it here: ${addressOf(`/reset/${token}`)}`,
      `The link works once, within ${hours.reset === 1 ? 'an hour' : `${hours.reset} hours`}. If you did not ask, ignore this letter: nothing has changed.`
    )
  });
}

/** Too many letters are not sent; those that were hold as long as the limit does, so nobody is kept out by it. */
async function mayHaveAnother(accountId: string): Promise<boolean> {
  try {
    await spend(limits.resetLetters, accountId);
    return true;
  } catch (refused) {
    if (refused instanceof TooMany) return false;
    throw refused;
  }
}

/** Whose password a mailed link would change. @throws Conflict when it does not hold */
export async function resetOf(token: string): Promise<{ email: string }> {
  const { email } = await lookAtLink(token, ['reset']);
  return { email };
}

/**
 * Chooses a new password by a mailed link, and ends every session. The browser counts as known from now on, so that
 * somebody else's guessing does not keep its owner out.
 * @returns the id for its device cookie
 * @throws Conflict when the link does not hold, Invalid when the password is easy to guess
 */
export async function reset(token: string, password: string, visitor: Visitor): Promise<string> {
  const device = visitor.device ?? newDevice();
  const { name, email } = await lookAtLink(token, ['reset']);
  const passwordHash = await hashOfNew(password, [name, email], 'password');
  await transaction(async (tx) => {
    const { accountId } = await takeLink(tx, token, 'reset');
    await tx.update(account).set({ passwordHash }).where(eq(account.id, accountId));
    await verify(tx, accountId, email);
    await dropLinks(tx, accountId, ['reset']);
    await endAll(tx, accountId);
    await rememberDevice(tx, accountId, device);
    await tellOwner(tx, accountId, 'Your password was changed by a link sent to this address.');
  });
  return device;
}
