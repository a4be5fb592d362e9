import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frequencies, readRule, ruleInWords, ruleOf, weekdays, type Frequency } from '#meetings/rhythm.ts';
import { momentOf, occurrences, wallClock, type Pattern } from '#meetings/rhythm.server.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Africa/Casablanca'
];
const days = 86_400_000;

const pattern = fc.record({
  weekday: fc.constantFrom(...weekdays.map(({ value }) => value)),
  startsOn: fc
    .integer({ min: Date.UTC(2020, 0, 1) / days, max: Date.UTC(2029, 11, 31) / days })
    .map((day) => new Date(day * days).toISOString().slice(0, 10)),
  startTime: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  timezone: fc.constantFrom(...zones)
});
const series = ({ weekday, ...rest }: Omit<Pattern, 'rrule'> & { weekday: 'TH' | string }): Pattern => ({
  ...rest,
  rrule: ruleOf('weekly', weekday as 'TH')
});
const isoWeekday = (day: string) => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;

/** What `Intl` says the clocks of a zone show, to check one library by another. */
const shown = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);

describe('a weekly series, in any zone', () => {
  test('meets every week on its weekday, and on its wall-clock time unless a clock change skips that', () => {
    fc.assert(
      fc.property(pattern, fc.integer({ min: 0, max: 300 }), (given, afterDays) => {
        const from = new Date(Date.parse(`${given.startsOn}T00:00Z`) + afterDays * days);
        const found = occurrences(series(given), from, 53);
        expect(found).toHaveLength(53);
        for (const [index, { occursOn, startsAt }] of found.entries()) {
          expect(weekdays[isoWeekday(occursOn)]!.value).toBe(given.weekday);
          expect(startsAt >= from && occursOn >= given.startsOn).toBe(true);
          if (index > 0) expect(Date.parse(occursOn) - Date.parse(found[index - 1]!.occursOn)).toBe(7 * days);
          const clock = shown(startsAt, given.timezone);
          if (clock === `${occursOn} ${given.startTime}`) continue;
          // Skipped: an hour before, the clocks had not yet shown the time; now they are past it.
          expect(clock > `${occursOn} ${given.startTime}`).toBe(true);
          expect(
            shown(new Date(startsAt.getTime() - 3_600_001), given.timezone) < `${occursOn} ${given.startTime}`
          ).toBe(true);
        }
      }),
      { numRuns: 60 }
    );
  });

  test('leaves out none: the first is less than a week and a clock change after it may begin', () => {
    fc.assert(
      fc.property(pattern, fc.integer({ min: 0, max: 500 * 24 }), (given, hours) => {
        const from = new Date(
          momentOf(given.startsOn, '00:00', given.timezone).getTime() + hours * 3_600_000
        );
        const [first] = occurrences(series(given), from, 1);
        expect(first!.startsAt.getTime() - from.getTime()).toBeLessThan(7 * days + 2 * 3_600_000);
      }),
      { numRuns: 150 }
    );
  });

  test('goes on from where it was asked, with the same meetings', () => {
    fc.assert(
      fc.property(pattern, fc.integer({ min: 1, max: 20 }), (given, index) => {
        const from = new Date(`${given.startsOn}T00:00Z`);
        const all = occurrences(series(given), from, 24);
        expect(occurrences(series(given), all[index]!.startsAt, 3)).toEqual(all.slice(index, index + 3));
      }),
      { numRuns: 60 }
    );
  });
});

const times = (found: { startsAt: Date }[]) => found.map(({ startsAt }) => startsAt.toISOString());

test('Berlin at 18:00 moves in UTC with both clock changes', () => {
  const berlin = {
    rrule: 'FREQ=WEEKLY;BYDAY=TH',
    startsOn: '2026-03-26',
    startTime: '18:00',
    timezone: 'Europe/Berlin'
  };
  expect(times(occurrences(berlin, new Date('2026-03-20'), 2))).toEqual([
    '2026-03-26T17:00:00.000Z',
    '2026-04-02T16:00:00.000Z'
  ]);
  expect(times(occurrences(berlin, new Date('2026-10-20'), 2))).toEqual([
    '2026-10-22T16:00:00.000Z',
    '2026-10-29T17:00:00.000Z'
  ]);
});

test('a time that a clock change skips still gives a meeting that day, and one it repeats the first', () => {
  const berlin = {
    rrule: 'FREQ=WEEKLY;BYDAY=SU',
    startsOn: '2026-03-22',
    startTime: '02:30',
    timezone: 'Europe/Berlin'
  };
  expect(times(occurrences(berlin, new Date('2026-03-22'), 3))).toEqual([
    '2026-03-22T01:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
    '2026-04-05T00:30:00.000Z'
  ]);
  expect(times(occurrences(berlin, new Date('2026-10-24'), 1))).toEqual(['2026-10-25T00:30:00.000Z']);
});

