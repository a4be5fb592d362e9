import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { Invalid } from '../failures.ts';

/** The rhythm of a series: a rule for the days, a wall-clock time in a zone. */
export interface Pattern {
  /** RFC 5545, without DTSTART. */
  rrule: string;
  /** `2026-11-26`: no meeting before this day. */
  startsOn: string;
  /** `18:00`, on the clocks of `timezone`. */
  startTime: string;
  /** IANA zone. */
  timezone: string;
}

/** One meeting as the rhythm gives it: the day in the series' zone, and the moment. */
export interface Occurrence {
  occursOn: string;
  startsAt: Date;
}

/** A run of days, both ends included. */
export interface Days {
  fromOn: string;
  untilOn: string;
}

/**
 * The next `count` meetings of a series that start at `from` or later, save on days off.
 *
 * The rule gives days, and each day gets its time afterwards: RFC 5545 (3.3.10) drops what falls into the hour
 * that a clock change skips, but a group still meets on such a day.
 */
export function occurrences(
  pattern: Pattern,
  from: Date,
  count: number,
  daysOff: readonly Days[] = []
): Occurrence[] {
  const rule = new RRuleTemporal({
    rruleString: pattern.rrule,
    dtstart: Temporal.PlainDate.from(pattern.startsOn).toZonedDateTime('UTC')
  });
  const found: Occurrence[] = [];
  // A day of a zone can begin up to 14 hours before UTC's; one that starts before `from` after all is passed over.
  let day = rule.next(new Date(from.getTime() - 2 * dayLength), true);
  while (day && found.length < count) {
    const occursOn = day.toPlainDate().toString();
    const startsAt = momentOf(occursOn, pattern.startTime, pattern.timezone);
    const isOff = daysOff.some(({ fromOn, untilOn }) => occursOn >= fromOn && occursOn <= untilOn);
    if (startsAt >= from && !isOff) found.push({ occursOn, startsAt });
    day = rule.next(new Date(day.epochMilliseconds), false);
  }
  return found;
}

/**
 * The moment a wall-clock time names in a zone. One that a clock change skips is as much later as the change; one
 * that occurs twice is the first.
 */
export function momentOf(day: string, time: string, timezone: string): Date {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: timezone,
    plainTime: Temporal.PlainTime.from(time)
  });
  return new Date(zoned.epochMilliseconds);
}

/** Day (`2026-11-26`) and time (`18:00`) of a moment on the clocks of a zone, as form fields want them. */
export function wallClock(at: Date, timezone: string): { date: string; time: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timezone);
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' })
  };
}

/** @throws Invalid for days of which the last one is over in the zone: nothing would come of them */
export function assertNotOver({ from, until }: { from: string; until: string }, timezone: string): void {
  if (until >= wallClock(new Date(), timezone).date) return;
  throw new Invalid({
    [from === until ? 'from' : 'until']: 'This is over already. Give days that are still to come.'
  });
}

const dayLength = 86_400_000;
