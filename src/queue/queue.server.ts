import { and, desc, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import { allow, type Member } from '#groups/groups.ts';
import { group, membership } from '#groups/schema.ts';
import * as papers from '#papers/papers.server.ts';
import { paper } from '#papers/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { carryInterest } from '#queue/joining.server.ts';
import { inOrder, type Proposal, type Standing, type Waiting } from '#queue/queue.ts';
import { allWaiting, waits } from '#queue/waiting.server.ts';
import { interest, nomination, paperInterest, queue } from '#queue/schema.ts';
import { Conflict, NotFound } from '../failures.ts';

export { followed, type Followed } from '#queue/followed.server.ts';
export { handOver, join, proposedTwice } from '#queue/joining.server.ts';
export { searchPitches, type FoundPitch } from '#queue/searching.server.ts';

const nameOfDefault = 'Queue';

/**
 * Proposes a paper to the group's queue.
 * @param paperText anything one can paste: an id, an address, a DOI
 * @throws Conflict when the paper waits already; its `see` leads to the earlier nomination
 */
export async function nominate(
  member: Member,
  paperText: string,
  pitch: string
): Promise<{ nominationId: string; paperId: string }> {
  allow(member, 'nomination.make');
  return transaction(async (tx) => {
    const taken = await papers.take(paperText, tx);
    const queueId = await defaultQueue(tx, member.groupId);
    const nominationId = newId();
    const [made] = await tx
      .insert(nomination)
      .values({
        id: nominationId,
        queueId,
        paperId: taken.id,
        proposedBy: member.accountId,
        pitch,
        arxivVersion: taken.arxivVersion
      })
      .onConflictDoNothing()
      .returning({ id: nomination.id });
    if (!made) throw await waitsAlready(tx, member, queueId, taken);
    await carryInterest(tx, member.groupId, taken.id, nominationId);
    await publish(changed(member.groupId), tx);
    return { nominationId, paperId: taken.id };
  });
}

async function waitsAlready(
  tx: Transaction,
  member: Member,
  queueId: string,
  { id, title }: { id: string; title: string }
): Promise<Conflict> {
  const [earlier] = await tx
    .select({ id: nomination.id, proposer: account.name })
    .from(nomination)
    .innerJoin(account, eq(account.id, nomination.proposedBy))
    .where(and(eq(nomination.queueId, queueId), eq(nomination.paperId, id), waits));
  if (!earlier) return new Conflict('Somebody changed this proposal at the same moment. Please try again.');
  const sentence = `“${title}” is in the queue already: ${earlier.proposer} proposed it.`;
  return new Conflict(sentence, { paper: sentence }, `/g/${member.groupSlug}/queue#n-${earlier.id}`);
}

/** The group's queue, made on first use; two who come first at once get the same one. @returns its id */
export async function defaultQueue(tx: Transaction, groupId: string): Promise<string> {
  const named = and(eq(queue.groupId, groupId), eq(queue.name, nameOfDefault));
  const [known] = await tx.select({ id: queue.id }).from(queue).where(named);
  if (known) return known.id;
  const [made] = await tx
    .insert(queue)
    .values({ id: newId(), groupId, name: nameOfDefault })
    .onConflictDoUpdate({ target: [queue.groupId, queue.name], set: { name: nameOfDefault } })
    .returning({ id: queue.id });
  return made!.id;
}

/** Takes a nomination back: one's own, organisers any. @throws Conflict when it waits no longer */
export async function withdraw(member: Member, nominationId: string): Promise<void> {
  const { own, title } = await find(member, nominationId);
  allow(member, own ? 'nomination.make' : 'nomination.withdraw.any');
  await change(member, nominationId, { withdrawnAt: new Date() }, async (tx) => {
    if (!own) await accounts.record(tx, member, 'nomination.withdraw', { about: title });
  });
}

/** Writes the pitch of one's own nomination anew. @throws NotFound for somebody else's */
export async function editPitch(member: Member, nominationId: string, pitch: string): Promise<void> {
  allow(member, 'nomination.make');
  const { own } = await find(member, nominationId);
  if (!own) throw new NotFound('This proposal of yours');
  await change(member, nominationId, { pitch });
}

async function change(
  member: Member,
  nominationId: string,
  values: { withdrawnAt: Date } | { pitch: string },
  alongWith: (tx: Transaction) => Promise<void> = async () => {}
): Promise<void> {
  await transaction(async (tx) => {
    const [done] = await tx
      .update(nomination)
      .set(values)
      .where(and(eq(nomination.id, nominationId), waits))
      .returning({ id: nomination.id });
    if (!done) throw leftAlready();
    await alongWith(tx);
    await publish(changed(member.groupId), tx);
  });
}

/** Says "I'd like to discuss this"; saying it again changes nothing. */
export async function showInterest(member: Member, nominationId: string): Promise<void> {
  allow(member, 'interest.show');
  const { isWaiting } = await find(member, nominationId);
  if (!isWaiting) throw leftAlready();
  await transaction(async (tx) => {
    const [made] = await tx
      .insert(interest)
      .values({ nominationId, accountId: member.accountId })
      .onConflictDoNothing()
      .returning({ nominationId: interest.nominationId });
    if (made) await publish(changed(member.groupId), tx);
  });
}

/** Takes one's interest back; without any it changes nothing. */
export async function withdrawInterest(member: Member, nominationId: string): Promise<void> {
  allow(member, 'interest.show');
  await find(member, nominationId);
  await transaction(async (tx) => {
    const [gone] = await tx
      .delete(interest)
      .where(and(eq(interest.nominationId, nominationId), eq(interest.accountId, member.accountId)))
      .returning({ nominationId: interest.nominationId });
    if (gone) await publish(changed(member.groupId), tx);
  });
}

async function find(
  member: Member,
  nominationId: string
): Promise<{ own: boolean; title: string; isWaiting: boolean }> {
  const [found] = await database()
    .select({ proposedBy: nomination.proposedBy, title: paper.title, isWaiting: sql<boolean>`${waits}` })
    .from(nomination)
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .where(and(eq(nomination.id, nominationId), eq(queue.groupId, member.groupId)));
  if (!found) throw new NotFound('This proposal');
  const { proposedBy, ...rest } = found;
  return { ...rest, own: proposedBy === member.accountId };
}

/** What waits in the group's queue, in its order. One statement, however long the queue. */
export async function waiting({ groupId, accountId }: Member): Promise<Waiting[]> {
  return inOrder(await allWaiting().execute({ groupId, accountId }), new Date());
}

/**
 * Says that one would like to discuss a paper, proposed or not; the interest goes along when somebody proposes it.
 * @throws NotFound when there is no such paper
 */
export async function like(member: Member, paperId: string): Promise<void> {
  allow(member, 'interest.show');
  const waitingAs = await waitingNominationOf(member, paperId);
  if (waitingAs) return showInterest(member, waitingAs);
  if (!(await papers.particulars([paperId])).has(paperId)) throw new NotFound('This paper');
  await database()
    .insert(paperInterest)
    .values({ groupId: member.groupId, paperId, accountId: member.accountId })
    .onConflictDoNothing();
}

/** Takes that back. */
export async function unlike(member: Member, paperId: string): Promise<void> {
  allow(member, 'interest.show');
  const waitingAs = await waitingNominationOf(member, paperId);
  if (waitingAs) return withdrawInterest(member, waitingAs);
  const { groupId, accountId } = member;
  await database()
    .delete(paperInterest)
    .where(
      and(
        eq(paperInterest.groupId, groupId),
        eq(paperInterest.paperId, paperId),
        eq(paperInterest.accountId, accountId)
      )
    );
}

async function waitingNominationOf({ groupId }: Member, paperId: string): Promise<string | undefined> {
  const [found] = await database()
    .select({ id: nomination.id })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .where(and(eq(queue.groupId, groupId), eq(nomination.paperId, paperId), waits));
  return found?.id;
}

/** How many of a group would like to discuss papers, proposed or not, and whether the reader would. */
export async function liking(
  { groupId, accountId }: Member,
  paperIds: readonly string[]
): Promise<Map<string, { people: number; mine: boolean }>> {
  if (paperIds.length === 0) return new Map();
  const ids = [...paperIds];
  const people = sql<number>`count(*)::int`;
  const before = await database()
    .select({
      paperId: paperInterest.paperId,
      people,
      mine: sql<boolean>`bool_or(${paperInterest.accountId} = ${accountId})`
    })
    .from(paperInterest)
    .where(and(eq(paperInterest.groupId, groupId), inArray(paperInterest.paperId, ids)))
    .groupBy(paperInterest.paperId);
  const proposed = await database()
    .select({
      paperId: nomination.paperId,
      people,
      mine: sql<boolean>`bool_or(${interest.accountId} = ${accountId})`
    })
    .from(interest)
    .innerJoin(nomination, eq(nomination.id, interest.nominationId))
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .where(and(eq(queue.groupId, groupId), inArray(nomination.paperId, ids), waits))
    .groupBy(nomination.paperId);
  return new Map([...before, ...proposed].map(({ paperId, ...rest }) => [paperId, rest]));
}

/** The abstract of a nomination's paper. @throws NotFound outside the group */
export async function abstractOf(member: Member, nominationId: string): Promise<string> {
  const [found] = await database()
    .select({ abstract: paper.abstract })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .where(and(eq(nomination.id, nominationId), eq(queue.groupId, member.groupId)));
  if (!found) throw new NotFound('This proposal');
  return found.abstract;
}

/** Where papers stand in the queues of somebody's groups: waiting, chosen once, or withdrawn. */
export async function standing(
  reader: Account,
  paperIds: readonly string[]
): Promise<Map<string, Standing[]>> {
  if (paperIds.length === 0) return new Map();
  const rows = await database()
    .select({
      paperId: nomination.paperId,
      groupSlug: group.slug,
      groupName: group.name,
      nominationId: nomination.id,
      createdAt: nomination.createdAt,
      chosenAt: nomination.chosenAt,
      withdrawnAt: nomination.withdrawnAt
    })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .innerJoin(group, eq(group.id, queue.groupId))
    .innerJoin(membership, eq(membership.groupId, group.id))
    .where(
      and(
        inArray(nomination.paperId, [...paperIds]),
        eq(membership.accountId, reader.id),
        isNull(membership.endedAt),
        isNull(nomination.joinedId)
      )
    )
    .orderBy(group.name, nomination.createdAt);
  const byPaper = new Map<string, Standing[]>();
  for (const { paperId, createdAt, chosenAt, withdrawnAt, ...where } of rows) {
    const state = withdrawnAt ? 'withdrawn' : chosenAt ? 'chosen' : 'waiting';
    const since = withdrawnAt ?? chosenAt ?? createdAt;
    byPaper.set(paperId, [...(byPaper.get(paperId) ?? []), { ...where, state, since }]);
  }
  return byPaper;
}

/** What the reader's groups said of a paper when somebody proposed it, the newest first. */
export async function proposalsOf(reader: Account, paperId: string): Promise<Proposal[]> {
  const rows = await database()
    .select({
      by: account.name,
      pitch: nomination.pitch,
      arxivVersion: nomination.arxivVersion,
      groupSlug: group.slug,
      groupName: group.name,
      nominationId: nomination.id,
      proposedAt: nomination.createdAt,
      chosenAt: nomination.chosenAt,
      withdrawnAt: nomination.withdrawnAt,
      joinedId: nomination.joinedId
    })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .innerJoin(group, eq(group.id, queue.groupId))
    .innerJoin(membership, eq(membership.groupId, group.id))
    .innerJoin(account, eq(account.id, nomination.proposedBy))
    .where(
      and(eq(nomination.paperId, paperId), eq(membership.accountId, reader.id), isNull(membership.endedAt))
    )
    .orderBy(desc(nomination.createdAt))
    .limit(50);
  return rows.map(({ chosenAt, withdrawnAt, joinedId, ...row }) => ({
    ...row,
    state: joinedId ? 'joined' : withdrawnAt ? 'withdrawn' : chosenAt ? 'chosen' : 'waiting',
    since: withdrawnAt ?? chosenAt ?? row.proposedAt
  }));
}

/** Takes nominations out of the queue because they were decided on; those that wait no longer stay as they are. */
export async function choose(tx: Transaction, nominationIds: readonly string[], at: Date): Promise<void> {
  if (nominationIds.length === 0) return;
  const chosen = await tx
    .update(nomination)
    .set({ chosenAt: at })
    .from(queue)
    .where(and(eq(queue.id, nomination.queueId), inArray(nomination.id, [...nominationIds]), waits))
    .returning({ groupId: queue.groupId });
  for (const groupId of new Set(chosen.map((one) => one.groupId))) await publish(changed(groupId), tx);
}

/** Lets nominations that were decided on wait again; one whose paper was proposed anew meanwhile stays out. */
export async function putBack(tx: Transaction, nominationIds: readonly string[]): Promise<void> {
  if (nominationIds.length === 0) return;
  const anew = alias(nomination, 'anew');
  const proposedAnew = tx
    .select({ id: anew.id })
    .from(anew)
    .where(
      and(
        eq(anew.queueId, nomination.queueId),
        eq(anew.paperId, nomination.paperId),
        isNull(anew.withdrawnAt),
        isNull(anew.chosenAt)
      )
    );
  const back = await tx
    .update(nomination)
    .set({ chosenAt: null })
    .from(queue)
    .where(
      and(
        eq(queue.id, nomination.queueId),
        inArray(nomination.id, [...nominationIds]),
        isNotNull(nomination.chosenAt),
        notExists(proposedAnew)
      )
    )
    .returning({ groupId: queue.groupId });
  for (const groupId of new Set(back.map((one) => one.groupId))) await publish(changed(groupId), tx);
}

function leftAlready(): Conflict {
  return new Conflict('This proposal is no longer in the queue: it was withdrawn or chosen meanwhile.');
}

function changed(groupId: string) {
  return { topic: `group:${groupId}`, kind: 'queue' };
}
