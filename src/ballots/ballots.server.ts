import { and, asc, isNull, lte } from 'drizzle-orm';
import { ballot } from '#ballots/schema.ts';
import { database } from '#platform/database.server.ts';

export { close, resultOf, withdraw } from '#ballots/closing.server.ts';
export { open, openIn, openNow, type Opener } from '#ballots/opening.server.ts';
export { list, view } from '#ballots/reading.server.ts';
export { jobs, lettersOf, remindDue, remindNow } from '#ballots/reminding.server.ts';
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
