import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { repeatable } from '#accounts/schema.ts';
import { database } from '#platform/database.server.ts';
import { Conflict, Invalid } from '../failures.ts';

/*
 * Requests that may be sent again without happening again (Idempotency-Key, draft-ietf-httpapi-idempotency-key-header).
 * The row is made before the work and holds the answer after it, so whatever happens in between, the work is done at
 * most once for a key.
 */

const keptFor = 24 * 60 * 60 * 1000;
/** Longer than this no request is worked on: whoever did was cut off. */
const longestWork = 60_000;

/** An answer as it was given. */
export interface Given {
  status: number;
  body: string;
}

/** One request of a token: its key, and all of what it asks for. */
export interface Repeatable {
  tokenId: string;
  key: string;
  request: string;
}

/**
 * Claims a key for a request. @returns null when it is new; the answer it got when it was sent before
 * @throws Conflict while the first one is being worked on, or when it was cut off
 * @throws Invalid when the key came with another request before
 */
export async function claim({ tokenId, key, request }: Repeatable): Promise<Given | null> {
  const fingerprint = createHash('sha256').update(request).digest('hex');
  const isKey = and(eq(repeatable.tokenId, tokenId), eq(repeatable.key, key));
  const expired = lt(repeatable.createdAt, new Date(Date.now() - keptFor));
  await database().delete(repeatable).where(and(isKey, expired));
  const [made] = await database()
    .insert(repeatable)
    .values({ tokenId, key, fingerprint })
    .onConflictDoNothing()
    .returning({ key: repeatable.key });
  if (made) return null;
  const [earlier] = await database().select().from(repeatable).where(isKey);
  if (!earlier) throw new Conflict('The first request with this key has just failed. Send it again.');
  if (earlier.fingerprint !== fingerprint)
    throw new Invalid({ 'Idempotency-Key': 'This key came with another request before. Use a new one.' });
  if (earlier.status !== null) return { status: earlier.status, body: earlier.body };
  throw new Conflict(
    earlier.createdAt.getTime() > Date.now() - longestWork
      ? 'The first request with this key is still being worked on. Send it again in a moment.'
      : 'The first request with this key was cut off. Look whether it was done, then use a new key.'
  );
}

/** Keeps the answer for whoever sends the request again. */
export async function keepAnswer({ tokenId, key }: Repeatable, { status, body }: Given): Promise<void> {
  await database()
    .update(repeatable)
    .set({ status, body })
    .where(and(eq(repeatable.tokenId, tokenId), eq(repeatable.key, key)));
}

/** Lets a request be sent again as if for the first time: nothing was done. */
export async function release({ tokenId, key }: Repeatable): Promise<void> {
  await database()
    .delete(repeatable)
    .where(and(eq(repeatable.tokenId, tokenId), eq(repeatable.key, key)));
}

/** Keys are forgotten after a day. */
export async function sweepRepeatables(): Promise<void> {
  await database()
    .delete(repeatable)
    .where(lt(repeatable.createdAt, new Date(Date.now() - keptFor)));
}
