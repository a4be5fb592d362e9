import { describe, expect, test } from 'vitest';
import { moment, zoneName } from '#ui/moment.ts';

describe('a moment', () => {
  test('is told on the clocks of the zone it is asked for', () => {
    const at = new Date('2026-11-26T17:00:00Z');
    expect(moment(at, 'Europe/Berlin', 'full')).toBe('Thursday 26 November 2026, 18:00');
    expect(moment(at, 'Asia/Tokyo', 'short')).toBe('Fri 27 Nov, 02:00');
    expect(moment(at, 'America/New_York', 'time')).toBe('12:00');
    expect(moment(at, 'Asia/Tokyo', 'date')).toBe('Fri 27 Nov 2026');
  });

  test('keeps its place on either side of a clock change', () => {
    expect(moment(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin', 'time')).toBe('02:30');
    expect(moment(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin', 'time')).toBe('02:30');
    expect(moment(new Date('2026-03-29T01:00:00Z'), 'Europe/Berlin', 'time')).toBe('03:00');
  });

  test('at midnight is 00:00 of the new day', () => {
    expect(moment(new Date('2026-11-26T00:00:00Z'), 'UTC', 'short')).toBe('Thu 26 Nov, 00:00');
  });
});

test('a zone is called by its city', () => {
  expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires time');
  expect(zoneName('Etc/UTC')).toBe('UTC');
});
