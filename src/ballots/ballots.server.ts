import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { ballot, option } from '#ballots/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';

export { close, resultOf, withdraw } from '#ballots/closing.server.ts';
export { open, openIn, openNow, type Opener } from '#ballots/opening.server.ts';
export { list, view } from '#ballots/reading.server.ts';
export { callReminderBack, jobs, remindDue, remindNow } from '#ballots/reminding.server.ts';
export { cast, offerToLead } from '#ballots/voting.server.ts';
export { clock, closingTime, defaultClosing, openingTime } from '#ballots/clock.server.ts';

/** Ids of the ballots whose time is over and that nobody has closed yet. */
export async function due(now: Date): Promise<string[]> {
  const found = await database()
    .select({ id: ballot.id })
    .from(ballot)
    .where(and(isNull(ballot.closedAt), lte(ballot.closesAt, now)))
    .orderBy(asc(ballot.closesAt));
  return found.map(({ id }) => id);
}

/** Who offers to lead the options of a ballot, by nomination. */
export async function offersOf(tx: Transaction, ballotId: string): Promise<Map<string, string>> {
  const found = await tx
    .select({ id: option.nominationId, accountId: option.leadOfferedBy })
    .from(option)
    .where(and(eq(option.ballotId, ballotId), isNotNull(option.leadOfferedBy)));
  return new Map(found.map(({ id, accountId }) => [id, accountId!]));
}

/** Which of these nominations stand on a ballot that has not closed. */
export async function underVote(
  nominationIds: readonly string[],
  within: Database | Transaction = database()
): Promise<Set<string>> {
  const found = await within
    .select({ id: option.nominationId })
    .from(option)
    .innerJoin(ballot, eq(ballot.id, option.ballotId))
    .where(and(oneOf(option.nominationId, nominationIds), isNull(ballot.closedAt)));
  return new Set(found.map(({ id }) => id));
}
