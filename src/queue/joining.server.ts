import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { paper } from '#papers/schema.ts';
import { publish } from '#platform/bus.server.ts';
import type { Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { changed } from '#queue/changed.ts';
import { waits } from '#queue/finding.server.ts';
import { interest, leadOffer, nomination, nominationEvent, paperInterest } from '#queue/schema.ts';

/** Two proposals that wait in one group and turned out to be of one work. */
export interface Proposed {
  earlier: string;
  later: string;
}

/** Where two papers wait side by side in one group. Locks those proposals. */
export async function proposedTwice(
  tx: Transaction,
  onePaper: string,
  otherPaper: string
): Promise<Proposed[]> {
  const found = await tx
    .select({ id: nomination.id, groupId: nomination.groupId })
    .from(nomination)
    .where(and(inArray(nomination.paperId, [onePaper, otherPaper]), waits))
    .orderBy(asc(nomination.createdAt), asc(nomination.id))
    .for('update');
  return [...Map.groupBy(found, ({ groupId }) => groupId).values()].flatMap(([earlier, later]) =>
    earlier && later ? [{ earlier: earlier.id, later: later.id }] : []
  );
}

/**
 * Makes one proposal of two: interest in either, and that of whoever proposed the one that goes, is interest in the
 * one that stays, and so are offers to lead. What was said for and below the other is kept with it.
 * @param by account id of who judged that; null when it was found out by itself
 */
export async function join(
  tx: Transaction,
  { goes, stays, by = null }: { goes: string; stays: string; by?: string | null }
): Promise<void> {
  await tx.execute(sql`
    insert into ${interest} (nomination_id, account_id, brought_by, created_at)
    select ${stays}, account_id, ${goes}, min(created_at) from (
      select account_id, created_at from ${interest} where nomination_id = ${goes}
      union all select proposed_by, created_at from ${nomination} where id = ${goes}
    ) as theirs group by account_id
    on conflict do nothing`);
  await tx.execute(sql`
    insert into ${leadOffer} (nomination_id, account_id, created_at)
    select ${stays}, account_id, created_at from ${leadOffer} where nomination_id = ${goes}
    on conflict do nothing`);
  await tx.update(nomination).set({ joinedId: stays }).where(eq(nomination.joinedId, goes));
  await tx
    .update(nomination)
    .set({ withdrawnAt: new Date(), withdrawnFor: 'merged', joinedId: stays })
    .where(eq(nomination.id, goes));
  const [other] = await tx
    .select({ groupId: nomination.groupId, title: paper.title })
    .from(nomination)
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .where(eq(nomination.id, stays));
  const { groupId, title } = other!;
  await tx.insert(nominationEvent).values({
    ...{ id: newId(), groupId, nominationId: goes, kind: 'merged', accountId: by },
    detail: { title }
  });
}

/** Gives a paper what groups did with another in their queues. Of two that wait in one group, one was joined before. */
export async function handOver(tx: Transaction, goes: string, stays: string): Promise<void> {
  await tx.update(nomination).set({ paperId: stays }).where(eq(nomination.paperId, goes));
  await tx.execute(sql`
    insert into ${paperInterest} (group_id, paper_id, account_id, created_at)
    select group_id, ${stays}, account_id, created_at from ${paperInterest} where paper_id = ${goes}
    on conflict do nothing`);
  const waitingIn = await tx
    .select({ groupId: nomination.groupId, nominationId: nomination.id })
    .from(nomination)
    .where(and(eq(nomination.paperId, stays), waits));
  for (const { groupId, nominationId } of waitingIn) {
    await carryInterest(tx, groupId, stays, nominationId);
    await publish(changed(groupId), tx);
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
