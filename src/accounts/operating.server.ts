import { and, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { record } from '#accounts/auditing.server.ts';
import { govern } from '#accounts/operators.ts';
import { postReset } from '#accounts/resetting.server.ts';
import { account, session } from '#accounts/schema.ts';
import { endAll } from '#accounts/sessions.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { Conflict, NotFound } from '../failures.ts';

/* What an operator does with accounts. */

/** Accounts on one page. */
const pageLength = 50;

/** An account as operators see it. */
export interface Listed {
  id: string;
  name: string;
  email: string;
  verified: boolean;
  isOperator: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
  suspendedAt: Date | null;
  deletionDueAt: Date | null;
}

/**
 * Accounts whose name or address has some words, newest first.
 * @param below the last account of the page before
 * @returns a page, and the account below which the next one begins; null on the last
 */
export async function list(
  who: Account,
  text: string,
  below: string | null
): Promise<{ found: Listed[]; older: string | null }> {
  govern(who, 'installation.users');
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await database()
    .select({
      id: account.id,
      name: account.name,
      email: account.email,
      verified: sql<boolean>`${account.emailVerifiedAt} is not null`,
      isOperator: sql<boolean>`${account.operatorSince} is not null`,
      createdAt: account.createdAt,
      lastUsedAt: sql<Date | null>`(
        select max(${session.lastUsedAt}) from ${session} where ${session.accountId} = ${account.id}
      )`.mapWith(account.createdAt),
      suspendedAt: account.suspendedAt,
      deletionDueAt: account.deletionDueAt
    })
    .from(account)
    .where(
      and(
        isNull(account.deletedAt),
        text ? or(ilike(account.name, pattern), ilike(account.email, pattern)) : undefined,
        below
          ? sql`(${account.createdAt}, ${account.id}) < (select b.created_at, b.id from account b where b.id = ${below})`
          : undefined
      )
    )
    .orderBy(desc(account.createdAt), desc(account.id))
    .limit(pageLength + 1);
  const found = rows.slice(0, pageLength);
  return { found, older: rows.length > pageLength ? found.at(-1)!.id : null };
}

/** Shuts an account: its sessions end at once, its tokens do nothing. @throws Conflict for one's own */
export async function suspend(operator: Account, accountId: string): Promise<void> {
  govern(operator, 'installation.users');
  if (accountId === operator.id) throw new Conflict('You cannot suspend your own account.');
  await transaction(async (tx) => {
    const done = await tx
      .update(account)
      .set({ suspendedAt: sql`coalesce(${account.suspendedAt}, now())` })
      .where(and(eq(account.id, accountId), isNull(account.deletedAt)))
      .returning({ id: account.id });
    if (done.length === 0) throw new NotFound('This account');
    await endAll(tx, accountId);
    await record(tx, { accountId: operator.id }, 'account.change', { person: accountId, about: 'suspended' });
  });
}

/** Opens a suspended account again. @throws NotFound */
export async function reactivate(operator: Account, accountId: string): Promise<void> {
  govern(operator, 'installation.users');
  await transaction(async (tx) => {
    const done = await tx
      .update(account)
      .set({ suspendedAt: null })
      .where(and(eq(account.id, accountId), isNull(account.deletedAt)))
      .returning({ id: account.id });
    if (done.length === 0) throw new NotFound('This account');
    await record(tx, { accountId: operator.id }, 'account.change', {
      person: accountId,
      about: 'let in again'
    });
  });
}

/** Sends somebody a link by which to choose a new password, as an operator was asked to. @throws NotFound */
export async function sendReset(operator: Account, accountId: string): Promise<void> {
  govern(operator, 'installation.users');
  await transaction(async (tx) => {
    const [owner] = await tx
      .select({ id: account.id, name: account.name, email: account.email })
      .from(account)
      .where(and(eq(account.id, accountId), isNull(account.deletedAt)));
    if (!owner) throw new NotFound('This account');
    await postReset(tx, owner, 'the people who run this place send you a link for a new password.');
    const about = 'sent a link for a new password';
    await record(tx, { accountId: operator.id }, 'account.change', { person: accountId, about });
  });
}
