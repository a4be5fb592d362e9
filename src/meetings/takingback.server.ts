import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import * as ballots from '#ballots/ballots.server.ts';
import { tellOfLead } from '#meetings/leadletters.server.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import type { Transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';

/**
 * Takes what a ballot chose off the agenda of a meeting to come, back into the queue; the ballot's result stays as it is,
 * and its meeting can be asked for again.
 * @returns how many papers that were; those the group has come to already stay
 */
export async function takeBack(tx: Transaction, ballotId: string, now: Date): Promise<number> {
  const result = await ballots.resultOf(tx, ballotId);
  if (!result || result.winners.length === 0) return 0;
  await queue.hold(tx, result.winners);
  const takers = tx
    .select({ id: agendaItem.meetingId })
    .from(agendaItem)
    .where(inArray(agendaItem.nominationId, result.winners));
  const toCome = await tx
    .select({ id: meeting.id })
    .from(meeting)
    .where(and(inArray(meeting.id, takers), gt(meeting.startsAt, now)))
    .orderBy(asc(meeting.id))
    .for('no key update');
  const taken = await tx
    .delete(agendaItem)
    .where(
      and(
        inArray(agendaItem.nominationId, result.winners),
        inArray(
          agendaItem.meetingId,
          toCome.map(({ id }) => id)
        ),
        isNull(agendaItem.startedAt)
      )
    )
    .returning({ id: agendaItem.id, nominationId: agendaItem.nominationId });
  if (taken.length === 0) return 0;
  for (const { id } of taken) await tellOfLead(tx, id, null, null);
  await queue.putBack(
    tx,
    taken.flatMap(({ nominationId }) => nominationId ?? [])
  );
  await tx.update(meeting).set({ ballotId: null }).where(eq(meeting.ballotId, ballotId));
  return taken.length;
}
