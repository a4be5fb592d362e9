import { and, eq, sql } from 'drizzle-orm';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import * as papers from '#papers/papers.server.ts';
import { oneOf } from '#platform/columns.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { changed } from '#queue/changed.ts';
import { find, leftAlready, waits } from '#queue/finding.server.ts';
import { interest, nomination, paperInterest } from '#queue/schema.ts';
import { NotFound } from '../failures.ts';

/** Says "I'd like to discuss this", which also keeps it; saying it again changes nothing. */
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
    if (!made) return;
    await want(tx, nominationId);
    await publish(changed(member.groupId), tx);
  });
}

/** Somebody wants a nomination: the question whether to keep it is answered. */
export async function want(tx: Transaction, nominationId: string): Promise<void> {
  await tx
    .update(nomination)
    .set({ wantedAt: sql`now()`, askedAt: null })
    .where(eq(nomination.id, nominationId));
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
    .where(and(eq(nomination.groupId, groupId), eq(nomination.paperId, paperId), waits));
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
    .where(and(eq(paperInterest.groupId, groupId), oneOf(paperInterest.paperId, ids)))
    .groupBy(paperInterest.paperId);
  const proposed = await database()
    .select({
      paperId: nomination.paperId,
      people,
      mine: sql<boolean>`bool_or(${interest.accountId} = ${accountId})`
    })
    .from(interest)
    .innerJoin(nomination, eq(nomination.id, interest.nominationId))
    .where(and(eq(nomination.groupId, groupId), oneOf(nomination.paperId, ids), waits))
    .groupBy(nomination.paperId);
  return new Map([...before, ...proposed].map(({ paperId, ...rest }) => [paperId, rest]));
}
