import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outsideQuiet } from '#groups/quiet.ts';

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const timezone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/New_York'
);
const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });

test('mail waits until the quiet hours end, also over midnight, and goes out at once outside them', () => {
  const night = { from: '22:00', until: '07:00', timezone: 'Europe/Berlin' };
  const sent = (moment: string) => outsideQuiet(new Date(moment), night).toISOString();
  expect(sent('2026-11-26T20:59:00Z')).toBe('2026-11-26T20:59:00.000Z');
  expect(sent('2026-11-26T21:00:00Z')).toBe('2026-11-27T06:00:00.000Z');
  expect(sent('2026-11-27T02:00:00Z')).toBe('2026-11-27T06:00:00.000Z');
  expect(sent('2026-11-27T06:00:00Z')).toBe('2026-11-27T06:00:00.000Z');
  const lunch = { from: '12:00', until: '13:30', timezone: 'Asia/Kolkata' };
  expect(outsideQuiet(new Date('2026-11-26T07:00Z'), lunch)).toEqual(new Date('2026-11-26T08:00Z'));
  expect(outsideQuiet(new Date('2026-11-26T07:00Z'), null)).toEqual(new Date('2026-11-26T07:00Z'));
});

test('a night in which the clocks change ends at the same time by the clock', () => {
  const night = { from: '22:00', until: '07:00', timezone: 'Europe/Berlin' };
  expect(outsideQuiet(new Date('2026-03-28T22:00Z'), night)).toEqual(new Date('2026-03-29T05:00Z'));
  expect(outsideQuiet(new Date('2026-10-24T22:00Z'), night)).toEqual(new Date('2026-10-25T06:00Z'));
});

test('nothing is sent early or waits for more than a day, and what waited need not wait again', () => {
  fc.assert(
    fc.property(at, time, time, timezone, (moment, from, until, zone) => {
      const quiet = { from, until, timezone: zone };
      const sent = outsideQuiet(moment, quiet);
      expect(sent >= moment).toBe(true);
      expect(sent.getTime() - moment.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
      expect(outsideQuiet(sent, quiet)).toEqual(sent);
      if (from === until) expect(sent).toEqual(moment);
    })
  );
});
