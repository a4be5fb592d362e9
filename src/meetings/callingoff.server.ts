import { and, eq, gt, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { CancelledFor } from '#meetings/meetings.ts';
import { makeOccurrences, raised, type Series } from '#meetings/occurring.server.ts';
import { holiday, meeting } from '#meetings/schema.ts';
import { planSteps } from '#meetings/steps.server.ts';
import type { Transaction } from '#platform/database.server.ts';

/** Calls off what a series has to come, or the part of it that `which` names. */
export async function callOff(
  tx: Transaction,
  { id }: Series,
  reason: CancelledFor,
  which: SQL | undefined = undefined
): Promise<void> {
  const now = new Date();
  await tx
    .update(meeting)
    .set({ cancelledAt: now, cancelledFor: reason, sequence: raised })
    .where(and(eq(meeting.seriesId, id), gt(meeting.startsAt, now), isNull(meeting.cancelledAt), which));
  await planSteps(tx, eq(meeting.seriesId, id));
}

/** Calls back what a pause or a holiday called off and neither keeps off now, and makes what is missing. */
export async function callBack(tx: Transaction, current: Series): Promise<void> {
  if (current.pausedAt) return;
  const now = new Date();
  await tx
    .update(meeting)
    .set({ cancelledAt: null, cancelledFor: null, sequence: raised })
    .where(
      and(
        eq(meeting.seriesId, current.id),
        gt(meeting.startsAt, now),
        isNotNull(meeting.cancelledFor),
        sql`not ${isOnHoliday(current)}`
      )
    );
  await planSteps(tx, eq(meeting.seriesId, current.id));
  await makeOccurrences(tx, current, now);
}

/** A meeting starts on one of its group's days off. */
function isOnHoliday({ timezone }: Series): SQL {
  return sql`exists (select 1 from ${holiday} where ${holiday.groupId} = ${meeting.groupId}
    and ${startDay(timezone)} between ${holiday.fromOn} and ${holiday.untilOn})`;
}

/** The day on which a meeting starts, on the clocks of a zone. */
export function startDay(timezone: string): SQL {
  return sql`(${meeting.startsAt} at time zone ${timezone})::date`;
}
