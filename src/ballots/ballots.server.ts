import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import { closingFault, fewestOptions, mostOptions, type Opening } from '#ballots/ballots.ts';
import { howManyMayVote } from '#ballots/closing.server.ts';
import { ballot, option, vote } from '#ballots/schema.ts';
import { allow, type Member } from '#groups/groups.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { nomination, queue } from '#queue/schema.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';

export { close } from '#ballots/closing.server.ts';
export { list, view } from '#ballots/reading.server.ts';
export { closingTime, defaultClosing } from '#ballots/clock.server.ts';

/**
 * Opens an approval ballot on nominations that wait in the group's queue.
 * @throws Invalid for too few or too many options, a closing time that passed, a quorum nobody can reach
 * @throws Conflict when one of them left the queue meanwhile
 */
export async function open(
  member: Member,
  opening: Opening,
  within: Transaction | undefined = undefined
): Promise<{ id: string }> {
  allow(member, 'ballot.open');
  return within ? openWithin(within, member, opening) : transaction((tx) => openWithin(tx, member, opening));
}

async function openWithin(
  tx: Transaction,
  member: Member,
  { title, nominationIds, closesAt, quorum }: Opening
): Promise<{ id: string }> {
  const chosen = [...new Set(nominationIds)];
  if (chosen.length < fewestOptions)
    throw new Invalid({ nomination: 'Choose at least two proposals: with one there is nothing to decide.' });
  if (chosen.length > mostOptions)
    throw new Invalid({ nomination: `Choose at most ${mostOptions} proposals.` });
  const fault = closingFault(closesAt, new Date());
  if (fault) throw new Invalid({ closesAt: fault });
  const eligible = await howManyMayVote(tx, member.groupId);
  if (quorum > eligible)
    throw new Invalid({ quorum: `Nobody could reach that: ${eligible} people may vote in this group.` });
  await holdWaiting(tx, member, chosen);
  const id = newId();
  const { groupId, accountId: openedBy } = member;
  await tx.insert(ballot).values({ id, groupId, title, method: 'approval', openedBy, closesAt, quorum });
  await tx
    .insert(option)
    .values(chosen.map((nominationId, position) => ({ ballotId: id, nominationId, position })));
  await publish(changed(groupId), tx);
  return { id };
}

async function holdWaiting(tx: Transaction, { groupId }: Member, nominationIds: string[]): Promise<void> {
  const held = await tx
    .select({ id: nomination.id })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .where(
      and(
        inArray(nomination.id, nominationIds),
        eq(queue.groupId, groupId),
        isNull(nomination.withdrawnAt),
        isNull(nomination.chosenAt)
      )
    )
    .orderBy(nomination.id)
    .for('share', { of: nomination });
  if (held.length === nominationIds.length) return;
  const sentence = 'One of these proposals left the queue meanwhile. Look through the list again.';
  throw new Conflict(sentence, { nomination: sentence });
}

/**
 * Votes, or votes anew, until the ballot closes. An empty list says "none of these".
 * @throws Conflict when it closed meanwhile; what was voted before still counts
 */
export async function cast(member: Member, ballotId: string, approved: readonly string[]): Promise<void> {
  allow(member, 'ballot.vote');
  await transaction(async (tx) => {
    const [found] = await tx
      .select({ closesAt: ballot.closesAt, closedAt: ballot.closedAt })
      .from(ballot)
      .where(and(eq(ballot.id, ballotId), eq(ballot.groupId, member.groupId)))
      .for('share');
    if (!found) throw new NotFound('This ballot');
    if (found.closedAt ?? found.closesAt <= new Date())
      throw new Conflict('This ballot closed before your vote arrived, so your vote changed nothing.');
    const choice = { approved: await onBallot(tx, ballotId, approved) };
    await tx
      .insert(vote)
      .values({ ballotId, accountId: member.accountId, choice })
      .onConflictDoUpdate({ target: [vote.ballotId, vote.accountId], set: { choice } });
    await publish(changed(member.groupId), tx);
  });
}

/** The ids without repeats, in an order that says nothing. @throws Invalid for one that does not stand on it */
async function onBallot(tx: Transaction, ballotId: string, approved: readonly string[]): Promise<string[]> {
  const chosen = [...new Set(approved)].sort();
  const options = await tx
    .select({ id: option.nominationId })
    .from(option)
    .where(eq(option.ballotId, ballotId));
  const standing = new Set(options.map(({ id }) => id));
  if (chosen.every((id) => standing.has(id))) return chosen;
  throw new Invalid({ approved: 'One of your choices does not stand on this ballot.' });
}

/** Ids of the ballots whose time is over and that nobody has closed yet. */
export async function due(now: Date): Promise<string[]> {
  const found = await database()
    .select({ id: ballot.id })
    .from(ballot)
    .where(and(isNull(ballot.closedAt), lte(ballot.closesAt, now)))
    .orderBy(asc(ballot.closesAt));
  return found.map(({ id }) => id);
}

function changed(groupId: string) {
  return { topic: `group:${groupId}`, kind: 'ballots' };
}
