import { Temporal } from 'temporal-polyfill';

/** The ISO date of a moment in UTC. */
export function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** ISO dates from so many days before `today` to so many, newest first. */
export function daysBack(today: string, from: number, to: number): string[] {
  const day = Temporal.PlainDate.from(today);
  return Array.from({ length: to - from + 1 }, (_, index) => day.subtract({ days: from + index }).toString());
}

/** Whether sources list papers on this ISO date: not on Saturdays and Sundays. */
export function isWeekday(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5;
}

/**
 * A stretch of days as people and Hugging Face write it: `2026-06-12`, `2026-W24` (ISO 8601) or `2026-06`.
 * @returns its first and last day and the parameter it is asked by, or null when there is no such stretch
 */
export function readSpan(text: string): Span | null {
  try {
    return dateSpan(text) ?? weekSpan(text) ?? monthSpan(text);
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

export interface Span {
  kind: 'date' | 'week' | 'month';
  text: string;
  from: string;
  to: string;
}

function dateSpan(text: string): Span | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Temporal.PlainDate.from(text).toString();
  return { kind: 'date', text, from: day, to: day };
}

function weekSpan(text: string): Span | null {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
  if (!year || !week) return null;
  // The fourth of January is always in the first week.
  const fourth = Temporal.PlainDate.from(`${year}-01-04`);
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(week) - 1 });
  if (monday.yearOfWeek !== Number(year) || monday.weekOfYear !== Number(week)) return null;
  return { kind: 'week', text, from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}

function monthSpan(text: string): Span | null {
  if (!/^\d{4}-\d{2}$/.test(text)) return null;
  const first = Temporal.PlainDate.from(`${text}-01`);
  const to = first.add({ months: 1 }).subtract({ days: 1 }).toString();
  return { kind: 'month', text, from: first.toString(), to };
}

/**
 * From when to when (exclusive) papers were submitted that arXiv announces in the feed of a weekday: it closes each
 * weekday at 14:00 in New York, and announces on the evening before the day that the feed is dated by.
 * Source: https://info.arxiv.org/help/availability.html
 */
export function submissionsAnnouncedOn(day: string): { from: Date; to: Date } {
  const on = Temporal.PlainDate.from(day);
  const [from, to] = on.dayOfWeek === 1 ? [4, 3] : on.dayOfWeek === 2 ? [4, 1] : [2, 1];
  const closing = (days: number) =>
    new Date(
      on.subtract({ days }).toZonedDateTime({ timeZone: 'America/New_York', plainTime: '14:00' })
        .epochMilliseconds
    );
  return { from: closing(from), to: closing(to) };
}
