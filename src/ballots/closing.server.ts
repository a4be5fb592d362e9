import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Result } from '#ballots/ballots.ts';
import { announceClosing } from '#ballots/announcing.server.ts';
import { changed } from '#ballots/changed.server.ts';
import type { Candidate } from '#ballots/counting.ts';
import { marksOf, thaw } from '#ballots/frozen.ts';
import { ballot, option, vote } from '#ballots/schema.ts';
import { tally } from '#ballots/tally.ts';
import { titlesOf } from '#ballots/titles.server.ts';
import type { Marks, Rules } from '#ballots/rules.ts';
import { permissions } from '#groups/permissions.ts';
import { membership } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import type { Database, Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';

/**
 * Closes a ballot and freezes its result. However many try, one of them gets the result.
 * @returns null when somebody else closed it already
 */
export async function close(tx: Transaction, ballotId: string, now: Date): Promise<Result | null> {
  return end(tx, ballotId, { closedAt: now });
}

/**
 * Takes an open ballot back: it is closed, its votes are counted for nothing, and its proposals stay in the queue.
 * @returns whether it was still open
 */
export async function withdraw(tx: Transaction, ballotId: string, now: Date): Promise<boolean> {
  return (await end(tx, ballotId, { closedAt: now, withdrawnAt: now })) !== null;
}

async function end(
  tx: Transaction,
  ballotId: string,
  when: { closedAt: Date; withdrawnAt?: Date }
): Promise<Result | null> {
  const [closing] = await tx
    .update(ballot)
    .set(when)
    .where(and(eq(ballot.id, ballotId), isNull(ballot.closedAt)))
    .returning({
      groupId: ballot.groupId,
      quorum: ballot.quorum,
      method: ballot.method,
      settings: ballot.settings,
      seats: ballot.seats
    });
  if (!closing) return null;
  const { groupId, method, settings, seats, quorum } = closing;
  // In this order: casting holds the ballot's row, so from here on no vote can come in any more.
  const candidates = await candidatesOf(tx, ballotId);
  const votes = when.withdrawnAt ? [] : await votesOf(tx, ballotId);
  const eligible = await howManyMayVote(tx, groupId);
  const rules = { method, ...settings } as Rules;
  const result = tally(votes, candidates, { rules, seats, quorum, eligible, seed: newId() });
  await tx.update(ballot).set({ result }).where(eq(ballot.id, ballotId));
  await queue.letGo(
    tx,
    candidates.map(({ id }) => id),
    losersOf(result)
  );
  const titles = await titlesOf(result.winners, tx);
  const chosen = result.winners.map((id) => titles.get(id) ?? '');
  await announceClosing(tx, ballotId, chosen);
  await publish(changed(groupId), tx);
  return result;
}

/** What lost to something although somebody voted for it. */
function losersOf({ winners, counts, gone }: Result): string[] {
  if (winners.length === 0) return [];
  return Object.entries(counts)
    .filter(([id, { supporters }]) => supporters > 0 && !winners.includes(id) && !gone.includes(id))
    .map(([id]) => id);
}

/** The frozen result of a ballot that is closed. */
export async function resultOf(within: Database | Transaction, ballotId: string): Promise<Result | null> {
  const [found] = await within.select({ result: ballot.result }).from(ballot).where(eq(ballot.id, ballotId));
  return found?.result ? thaw(found.result) : null;
}

/** Locked until the closing is done, so that nothing is withdrawn while it wins. */
async function candidatesOf(tx: Transaction, ballotId: string): Promise<Candidate[]> {
  return tx
    .select({
      id: nomination.id,
      proposedAt: nomination.createdAt,
      gone: sql<boolean>`${or(sql`${nomination.withdrawnAt} is not null`, sql`${nomination.chosenAt} is not null`)}`,
      offered: sql<boolean>`${membership.id} is not null`
    })
    .from(option)
    .innerJoin(ballot, eq(ballot.id, option.ballotId))
    .innerJoin(nomination, eq(nomination.id, option.nominationId))
    .leftJoin(membership, isLeaderOf())
    .where(eq(option.ballotId, ballotId))
    .orderBy(nomination.id)
    .for('update', { of: nomination });
}

/** The votes that count: of people who may still vote in the group. Who cast them is left behind here. */
export async function votesOf(within: Database | Transaction, ballotId: string): Promise<Marks[]> {
  const rows = await within
    .select({ choice: vote.choice })
    .from(vote)
    .innerJoin(ballot, eq(ballot.id, vote.ballotId))
    .innerJoin(membership, isVoterOf())
    .where(eq(vote.ballotId, ballotId));
  return rows.map(({ choice }) => marksOf(choice));
}

/** Joins a vote with the membership that lets it count. */
export function isVoterOf() {
  return and(eq(membership.accountId, vote.accountId), mayVoteIn(ballot.groupId));
}

/** How many people of the group may vote at present. */
export async function howManyMayVote(within: Database | Transaction, groupId: string): Promise<number> {
  const [counted] = await within
    .select({ people: sql<number>`count(*)::int` })
    .from(membership)
    .where(mayVoteIn(groupId));
  return counted!.people;
}

/** Membership of somebody who may vote in the group at present. */
function mayVoteIn(groupId: string | typeof ballot.groupId) {
  return withRight(groupId, 'ballot.vote');
}

/** Joins an option with the membership of who offers to lead it, while they may. */
export function isLeaderOf() {
  return and(eq(membership.accountId, option.leadOfferedBy), withRight(ballot.groupId, 'agenda.lead'));
}

function withRight(groupId: string | typeof ballot.groupId, action: 'ballot.vote' | 'agenda.lead') {
  return and(
    eq(membership.groupId, groupId),
    isNull(membership.endedAt),
    inArray(membership.role, [...permissions[action]])
  );
}
