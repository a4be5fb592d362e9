/** The days of a weekly rhythm, as RFC 5545 names them, Monday first. */
export const weekdays = [
  { value: 'MO', label: 'Monday' },
  { value: 'TU', label: 'Tuesday' },
  { value: 'WE', label: 'Wednesday' },
  { value: 'TH', label: 'Thursday' },
  { value: 'FR', label: 'Friday' },
  { value: 'SA', label: 'Saturday' },
  { value: 'SU', label: 'Sunday' }
] as const;
export type Weekday = (typeof weekdays)[number]['value'];

/** How often a group meets on its weekday. */
export const frequencies = [
  { value: 'weekly', label: 'Every week' },
  { value: 'fortnightly', label: 'Every other week' },
  { value: '1', label: 'The first of the month' },
  { value: '2', label: 'The second of the month' },
  { value: '3', label: 'The third of the month' },
  { value: '4', label: 'The fourth of the month' },
  { value: '-1', label: 'The last of the month' }
] as const;
export type Frequency = (typeof frequencies)[number]['value'];

/** The rule of a series (RFC 5545, without DTSTART). */
export function ruleOf(every: Frequency, weekday: Weekday): string {
  if (every === 'weekly') return `FREQ=WEEKLY;BYDAY=${weekday}`;
  if (every === 'fortnightly') return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`;
  return `FREQ=MONTHLY;BYDAY=${every}${weekday}`;
}

/** What `ruleOf` made a rule of. */
export function readRule(rrule: string): { every: Frequency; weekday: Weekday } {
  const [, which, day] = /BYDAY=(-?\d)?(\w\w)/.exec(rrule) ?? [];
  const simple = rrule.includes('INTERVAL=2') ? 'fortnightly' : 'weekly';
  return {
    every: frequencies.find(({ value }) => value === which)?.value ?? simple,
    weekday: weekdays.find(({ value }) => value === day)?.value ?? 'MO'
  };
}

/** A rule as people say it: `every other Thursday`. */
export function ruleInWords(rrule: string): string {
  const { every, weekday } = readRule(rrule);
  const day = weekdays.find(({ value }) => value === weekday)!.label;
  if (every === 'weekly') return `every ${day}`;
  if (every === 'fortnightly') return `every other ${day}`;
  return `every ${ordinals[every]} ${day} of the month`;
}

const ordinals = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '-1': 'last' };
