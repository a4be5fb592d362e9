import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Result, Vote } from '#ballots/ballots.ts';
import { ballot, option, vote } from '#ballots/schema.ts';
import { tally, type Candidate } from '#ballots/tally.ts';
import { permissions } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import type { Database, Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { nomination } from '#queue/schema.ts';

/**
 * Closes a ballot and freezes its result. However many try, one of them gets the result.
 * @returns null when somebody else closed it already
 */
export async function close(tx: Transaction, ballotId: string, now: Date): Promise<Result | null> {
  const [closing] = await tx
    .update(ballot)
    .set({ closedAt: now })
    .where(and(eq(ballot.id, ballotId), isNull(ballot.closedAt)))
    .returning({ groupId: ballot.groupId, quorum: ballot.quorum });
  if (!closing) return null;
  // In this order: casting holds the ballot's row, so from here on no vote can come in any more.
  const candidates = await candidatesOf(tx, ballotId);
  const votes = await votesOf(tx, ballotId);
  const eligible = await howManyMayVote(tx, closing.groupId);
  const result = tally(votes, candidates, { quorum: closing.quorum, eligible, seed: newId() });
  await tx.update(ballot).set({ result }).where(eq(ballot.id, ballotId));
  await publish({ topic: `group:${closing.groupId}`, kind: 'ballots' }, tx);
  return result;
}

/** Locked until the closing is done, so that nothing is withdrawn while it wins. */
async function candidatesOf(tx: Transaction, ballotId: string): Promise<Candidate[]> {
  return tx
    .select({
      id: nomination.id,
      proposedAt: nomination.createdAt,
      gone: sql<boolean>`${or(sql`${nomination.withdrawnAt} is not null`, sql`${nomination.chosenAt} is not null`)}`
    })
    .from(option)
    .innerJoin(nomination, eq(nomination.id, option.nominationId))
    .where(eq(option.ballotId, ballotId))
    .orderBy(nomination.id)
    .for('update', { of: nomination });
}

/** The votes that count: of people who may still vote in the group. Who cast them is left behind here. */
export async function votesOf(within: Database | Transaction, ballotId: string): Promise<Vote[]> {
  const rows = await within
    .select({ choice: vote.choice })
    .from(vote)
    .innerJoin(ballot, eq(ballot.id, vote.ballotId))
    .innerJoin(membership, isVoterOf())
    .where(eq(vote.ballotId, ballotId));
  return rows.map(({ choice }) => choice);
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

function mayVoteIn(groupId: string | typeof ballot.groupId) {
  return and(
    eq(membership.groupId, groupId),
    isNull(membership.endedAt),
    inArray(membership.role, [...permissions['ballot.vote']])
  );
}
