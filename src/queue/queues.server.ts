import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { allow } from '#groups/permissions.ts';
import type { Member } from '#groups/groups.ts';
import { group, membership } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { changed } from '#queue/changed.ts';
import type { Queue } from '#queue/queue.ts';
import { nomination, queue } from '#queue/schema.ts';
import { Conflict, NotFound } from '../failures.ts';

const nameOfFirst = 'Queue';
const mostQueues = 20;
const inPlace = [asc(queue.place), asc(queue.createdAt), asc(queue.id)];

/** The group's queues in their order, closed ones among them. */
export async function queues({ groupId }: Member): Promise<Queue[]> {
  return database()
    .select({
      id: queue.id,
      name: queue.name,
      isByHand: sql<boolean>`${queue.byHandSince} is not null`,
      closedAt: queue.closedAt,
      // Said with its table: in a statement of one table the builder leaves that out, and both have an id.
      waiting: sql<number>`(select count(*)::int from ${nomination} n
        where n.queue_id = ${queue}.id and n.withdrawn_at is null and n.chosen_at is null)`
    })
    .from(queue)
    .where(eq(queue.groupId, groupId))
    .orderBy(...inPlace);
}

/** The open queues of somebody's groups, by the group's address: where a paper can be proposed to. */
export async function openQueues(reader: Account): Promise<Map<string, { id: string; name: string }[]>> {
  const rows = await database()
    .select({ slug: group.slug, id: queue.id, name: queue.name })
    .from(queue)
    .innerJoin(group, eq(group.id, queue.groupId))
    .innerJoin(membership, eq(membership.groupId, group.id))
    .where(and(eq(membership.accountId, reader.id), isNull(membership.endedAt), isNull(queue.closedAt)))
    .orderBy(asc(group.slug), ...inPlace);
  return Map.groupBy(rows, ({ slug }) => slug);
}

/**
 * The queue that is meant: the one named, or the group's first open one, which is made on first use; two who come
 * first at once get the same one.
 * @throws NotFound for one of another group
 * @throws Conflict when it is closed
 */
export async function openQueue(
  tx: Transaction,
  groupId: string,
  queueId: string | undefined = undefined
): Promise<{ id: string; name: string }> {
  const [found] = await tx
    .select({ id: queue.id, name: queue.name, closedAt: queue.closedAt })
    .from(queue)
    .where(and(eq(queue.groupId, groupId), queueId ? eq(queue.id, queueId) : isNull(queue.closedAt)))
    .orderBy(...inPlace)
    .limit(1)
    // Nobody closes it before the transaction ends.
    .for('share');
  if (found?.closedAt) throw new Conflict(`The queue “${found.name}” is closed. Choose another one.`);
  if (found) return found;
  if (queueId) throw new NotFound('This queue');
  const [made] = await tx
    .insert(queue)
    .values({ id: newId(), groupId, name: nameOfFirst })
    .onConflictDoUpdate({ target: [queue.groupId, queue.name], set: { name: nameOfFirst } })
    .returning({ id: queue.id, name: queue.name });
  return made!;
}

/** Makes a further queue, at the end of the others. @returns its id. @throws Conflict for a name that is taken */
export async function makeQueue(member: Member, name: string): Promise<string> {
  return changing(member, async (tx, all) => {
    await noted(tx, member, `“${name}” is new`);
    if (all.length >= mostQueues)
      throw new Conflict(`A group has at most ${mostQueues} queues. Rename one of them.`);
    mustBeFree(all, name);
    const id = newId();
    const place = Math.max(...all.map((one) => one.place)) + 1;
    await tx.insert(queue).values({ id, groupId: member.groupId, name, place });
    return id;
  });
}

/** Calls a queue otherwise; its address stays. @throws Conflict for a name that is taken */
export async function renameQueue(member: Member, queueId: string, name: string): Promise<void> {
  await changing(member, async (tx, all) => {
    const one = among(all, queueId);
    mustBeFree(
      all.filter((other) => other !== one),
      name
    );
    await tx.update(queue).set({ name }).where(eq(queue.id, queueId));
    await noted(tx, member, `“${one.name}” is now “${name}”`);
  });
}

/** Lets two neighbouring queues change places. At an end nothing happens. */
export async function placeQueue(member: Member, queueId: string, to: 'up' | 'down'): Promise<void> {
  await changing(member, async (tx, all) => {
    const one = among(all, queueId);
    const from = all.indexOf(one);
    const target = from + (to === 'up' ? -1 : 1);
    const order = all.map(({ id }) => id);
    const other = order[target];
    if (other === undefined) return;
    order[target] = queueId;
    order[from] = other;
    for (const [place, id] of order.entries()) await tx.update(queue).set({ place }).where(eq(queue.id, id));
    await noted(tx, member, `“${one.name}” moved ${to}`);
  });
}

/** Lets a queue take no more proposals; what waits in it stays. @throws Conflict for the last open one */
export async function closeQueue(member: Member, queueId: string): Promise<void> {
  await changing(member, async (tx, all) => {
    const one = among(all, queueId);
    if (!all.some(({ id, closedAt }) => id !== queueId && !closedAt))
      throw new Conflict(
        'This is the last open queue, and papers need one to go to. Make another one first.'
      );
    await tx
      .update(queue)
      .set({ closedAt: sql`coalesce(${queue.closedAt}, now())` })
      .where(eq(queue.id, queueId));
    await noted(tx, member, `“${one.name}” is closed`);
  });
}

/** Lets a queue take proposals again. */
export async function reopenQueue(member: Member, queueId: string): Promise<void> {
  await changing(member, async (tx, all) => {
    const one = among(all, queueId);
    await tx.update(queue).set({ closedAt: null }).where(eq(queue.id, queueId));
    await noted(tx, member, `“${one.name}” is open again`);
  });
}

interface Held {
  id: string;
  name: string;
  place: number;
  closedAt: Date | null;
}

/** Changes the group's queues, one change of them at a time: what holds for them together holds at the commit. */
async function changing<Answer>(
  member: Member,
  change: (tx: Transaction, all: Held[]) => Promise<Answer>
): Promise<Answer> {
  allow(member, 'queue.set');
  return transaction(async (tx) => {
    await tx.select({ id: group.id }).from(group).where(eq(group.id, member.groupId)).for('no key update');
    await openQueue(tx, member.groupId);
    const answer = await change(tx, await allQueues(tx, member.groupId));
    await publish(changed(member.groupId), tx);
    return answer;
  });
}

/** For the owners' log. */
export async function noted(tx: Transaction, member: Member, about: string): Promise<void> {
  await accounts.record(tx, member, 'queue.change', { about });
}

function allQueues(tx: Transaction, groupId: string): Promise<Held[]> {
  return tx
    .select({ id: queue.id, name: queue.name, place: queue.place, closedAt: queue.closedAt })
    .from(queue)
    .where(eq(queue.groupId, groupId))
    .orderBy(...inPlace);
}

function among(all: Held[], queueId: string): Held {
  const found = all.find(({ id }) => id === queueId);
  if (!found) throw new NotFound('This queue');
  return found;
}

function mustBeFree(others: Held[], name: string): void {
  if (!others.some((one) => one.name.toLowerCase() === name.toLowerCase())) return;
  const sentence = `A queue of this group is called “${name}” already.`;
  throw new Conflict(sentence, { name: sentence });
}
