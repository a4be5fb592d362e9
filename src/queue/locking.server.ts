import { and, asc, eq, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm';
import { publish } from '#platform/bus.server.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { changed } from '#queue/changed.ts';
import { waits } from '#queue/finding.server.ts';
import { asPlaced, inOrder } from '#queue/order.ts';
import { interest, lock, nomination, queue } from '#queue/schema.ts';

/**
 * What a ballot would be about: the first waiting nominations of a queue in its order.
 * @param queueId null for the queue that the group has from the beginning
 * @param except ids of nominations that do not come into question
 */
export async function shortlist(
  tx: Transaction,
  groupId: string,
  { queueId, most, except }: { queueId: string | null; most: number; except: readonly string[] },
  now: Date
): Promise<{ queueId: string; nominationIds: string[] } | null> {
  const found = await queueFor(tx, groupId, queueId);
  if (!found) return null;
  const candidates = await tx
    .select({
      id: nomination.id,
      proposedAt: nomination.createdAt,
      lost: nomination.lost,
      pinnedAt: nomination.pinnedAt,
      place: nomination.place,
      interest: sql<number>`(select count(*)::int from ${interest} where ${interest.nominationId} = ${nomination.id})`
    })
    .from(nomination)
    .where(
      and(
        eq(nomination.queueId, found.id),
        waits,
        or(isNull(nomination.snoozedUntil), lte(nomination.snoozedUntil, now)),
        except.length > 0 ? notInArray(nomination.id, [...except]) : undefined
      )
    );
  const inTheirOrder = found.byHandSince ? asPlaced(candidates) : inOrder(candidates, now);
  return { queueId: found.id, nominationIds: inTheirOrder.slice(0, most).map(({ id }) => id) };
}

/** The queue that is named, or the group's first open one. */
async function queueFor(tx: Transaction, groupId: string, queueId: string | null) {
  const [found] = await tx
    .select({ id: queue.id, byHandSince: queue.byHandSince })
    .from(queue)
    .where(and(eq(queue.groupId, groupId), queueId ? eq(queue.id, queueId) : isNull(queue.closedAt)))
    .orderBy(asc(queue.place), asc(queue.createdAt), asc(queue.id))
    .limit(1);
  return found;
}

/** Locks a queue with its shortlist for a coming ballot. @returns the lock's id */
export async function lockQueue(
  tx: Transaction,
  groupId: string,
  { queueId, nominationIds }: { queueId: string; nominationIds: string[] },
  now: Date
): Promise<string> {
  const id = newId();
  await tx.insert(lock).values({ id, queueId, shortlist: nominationIds, createdAt: now });
  await publish(changed(groupId), tx);
  return id;
}

/**
 * The part of a lock's shortlist that still waits, in order.
 * @returns null for a lock that has ended
 */
export async function shortlistOf(tx: Transaction, lockId: string): Promise<string[] | null> {
  const [found] = await tx
    .select({ shortlist: lock.shortlist })
    .from(lock)
    .where(and(eq(lock.id, lockId), isNull(lock.endedAt)));
  if (!found || found.shortlist.length === 0) return found?.shortlist ?? null;
  const waiting = await tx
    .select({ id: nomination.id })
    .from(nomination)
    .where(and(inArray(nomination.id, found.shortlist), waits));
  return found.shortlist.filter((one) => waiting.some(({ id }) => id === one));
}

/**
 * Ends a lock, for its ballot was opened or nobody needs it any more.
 * @returns whether it stood until then
 */
export async function endLock(tx: Transaction, groupId: string, lockId: string, now: Date): Promise<boolean> {
  const [ended] = await tx
    .update(lock)
    .set({ endedAt: now })
    .where(and(eq(lock.id, lockId), isNull(lock.endedAt)))
    .returning({ id: lock.id });
  if (ended) await publish(changed(groupId), tx);
  return ended !== undefined;
}

/** Whether a nomination is on the shortlist of a lock that stands. */
export async function isShortlisted(
  nominationId: string,
  within: Database | Transaction = database()
): Promise<boolean> {
  const [found] = await within
    .select({ id: lock.id })
    .from(lock)
    .innerJoin(nomination, eq(nomination.queueId, lock.queueId))
    .where(
      and(
        eq(nomination.id, nominationId),
        isNull(lock.endedAt),
        sql`${lock.shortlist} ? ${nominationId}::text`
      )
    )
    .limit(1);
  return found !== undefined;
}
