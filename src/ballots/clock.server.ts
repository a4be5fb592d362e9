import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { database, type Database, type Transaction } from '#platform/database.server.ts';
import { Invalid } from '../failures.ts';

/** What the clock of the database says. Instances may disagree about the time; by this one ballots open and close. */
export async function clock(within: Database | Transaction = database()): Promise<Date> {
  const [row] = await within.execute<{ now: string | Date }>(sql`select clock_timestamp() as now`);
  return new Date(row!.now);
}

/** When voting begins: the moment of a wall-clock time, or null for at once. @throws Invalid when it is no time */
export function openingTime(wallClock: string, timezone: string): Date | null {
  return wallClock === '' ? null : momentOf(wallClock, timezone, 'opensAt');
}

/**
 * The moment a wall-clock time (`2026-06-01T18:00`) names in a zone. One that a clock change skips is
 * as much later as the change; one that occurs twice is the first.
 * @throws Invalid when it is no time at all
 */
export function closingTime(wallClock: string, timezone: string): Date {
  return momentOf(wallClock, timezone, 'closesAt');
}

/**
 * When a ballot closes unless somebody says otherwise: two days before the meeting it decides for, or in two days
 * when there is none or it is nearer. @returns wall-clock time in the zone, for a `datetime-local` field
 */
export function defaultClosing(timezone: string, now: Date, meetingAt: Date | undefined = undefined): string {
  const inTwoDays = zoned(now, timezone)
    .add({ days: 2 })
    .round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const before = meetingAt && zoned(meetingAt, timezone).subtract({ days: 2 });
  const early = before && before.epochMilliseconds > now.getTime() + 3_600_000;
  return (early ? before : inTwoDays).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function zoned(at: Date, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timezone);
}

function momentOf(wallClock: string, timezone: string, field: string): Date {
  try {
    const zoned = Temporal.PlainDateTime.from(wallClock).toZonedDateTime(timezone);
    return new Date(zoned.epochMilliseconds);
  } catch {
    throw new Invalid({ [field]: 'Give a day and a time.' });
  }
}
