import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { hash, verify } from '@node-rs/argon2';
import type { Account } from '#accounts/accounts.ts';
import { hashing } from '#accounts/hashing.server.ts';
import { hashOfSessionId } from '#accounts/lucia.server.ts';
import { account, session } from '#accounts/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { Invalid } from '../failures.ts';

/** Ends the session of this browser; an unknown one has ended already. */
export async function signOut(sessionId: string): Promise<void> {
  await transaction(async (tx) => {
    const [ended] = await tx
      .delete(session)
      .where(eq(session.idHash, hashOfSessionId(sessionId)))
      .returning({ accountId: session.accountId });
    if (ended) await tell(tx, ended.accountId);
  });
}

/** Somebody's sign-ins that still hold, newest first. `handle` names one without being able to use it. */
export async function sessionsOf(who: Account, currentId: string) {
  const current = hashOfSessionId(currentId);
  const found = await database()
    .select({ handle: session.idHash, userAgent: session.userAgent, since: session.createdAt })
    .from(session)
    .where(and(eq(session.accountId, who.id), gt(session.expiresAt, new Date())))
    .orderBy(desc(session.createdAt));
  return found.map((one) => ({ ...one, current: one.handle === current }));
}

/** Ends one of somebody's own sessions. */
export async function endSession(who: Account, handle: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(session).where(and(eq(session.idHash, handle), eq(session.accountId, who.id)));
    await tell(tx, who.id);
  });
}

/** Signs somebody out everywhere but here. */
export async function endOtherSessions(who: Account, currentId: string): Promise<void> {
  await transaction((tx) => endOthers(tx, who, currentId));
}

/** Changes the name others see. */
export async function changeName(who: Account, name: string): Promise<void> {
  await database().update(account).set({ name }).where(eq(account.id, who.id));
}

/** Changes the password and signs out every other browser. @throws Invalid when the old one is wrong */
export async function changePassword(
  who: Account,
  currentId: string,
  { oldPassword, newPassword }: { oldPassword: string; newPassword: string }
): Promise<void> {
  const [known] = await database()
    .select({ passwordHash: account.passwordHash })
    .from(account)
    .where(eq(account.id, who.id));
  if (!known || !(await verify(known.passwordHash, oldPassword))) {
    throw new Invalid({ oldPassword: 'That is not your password so far.' });
  }
  const passwordHash = await hash(newPassword, hashing);
  await transaction(async (tx) => {
    await tx.update(account).set({ passwordHash }).where(eq(account.id, who.id));
    await endOthers(tx, who, currentId);
  });
}

async function endOthers(tx: Transaction, who: Account, currentId: string): Promise<void> {
  await tx
    .delete(session)
    .where(and(eq(session.accountId, who.id), ne(session.idHash, hashOfSessionId(currentId))));
  await tell(tx, who.id);
}

/** Open notes of the person ask anew whether their session holds. */
async function tell(tx: Transaction, accountId: string): Promise<void> {
  await publish({ topic: 'access', kind: `account:${accountId}` }, tx);
}
