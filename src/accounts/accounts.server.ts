import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { hashing } from '#accounts/hashing.server.ts';
import { hashOfSessionId, lucia } from '#accounts/lucia.server.ts';
import { account, token } from '#accounts/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Conflict, Invalid } from '../failures.ts';

/** A sign-in: the id goes into the browser's cookie and nowhere else. */
export interface SignedIn {
  sessionId: string;
  expiresAt: Date;
}

const unknownAccountHash = hash('nobody has this password', hashing);

// The first account becomes the operator; two first ones at once must not both.
const firstAccountLock = 4_021_983_118;

/**
 * Makes an account; the first of an installation is its operator.
 * @throws Conflict when the address has one already
 */
export async function register(person: { name: string; email: string; password: string }): Promise<Account> {
  const passwordHash = await hash(person.password, hashing);
  return transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${firstAccountLock})`);
    const [anyone] = await tx.select({ id: account.id }).from(account).limit(1);
    const [made] = await tx
      .insert(account)
      .values({
        id: newId(),
        name: person.name,
        email: person.email,
        passwordHash,
        operatorSince: anyone ? null : new Date()
      })
      .onConflictDoNothing()
      .returning({ id: account.id });
    if (!made)
      throw new Conflict('That address has an account already.', {
        email: 'That address has an account already. Sign in instead?'
      });
    return { id: made.id, email: person.email, name: person.name, isOperator: !anyone };
  });
}

/** Whether this installation has no account yet. */
export async function nobodyYet(): Promise<boolean> {
  const [anyone] = await database().select({ id: account.id }).from(account).limit(1);
  return anyone === undefined;
}

/** How many accounts there are. */
export function count(): Promise<number> {
  return database().$count(account);
}

/** @throws Invalid, the same for an unknown address and a wrong password, after the same time */
export async function signIn(email: string, password: string, userAgent: string): Promise<SignedIn> {
  const [found] = await database()
    .select({ id: account.id, passwordHash: account.passwordHash })
    .from(account)
    .where(eq(sql`lower(${account.email})`, email.toLowerCase()));
  const fits = await verify(found?.passwordHash ?? (await unknownAccountHash), password);
  if (!found || !fits) throw new Invalid({ password: 'Address and password do not belong together.' });
  return openSession(found.id, userAgent);
}

/** Opens a session without asking for the password: after signing up. */
export async function openSession(accountId: string, userAgent: string): Promise<SignedIn> {
  const made = await lucia().createSession(accountId, { userAgent: userAgent.slice(0, 300) });
  return { sessionId: made.id, expiresAt: made.expiresAt };
}

export {
  changeName,
  changePassword,
  endOtherSessions,
  endSession,
  sessionsOf,
  signOut
} from './settings.server.ts';

/** Who a session id belongs to; `fresh` when its end was moved and the cookie should be sent again. */
export async function accountOfSession(
  sessionId: string
): Promise<{ account: Account; expiresAt: Date; fresh: boolean } | null> {
  const { session, user } = await lucia().validateSession(sessionId);
  if (!session) return null;
  return { account: { ...user }, expiresAt: session.expiresAt, fresh: session.fresh };
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

/** Makes a bearer token; its secret is shown this once. */
export async function createToken(email: string, label: string): Promise<{ id: string; token: string }> {
  const [owner] = await database()
    .select({ id: account.id })
    .from(account)
    .where(eq(sql`lower(${account.email})`, email.toLowerCase()));
  if (!owner) throw new Invalid({ email: `Nobody here has the address ${email}.` });
  const secret = `cq_${randomBytes(24).toString('base64url')}`;
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
    .where(and(eq(token.secretHash, hashOfSecret(secret)), isNull(token.revokedAt)));
  if (!found) return null;
  return { id: found.id, email: found.email, name: found.name, isOperator: found.operatorSince !== null };
}

function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
