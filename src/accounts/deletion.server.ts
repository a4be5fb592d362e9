import { and, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { record } from '#accounts/auditing.server.ts';
import { addressOf } from '#accounts/links.server.ts';
import { letter } from '#accounts/notices.server.ts';
import {
  account,
  attempt,
  authenticator,
  device,
  identity,
  mailedLink,
  passkey,
  recoveryCode,
  session,
  token
} from '#accounts/schema.ts';
import { endAll } from '#accounts/sessions.server.ts';
import { database, type Transaction } from '#platform/database.server.ts';
import { post } from '#platform/mail.server.ts';
import { mail } from '#platform/schema.ts';

/** What stands in place of the name of somebody whose account was deleted. */
export const nameOfGone = 'someone who left';

/** Days in which whoever asked for their account to be deleted can come back by signing in. */
const graceDays = 14;

/** Notes when an account will be deleted, signs it out everywhere, and tells its owner. @returns when */
export async function askForDeletion(tx: Transaction, who: Account): Promise<Date> {
  const dueAt = new Date(Date.now() + graceDays * 24 * 3_600_000);
  await tx.update(account).set({ deletionDueAt: dueAt }).where(eq(account.id, who.id));
  await endAll(tx, who.id);
  await record(tx, { accountId: who.id }, 'account.delete');
  await post(tx, {
    recipient: who.email,
    subject: 'Your account will be deleted',
    text: letter(
      who.name,
      `as you asked, your account will be deleted after ${graceDays} days, on ${dueAt.toISOString().slice(0, 10)}.`,
      `If you change your mind, or if it was not you who asked, sign in before: ${addressOf('/sign-in')}`,
      'After that your name is taken from what you proposed and wrote, your votes remain only as counts, and nothing brings them back.'
    )
  });
  return dueAt;
}

/** Accounts whose time to come back is over. */
export async function deletionsDue(now: Date): Promise<string[]> {
  const due = await database()
    .select({ id: account.id })
    .from(account)
    .where(lte(account.deletionDueAt, now))
    .limit(100);
  return due.map(({ id }) => id);
}

/**
 * Takes an account for deletion, so that of several who try one does it, and a return in the same moment counts.
 * @returns whose it was; null when it is not due any more
 */
export async function erase(
  tx: Transaction,
  accountId: string,
  now: Date
): Promise<{ email: string; name: string } | null> {
  const [was] = await tx
    .select({ email: account.email, name: account.name })
    .from(account)
    .where(and(eq(account.id, accountId), isNotNull(account.deletionDueAt), lte(account.deletionDueAt, now)))
    .for('update');
  if (!was) return null;
  await endAll(tx, accountId);
  for (const table of [
    ...[session, token, mailedLink, attempt, device, authenticator, recoveryCode, passkey, identity]
  ])
    await tx.delete(table).where(eq(table.accountId, accountId));
  await tx.delete(mail).where(inArray(mail.recipient, [was.email]));
  await tx
    .update(account)
    .set({
      name: nameOfGone,
      // The address is free for a new account. Nobody can have this one (RFC 2606).
      email: `${accountId}@deleted.invalid`,
      emailVerifiedAt: null,
      passwordHash: null,
      operatorSince: null,
      suspendedAt: null,
      deletionDueAt: null,
      deletedAt: now
    })
    .where(eq(account.id, accountId));
  return was;
}
