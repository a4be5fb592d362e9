import { Temporal } from 'temporal-polyfill';
import type { Quiet } from '#groups/forms.ts';

/** When a mail may go out that is ready at `at`: then, or when the quiet hours end that it falls into. */
export function outsideQuiet(at: Date, quiet: Quiet | null): Date {
  if (!quiet) return at;
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(quiet.timezone);
  const now = zoned.toPlainTime();
  const [from, until] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.until)];
  const [afterFrom, beforeUntil] = [isNotBefore(now, from), !isNotBefore(now, until)];
  const overnight = !isNotBefore(until, from);
  const isQuiet = overnight ? afterFrom || beforeUntil : afterFrom && beforeUntil;
  if (!isQuiet) return at;
  const day = overnight && afterFrom ? zoned.toPlainDate().add({ days: 1 }) : zoned.toPlainDate();
  const end = day.toZonedDateTime({ timeZone: quiet.timezone, plainTime: until });
  return new Date(Math.max(at.getTime(), end.epochMilliseconds));
}

function isNotBefore(time: Temporal.PlainTime, other: Temporal.PlainTime): boolean {
  return Temporal.PlainTime.compare(time, other) >= 0;
}
