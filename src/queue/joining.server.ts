import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { publish } from '#platform/bus.server.ts';
import type { Transaction } from '#platform/database.server.ts';
import { interest, nomination, paperInterest, queue } from '#queue/schema.ts';
import { waits } from '#queue/waiting.server.ts';

/** Two proposals that wait in one queue and turned out to be of one work. */
export interface Proposed {
  earlier: string;
  later: string;
}

/** Where two papers wait side by side in one queue. Locks those proposals. */
export async function proposedTwice(
  tx: Transaction,
  onePaper: string,
  otherPaper: string
): Promise<Proposed[]> {
  const found = await tx
    .select({ id: nomination.id, queueId: nomination.queueId })
    .from(nomination)
    .where(and(inArray(nomination.paperId, [onePaper, otherPaper]), waits))
    .orderBy(asc(nomination.createdAt), asc(nomination.id))
    .for('update');
  return [...Map.groupBy(found, ({ queueId }) => queueId).values()].flatMap(([earlier, later]) =>
    earlier && later ? [{ earlier: earlier.id, later: later.id }] : []
  );
}

/**
 * Makes one proposal of two: interest in either, and that of whoever proposed the one that goes, is interest in the
 * one that stays. What was said for the other is kept with it.
 */
export async function join(tx: Transaction, { goes, stays }: { goes: string; stays: string }): Promise<void> {
  await tx.execute(sql`
    insert into ${interest} (nomination_id, account_id, created_at)
    select ${stays}, account_id, min(created_at) from (
      select account_id, created_at from ${interest} where nomination_id = ${goes}
      union all select proposed_by, created_at from ${nomination} where id = ${goes}
    ) as theirs group by account_id
    on conflict do nothing`);
  await tx
    .update(nomination)
    .set({ withdrawnAt: new Date(), joinedId: stays })
    .where(eq(nomination.id, goes));
}

/** Gives a paper what groups did with another in their queues. Of two that wait in one queue, one was joined before. */
export async function handOver(tx: Transaction, goes: string, stays: string): Promise<void> {
  await tx.update(nomination).set({ paperId: stays }).where(eq(nomination.paperId, goes));
  await tx.execute(sql`
    insert into ${paperInterest} (group_id, paper_id, account_id, created_at)
    select group_id, ${stays}, account_id, created_at from ${paperInterest} where paper_id = ${goes}
    on conflict do nothing`);
  const waitingIn = await tx
    .select({ groupId: queue.groupId, nominationId: nomination.id })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .where(and(eq(nomination.paperId, stays), waits));
  for (const { groupId, nominationId } of waitingIn) {
    await carryInterest(tx, groupId, stays, nominationId);
    await publish({ topic: `group:${groupId}`, kind: 'queue' }, tx);
  }
}

/** What people said of a paper before anybody proposed it counts for the nomination. */
export async function carryInterest(
  tx: Transaction,
  groupId: string,
  paperId: string,
  nominationId: string
): Promise<void> {
  const carried = await tx
    .delete(paperInterest)
    .where(and(eq(paperInterest.groupId, groupId), eq(paperInterest.paperId, paperId)))
    .returning({ accountId: paperInterest.accountId, createdAt: paperInterest.createdAt });
  if (carried.length === 0) return;
  await tx
    .insert(interest)
    .values(carried.map((one) => ({ nominationId, ...one })))
    .onConflictDoNothing();
}
