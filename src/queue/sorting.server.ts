import { and, eq, sql } from 'drizzle-orm';
import type { Member } from '#groups/groups.ts';
import { publish } from '#platform/bus.server.ts';
import { transaction, type Transaction } from '#platform/database.server.ts';
import { changed } from '#queue/changed.ts';
import { find, leftAlready } from '#queue/finding.server.ts';
import { allow } from '#groups/permissions.ts';
import { placed, type Target } from '#queue/order.ts';
import { nomination, queue } from '#queue/schema.ts';
import { noted } from '#queue/queues.server.ts';
import { idsInOrder } from '#queue/waiting.server.ts';
import { Conflict, NotFound } from '../failures.ts';

/** Lets organisers sort a queue by hand, beginning with the order it has, or lets interest order it again. */
export async function setOrder(member: Member, queueId: string, by: 'hand' | 'interest'): Promise<void> {
  allow(member, 'queue.set');
  await transaction(async (tx) => {
    const isByHand = await heldQueue(tx, member, queueId);
    if (isByHand === (by === 'hand')) return;
    if (by === 'hand') await write(tx, await idsInOrder(member, queueId));
    await tx
      .update(queue)
      .set({ byHandSince: by === 'hand' ? new Date() : null })
      .where(eq(queue.id, queueId));
    await noted(tx, member, by === 'hand' ? 'one is sorted by hand' : 'one is ordered by interest');
    await publish(changed(member.groupId), tx);
  });
}

/**
 * Moves a nomination in a queue that is sorted by hand. Moves are made one after the other on the order as it then
 * stands, so that two who sort at once lose nothing.
 * @param to a step past what one sees, an end, or a place beside another nomination
 * @returns its place among those that are awake, counted from 1, and how many these are
 * @throws Conflict when the queue is not sorted by hand, or the nomination left it meanwhile
 */
export async function sort(
  member: Member,
  nominationId: string,
  to: Target | 'up' | 'down'
): Promise<{ place: number; of: number }> {
  allow(member, 'nomination.tend');
  const { queueId, isWaiting } = await find(member, nominationId);
  if (!isWaiting) throw leftAlready();
  return transaction(async (tx) => {
    if (!(await heldQueue(tx, member, queueId)))
      throw new Conflict('This queue is ordered by interest now. Set it to “by hand” to sort it.');
    const all = await idsOf(tx, queueId);
    const ids = all.map(({ id }) => id);
    const awake = all.filter(({ sleeps }) => !sleeps).map(({ id }) => id);
    const target = targetOf(to, awake, nominationId);
    const sorted = target ? placed(ids, nominationId, target) : ids;
    await write(tx, sorted);
    await publish(changed(member.groupId), tx);
    const seen = sorted.filter((id) => awake.includes(id));
    return { place: seen.indexOf(nominationId) + 1, of: seen.length };
  });
}

function targetOf(to: Target | 'up' | 'down', awake: string[], id: string): Target | null {
  if (to !== 'up' && to !== 'down') return to;
  const beside = awake[awake.indexOf(id) + (to === 'up' ? -1 : 1)];
  if (beside === undefined) return null;
  return to === 'up' ? { before: beside } : { after: beside };
}

/** Locks the queue, by which all sorting of it queues up. @returns whether it is sorted by hand */
async function heldQueue(tx: Transaction, { groupId }: Member, queueId: string): Promise<boolean> {
  const [found] = await tx
    .select({ byHandSince: queue.byHandSince })
    .from(queue)
    .where(and(eq(queue.id, queueId), eq(queue.groupId, groupId)))
    .for('no key update');
  if (!found) throw new NotFound('This queue');
  return found.byHandSince !== null;
}

function idsOf(tx: Transaction, queueId: string) {
  return tx
    .select({
      id: nomination.id,
      sleeps: sql<boolean>`coalesce(${nomination.snoozedUntil} > now(), false)`
    })
    .from(nomination)
    .where(
      and(
        eq(nomination.queueId, queueId),
        sql`${nomination.withdrawnAt} is null and ${nomination.chosenAt} is null`
      )
    )
    .orderBy(sql`${nomination.place} nulls last`, nomination.createdAt, nomination.id);
}

/** Writes places down; rows that keep theirs are not touched. */
async function write(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = sql.join(
    ids.map((id, index) => sql`(${id}::text, ${index + 1}::int)`),
    sql`, `
  );
  await tx.execute(sql`
    update ${nomination} set place = sorted.place from (values ${rows}) as sorted (id, place)
    where ${nomination.id} = sorted.id and ${nomination.place} is distinct from sorted.place`);
}
