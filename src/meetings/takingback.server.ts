import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import * as ballots from '#ballots/ballots.server.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import type { Transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';

/**
 * Takes what a ballot chose off the agenda of a meeting to come, back into the queue; the ballot's result stays as it is,
 * and its meeting can be asked for again.
 * @returns how many papers that were; those the group has come to already stay
 */
export async function takeBack(tx: Transaction, ballotId: string, now: Date): Promise<number> {
  const result = await ballots.resultOf(tx, ballotId);
  if (!result || result.winners.length === 0) return 0;
  // Nominations before meetings, as the closing of a ballot locks them.
  await tx
    .select({ id: nomination.id })
    .from(nomination)
    .where(inArray(nomination.id, result.winners))
    .orderBy(asc(nomination.id))
    .for('update');
  const toCome = tx.select({ id: meeting.id }).from(meeting).where(gt(meeting.startsAt, now));
  const taken = await tx
    .delete(agendaItem)
    .where(
      and(
        inArray(agendaItem.nominationId, result.winners),
        inArray(agendaItem.meetingId, toCome),
        isNull(agendaItem.startedAt)
      )
    )
    .returning({ nominationId: agendaItem.nominationId });
  if (taken.length === 0) return 0;
  await queue.putBack(
    tx,
    taken.flatMap(({ nominationId }) => nominationId ?? [])
  );
  await tx.update(meeting).set({ ballotId: null }).where(eq(meeting.ballotId, ballotId));
  return taken.length;
}
