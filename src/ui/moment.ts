export type MomentStyle = 'full' | 'short' | 'date' | 'time';

const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const formats: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  full: { ...day, weekday: 'long', month: 'long', ...clock },
  short: { weekday: 'short', day: 'numeric', month: 'short', ...clock },
  date: day,
  time: clock
};

const known = new Map<string, Intl.DateTimeFormat>();

/** A moment on the clocks of an IANA zone, put together from its parts so that server and browser agree to the letter. */
export function moment(at: Date, zone: string, style: MomentStyle): string {
  const key = `${zone} ${style}`;
  const format = known.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...formats[style], timeZone: zone });
  known.set(key, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = [part.weekday, part.day, part.month, part.year].filter(Boolean).join(' ');
  const time = part.hour ? `${part.hour}:${part.minute}` : '';
  return [date, time].filter(Boolean).join(', ');
}

/**
 * The same moment on a reader's own clocks: its time, with the day where that is another one.
 * @returns undefined where these clocks show the same
 */
export function ownMoment(at: Date, zone: string, own: string | null | undefined): string | undefined {
  if (!own || moment(at, own, 'short') === moment(at, zone, 'short')) return undefined;
  const sameDay = moment(at, own, 'date') === moment(at, zone, 'date');
  return moment(at, own, sameDay ? 'time' : 'short');
}

/** A moment as letters say it: `Thursday 3 December 2026, 18:00 (Berlin time; 09:00 for you)`. */
export function writtenMoment(
  at: Date,
  zone: string,
  own: string | null,
  style: MomentStyle = 'full'
): string {
  return `${moment(at, zone, style)} (${clocks(at, zone, own)})`;
}

/** Whose clocks a moment was told by, and what a reader's own show then: `Berlin time; 09:00 for you`. */
export function clocks(at: Date, zone: string, own: string | null): string {
  const here = ownMoment(at, zone, own);
  return `${zoneName(zone)}${here ? `; ${here} for you` : ''}`;
}

/** How people call a zone: "Berlin time" for Europe/Berlin. */
export function zoneName(zone: string): string {
  if (/^(Etc\/)?(UTC|GMT)$/.test(zone)) return 'UTC';
  return `${zone.split('/').at(-1)?.replaceAll('_', ' ')} time`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC'
});

/** A day such as `2026-11-27`, near enough to need no year. */
export function nearDay(day: string): string {
  return dayFormat.format(beginningOf(day));
}

/** A day such as `2026-11-27`, with its year. */
export function dayName(day: string): string {
  return moment(beginningOf(day), 'UTC', 'date');
}

function beginningOf(day: string): Date {
  return new Date(`${day}T00:00Z`);
}
