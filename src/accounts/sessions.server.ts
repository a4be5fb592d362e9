import { and, desc, eq, gt, lt, ne } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { hashOfSessionId, lucia, newSessionId } from '#accounts/lucia.server.ts';
import { session } from '#accounts/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';

/** A sign-in: the id goes into the browser's cookie and nowhere else. */
export interface SignedIn {
  sessionId: string;
  expiresAt: Date;
}

const minute = 60_000;
/** For so long after proving who they are, people may change the ways into their account. */
const proofHolds = 30 * minute;
/** The list of sessions need not be more exact, and reading a page should not write. */
const useIsNoted = 10 * minute;

/** Opens a session without asking for the password: after signing up. */
export async function openSession(accountId: string, userAgent: string): Promise<SignedIn> {
  const made = await lucia().createSession(accountId, { userAgent: userAgent.slice(0, 300) });
  return { sessionId: made.id, expiresAt: made.expiresAt };
}

/** Who a session id belongs to; `fresh` when its end was moved and the cookie should be sent again. */
export async function accountOfSession(
  sessionId: string
): Promise<{ account: Account; expiresAt: Date; fresh: boolean } | null> {
  const { session: found, user } = await lucia().validateSession(sessionId);
  if (!found) return null;
  const { lastUsedAt, ...rest } = found;
  if (Date.now() - lastUsedAt.getTime() > useIsNoted) await noteUse(sessionId);
  return { account: { ...user }, expiresAt: rest.expiresAt, fresh: rest.fresh };
}

async function noteUse(sessionId: string): Promise<void> {
  await database()
    .update(session)
    .set({ lastUsedAt: new Date() })
    .where(eq(session.idHash, hashOfSessionId(sessionId)));
}

/** Whether the person has proved who they are in this browser a short while ago. */
export async function isProven(sessionId: string): Promise<boolean> {
  const [found] = await database()
    .select({ provenAt: session.provenAt })
    .from(session)
    .where(eq(session.idHash, hashOfSessionId(sessionId)));
  return found !== undefined && Date.now() - found.provenAt.getTime() < proofHolds;
}

/**
 * Gives a session another id: whoever had the old one does not share what was gained. Its absolute end stays.
 * @param proven whether the person has just shown who they are
 */
export async function renew(
  tx: Transaction,
  sessionId: string,
  { proven }: { proven: boolean }
): Promise<SignedIn> {
  const renewed = newSessionId();
  const [kept] = await tx
    .update(session)
    .set({ idHash: hashOfSessionId(renewed), ...(proven && { provenAt: new Date() }) })
    .where(eq(session.idHash, hashOfSessionId(sessionId)))
    .returning({ accountId: session.accountId, expiresAt: session.expiresAt });
  if (!kept) throw new Error('A session ended while its id was renewed.');
  await tell(tx, kept.accountId);
  return { sessionId: renewed, expiresAt: kept.expiresAt };
}

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

/** Somebody's sign-ins that still hold, last used first. `handle` names one without being able to use it. */
export async function sessionsOf(who: Account, currentId: string) {
  const current = hashOfSessionId(currentId);
  const found = await database()
    .select({
      handle: session.idHash,
      userAgent: session.userAgent,
      since: session.createdAt,
      lastUsedAt: session.lastUsedAt
    })
    .from(session)
    .where(and(eq(session.accountId, who.id), gt(session.expiresAt, new Date())))
    .orderBy(desc(session.lastUsedAt));
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
  await transaction((tx) => endOthers(tx, who.id, currentId));
}

/** Signs somebody out everywhere but in one session, within a change that asks for it. */
export async function endOthers(tx: Transaction, accountId: string, currentId: string): Promise<void> {
  await tx
    .delete(session)
    .where(and(eq(session.accountId, accountId), ne(session.idHash, hashOfSessionId(currentId))));
  await tell(tx, accountId);
}

/** Signs somebody out everywhere. */
export async function endAll(tx: Transaction, accountId: string): Promise<void> {
  await tx.delete(session).where(eq(session.accountId, accountId));
  await tell(tx, accountId);
}

/** Forgets sessions that have ended by themselves. */
export async function sweepSessions(): Promise<void> {
  await database().delete(session).where(lt(session.expiresAt, new Date()));
}

/** The session id in a Cookie header, if it holds one: for sockets, which no page framework reads for. */
export function sessionIdIn(cookieHeader: string | undefined): string | null {
  return cookieHeader ? lucia().readSessionCookie(cookieHeader) : null;
}

/** What the session table has in place of a session's id: its SHA-256. */
export function hashOfSession(sessionId: string): string {
  return hashOfSessionId(sessionId);
}

/** Name and attributes of the session cookie. */
export function sessionCookie(signedIn: SignedIn | null) {
  const cookie = signedIn
    ? lucia().createSessionCookie(signedIn.sessionId)
    : lucia().createBlankSessionCookie();
  return { name: cookie.name, value: cookie.value, attributes: { ...cookie.attributes, path: '/' } };
}

/** Open notes of the person ask anew whether their session holds. */
async function tell(tx: Transaction, accountId: string): Promise<void> {
  await publish({ topic: 'access', kind: `account:${accountId}` }, tx);
}