test('south of the equator, and where clocks change by half an hour', () => {
  const at = (timezone: string) =>
    times(
      occurrences(
        { rrule: 'FREQ=WEEKLY;BYDAY=SA', startsOn: '2026-10-03', startTime: '12:00', timezone },
        new Date('2026-10-01'),
        2
      )
    );
  expect(at('Australia/Sydney')).toEqual(['2026-10-03T02:00:00.000Z', '2026-10-10T01:00:00.000Z']);
  expect(at('Australia/Lord_Howe')).toEqual(['2026-10-03T01:30:00.000Z', '2026-10-10T01:00:00.000Z']);
  expect(at('Asia/Kolkata')).toEqual(['2026-10-03T06:30:00.000Z', '2026-10-10T06:30:00.000Z']);
});

test('the day is the one in the series’ zone, also where it is already another in UTC', () => {
  const kiritimati = {
    rrule: 'FREQ=WEEKLY;BYDAY=MO',
    startsOn: '2026-06-01',
    startTime: '08:00',
    timezone: 'Pacific/Kiritimati'
  };
  const [first] = occurrences(kiritimati, new Date('2026-05-31T00:00Z'), 1);
  expect(first).toEqual({ occursOn: '2026-06-01', startsAt: new Date('2026-05-31T18:00Z') });
});

test('what a form shows of a moment leads back to it', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      fc.constantFrom(...zones),
      (moment, zone) => {
        const { date, time } = wallClock(moment, zone);
        expect(shown(momentOf(date, time, zone), zone)).toBe(`${date} ${time}`);
      }
    )
  );
});

test('a rule can be read back, and said', () => {
  for (const { value: every } of frequencies)
    for (const { value: weekday } of weekdays)
      expect(readRule(ruleOf(every, weekday))).toEqual({ every, weekday });
  expect(ruleInWords(ruleOf('weekly', 'TH'))).toBe('every Thursday');
  expect(ruleInWords(ruleOf('fortnightly', 'MO'))).toBe('every other Monday');
  expect(ruleInWords(ruleOf('-1', 'FR'))).toBe('every last Friday of the month');
});

describe('a series of another frequency, in any zone', () => {
  const frequent = (every: Frequency, given: Omit<Pattern, 'rrule'> & { weekday: string }): Pattern => ({
    ...given,
    rrule: ruleOf(every, given.weekday as 'TH')
  });

  test('every other week keeps its weeks across years and clock changes', () => {
    fc.assert(
      fc.property(pattern, fc.integer({ min: 0, max: 400 }), (given, afterDays) => {
        const from = new Date(Date.parse(`${given.startsOn}T00:00Z`) - days);
        const all = occurrences(frequent('fortnightly', given), from, 60);
        for (const [index, { occursOn }] of all.entries()) {
          expect(weekdays[isoWeekday(occursOn)]!.value).toBe(given.weekday);
          if (index > 0) expect(Date.parse(occursOn) - Date.parse(all[index - 1]!.occursOn)).toBe(14 * days);
        }
        const later = new Date(from.getTime() + afterDays * days);
        const rest = all.filter(({ startsAt }) => startsAt >= later);
        expect(occurrences(frequent('fortnightly', given), later, 5)).toEqual(rest.slice(0, 5));
      }),
      { numRuns: 40 }
    );
  });

  test('a weekday of the month comes once a month, where the calendar has it', () => {
    const which = fc.constantFrom('1', '2', '3', '4', '-1');
    fc.assert(
      fc.property(pattern, which, (given, every) => {
        const from = new Date(Date.parse(`${given.startsOn}T00:00Z`) - days);
        const found = occurrences(frequent(every, given), from, 30);
        const months = found.map(({ occursOn }) => occursOn.slice(0, 7));
        expect(new Set(months).size).toBe(30);
        for (const { occursOn } of found) {
          const date = Number(occursOn.slice(8));
          const daysLeft =
            new Date(Date.UTC(+occursOn.slice(0, 4), +occursOn.slice(5, 7), 0)).getUTCDate() - date;
          expect(weekdays[isoWeekday(occursOn)]!.value).toBe(given.weekday);
          if (every === '-1') expect(daysLeft).toBeLessThan(7);
          else expect(Math.ceil(date / 7)).toBe(Number(every));
        }
      }),
      { numRuns: 40 }
    );
  });

  test('days off are left out, and nothing else', () => {
    fc.assert(
      fc.property(pattern, fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 6 }), (given, skipped) => {
        const from = new Date(`${given.startsOn}T00:00Z`);
        const all = occurrences(series(given), from, 30);
        const off = skipped.map((index) => all[index]!.occursOn).map((on) => ({ fromOn: on, untilOn: on }));
        const kept = all.filter((_, index) => !skipped.includes(index));
        expect(occurrences(series(given), from, kept.length, off)).toEqual(kept);
      }),
      { numRuns: 60 }
    );
  });
});

test('the last Friday of the month, at six in Sydney, across its clock change', () => {
  const sydney = {
    rrule: ruleOf('-1', 'FR'),
    startsOn: '2026-09-01',
    startTime: '18:00',
    timezone: 'Australia/Sydney'
  };
  expect(times(occurrences(sydney, new Date('2026-09-01'), 3))).toEqual([
    '2026-09-25T08:00:00.000Z',
    '2026-10-30T07:00:00.000Z',
    '2026-11-27T07:00:00.000Z'
  ]);
});
