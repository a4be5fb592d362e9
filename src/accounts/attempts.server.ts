import { and, eq, gt, lt } from 'drizzle-orm';
import { cookieFor } from '#accounts/devices.server.ts';
import { attempt } from '#accounts/schema.ts';
import { hashOfSecret, newSecret } from '#accounts/secrets.server.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';

/** What a browser can have begun. */
export type AttemptKind = 'second factor' | 'passkey' | 'provider' | 'connection';

interface Begun {
  accountId: string | null;
  data: Record<string, string | null>;
}

const minutes = 10;

/** The cookie that holds an attempt's id. */
export const attemptCookie = () => cookieFor('attempt', minutes * 60);

/** Begins something that this browser must finish within ten minutes. @returns the id for its cookie */
export async function begin(
  kind: AttemptKind,
  { accountId = null, data = {} }: Partial<Begun>
): Promise<string> {
  const id = newSecret();
  const expiresAt = new Date(Date.now() + minutes * 60_000);
  await database()
    .insert(attempt)
    .values({ idHash: hashOfSecret(id), kind, accountId, data, expiresAt });
  return id;
}

/** What was begun; it stays open. @returns null when nothing was, or too long ago */
export async function lookAt(kind: AttemptKind, id: string | null): Promise<Begun | null> {
  if (!id) return null;
  const [found] = await database()
    .select({ accountId: attempt.accountId, data: attempt.data })
    .from(attempt)
    .where(open(kind, id));
  return found ?? null;
}

/** Takes what was begun, so that nobody can finish it twice. @returns null when it is not there */
export async function take(
  kind: AttemptKind,
  id: string | null,
  within: Database | Transaction = database()
): Promise<Begun | null> {
  if (!id) return null;
  const [taken] = await within
    .delete(attempt)
    .where(open(kind, id))
    .returning({ accountId: attempt.accountId, data: attempt.data });
  return taken ?? null;
}

/** Forgets what was never finished. */
export async function sweepAttempts(): Promise<void> {
  await database().delete(attempt).where(lt(attempt.expiresAt, new Date()));
}

const open = (kind: AttemptKind, id: string) =>
  and(eq(attempt.idHash, hashOfSecret(id)), eq(attempt.kind, kind), gt(attempt.expiresAt, new Date()));
