import { createHash } from 'node:crypto';
import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import {
  generateIdFromEntropySize,
  Lucia,
  TimeSpan,
  type Adapter,
  type DatabaseSession,
  type DatabaseUser
} from 'lucia';
import { account, session } from '#accounts/schema.ts';
import { config } from '#platform/config.server.ts';
import { database } from '#platform/database.server.ts';
import { perProcess } from '#platform/process.ts';

/*
 * Lucia is sealed in here: it is no longer developed and would keep session ids in clear. The adapter below stores
 * their SHA-256 only, and nothing outside this folder knows the library, so that replacing it touches this file.
 */

interface AccountAttributes {
  email: string;
  name: string;
  isOperator: boolean;
  timezone: string | null;
}

interface SessionAttributes {
  userAgent: string;
  lastUsedAt?: Date;
}

/** What a session tells beyond its owner. */
interface Known extends Record<string, unknown> {
  lastUsedAt: Date;
}

/** So long a sign-in lasts at most, however much it is used. */
const longestDays = 180;

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Known, AccountAttributes>;
    DatabaseUserAttributes: AccountAttributes;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

/** An id for a session: 200 random bits. */
export function newSessionId(): string {
  return generateIdFromEntropySize(25);
}

/** What stands in the table for a session id. */
export function hashOfSessionId(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

class HashingAdapter implements Adapter {
  async getSessionAndUser(sessionId: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [found] = await database()
      .select({
        accountId: session.accountId,
        expiresAt: session.expiresAt,
        userAgent: session.userAgent,
        lastUsedAt: session.lastUsedAt,
        email: account.email,
        name: account.name,
        timezone: account.timezone,
        operatorSince: account.operatorSince
      })
      .from(session)
      .innerJoin(account, eq(account.id, session.accountId))
      .where(
        and(
          eq(session.idHash, hashOfSessionId(sessionId)),
          // One that was opened in the same moment in which the account was shut.
          isNull(account.suspendedAt),
          isNull(account.deletedAt)
        )
      );
    if (!found) return [null, null];
    const { accountId, expiresAt, userAgent, lastUsedAt, email, name, timezone, operatorSince } = found;
    return [
      { id: sessionId, userId: accountId, expiresAt, attributes: { userAgent, lastUsedAt } },
      { id: accountId, attributes: { email, name, timezone, isOperator: operatorSince !== null } }
    ];
  }

  async getUserSessions(accountId: string): Promise<DatabaseSession[]> {
    const rows = await database()
      .select({ id: session.idHash, expiresAt: session.expiresAt, userAgent: session.userAgent })
      .from(session)
      .where(and(eq(session.accountId, accountId), gt(session.expiresAt, new Date())));
    return rows.map(({ id, expiresAt, userAgent }) => ({
      id,
      userId: accountId,
      expiresAt,
      attributes: { userAgent }
    }));
  }

  async setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
    await database()
      .insert(session)
      .values({ idHash: hashOfSessionId(id), accountId: userId, expiresAt, userAgent: attributes.userAgent });
  }

  async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
    await database()
      .update(session)
      .set({
        expiresAt: sql`least(${session.createdAt} + make_interval(days => ${longestDays}), ${sql.param(expiresAt, session.expiresAt)})`
      })
      .where(eq(session.idHash, hashOfSessionId(sessionId)));
  }

  async deleteSession(sessionId: string): Promise<void> {
    await database()
      .delete(session)
      .where(eq(session.idHash, hashOfSessionId(sessionId)));
  }

  async deleteUserSessions(accountId: string): Promise<void> {
    await database().delete(session).where(eq(session.accountId, accountId));
  }

  async deleteExpiredSessions(): Promise<void> {
    await database().delete(session).where(lte(session.expiresAt, new Date()));
  }
}

/** Lucia as this application sets it up: 30 days, renewed while used until its absolute end; `__Host-` cookies where there is https. */
export function lucia() {
  return perProcess('lucia', () => {
    const secure = config().origin?.startsWith('https:') ?? false;
    return new Lucia<Known, AccountAttributes>(new HashingAdapter(), {
      sessionExpiresIn: new TimeSpan(30, 'd'),
      sessionCookie: {
        name: secure ? '__Host-session' : 'session',
        attributes: { secure, sameSite: 'lax', path: '/' }
      },
      getSessionAttributes: ({ lastUsedAt }) => ({ lastUsedAt: lastUsedAt ?? new Date() }),
      getUserAttributes: ({ email, name, timezone, isOperator }) => ({ email, name, timezone, isOperator })
    });
  });
}
