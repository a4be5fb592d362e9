import { and, eq, gte, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { group } from '#groups/schema.ts';
import { changed } from '#meetings/changed.ts';
import { wallClock, occurrences, type Days } from '#meetings/rhythm.server.ts';
import { holiday, meeting, series } from '#meetings/schema.ts';
import { planSteps } from '#meetings/steps.server.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';

/** How many meetings of a series are there before their time. */
export const keptAhead = 4;

export type Series = typeof series.$inferSelect;

/** Whoever changes a group's rhythm or its days off does so one after the other. */
export async function oneAtATime(tx: Transaction, groupId: string): Promise<void> {
  await tx.select({ id: group.id }).from(group).where(eq(group.id, groupId)).for('no key update');
}

/** The days off of a group that are not over. */
export function daysOff(tx: Transaction, { groupId, timezone }: Series, now: Date): Promise<Days[]> {
  return tx
    .select({ fromOn: holiday.fromOn, untilOn: holiday.untilOn })
    .from(holiday)
    .where(and(eq(holiday.groupId, groupId), gte(holiday.untilOn, wallClock(now, timezone).date)));
}

/** Makes the meetings of a series that come next and are not there yet. @returns how many it made */
export async function makeOccurrences(tx: Transaction, made: Series, now: Date): Promise<number> {
  const { id: seriesId, groupId, title, durationMinutes, place } = made;
  const next = occurrences(made, now, keptAhead, await daysOff(tx, made, now));
  if (next.length === 0) return 0;
  const inserted = await tx
    .insert(meeting)
    .values(next.map((one) => ({ id: newId(), groupId, seriesId, title, durationMinutes, place, ...one })))
    .onConflictDoNothing({ target: [meeting.seriesId, meeting.occursOn] })
    .returning({ id: meeting.id });
  if (inserted.length > 0)
    await planSteps(
      tx,
      inArray(
        meeting.id,
        inserted.map(({ id }) => id)
      )
    );
  return inserted.length;
}

/** Makes the meetings to come of every running series that are not there yet, however often and many ask. */
export async function keepOccurrencesMade(now: Date = new Date()): Promise<void> {
  const isRunning = and(isNull(series.endedAt), isNull(series.pausedAt));
  const running = await database().select().from(series).where(isRunning);
  for (const one of running) {
    await transaction(async (tx) => {
      await oneAtATime(tx, one.groupId);
      const [still] = await tx
        .select({ id: series.id })
        .from(series)
        .where(and(eq(series.id, one.id), isRunning));
      if (still && (await makeOccurrences(tx, one, now)) > 0) await publish(changed(one.groupId), tx);
    });
  }
}

/** The group's present series, locked. */
export async function currentOf(tx: Transaction, groupId: string): Promise<Series | undefined> {
  const [found] = await tx.select().from(series).where(isCurrentOf(groupId)).for('update');
  return found;
}

export function isCurrentOf(groupId: string) {
  return and(eq(series.groupId, groupId), isNull(series.endedAt));
}

/** The sequence of a meeting that is called off or back: the next one. */
export const raised = sql`${meeting.sequence} + 1`;

/** The sequence of a meeting that gets this time, place and title: the next one where anything of it is new. */
export function raisedFor({ startsAt, durationMinutes, place, title }: Occasion): SQL {
  const now = sql`${meeting.startsAt}, ${meeting.durationMinutes}, ${meeting.place}, ${meeting.title}`;
  const then = sql`${startsAt.toISOString()}::timestamptz, ${durationMinutes}::int, ${place}::text, ${title}::text`;
  return sql`${meeting.sequence} + ((${now}) is distinct from (${then}))::int`;
}

/** When and where a meeting takes place, and what it is called. */
export interface Occasion {
  startsAt: Date;
  durationMinutes: number;
  place: string;
  title: string;
}
