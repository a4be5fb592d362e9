import { describe, expect, test } from 'vitest';
import { daysBack, readSpan, submissionsAnnouncedOn } from '#papers/feed/days.ts';

test('days back go over months and years, newest first', () => {
  expect(daysBack('2026-01-01', 0, 2)).toEqual(['2026-01-01', '2025-12-31', '2025-12-30']);
});

test.each([
  ['2026-06-12', '2026-06-12', '2026-06-12'],
  ['2026-W24', '2026-06-08', '2026-06-14'],
  ['2026-W01', '2025-12-29', '2026-01-04'],
  ['2026-W53', '2026-12-28', '2027-01-03'],
  ['2024-02', '2024-02-01', '2024-02-29']
])('%s is from %s to %s', (text, from, to) => {
  expect(readSpan(text)).toMatchObject({ text, from, to });
});

test.each(['2026-02-30', '2026-13', '2025-W53', '2026-W00', '2026-W99', 'today', '', '2026-6-1'])(
  '%j is no stretch of days',
  (text) => {
    expect(readSpan(text)).toBeNull();
  }
);

describe('what arXiv announces', () => {
  test.each([
    ['2026-06-08', 'Monday', '2026-06-04T18:00', '2026-06-05T18:00'],
    ['2026-06-09', 'Tuesday', '2026-06-05T18:00', '2026-06-08T18:00'],
    ['2026-06-10', 'Wednesday', '2026-06-08T18:00', '2026-06-09T18:00'],
    ['2026-06-12', 'Friday', '2026-06-10T18:00', '2026-06-11T18:00'],
    ['2026-01-07', 'a Wednesday in winter', '2026-01-05T19:00', '2026-01-06T19:00'],
    ['2026-03-10', 'the Tuesday after the clocks change', '2026-03-06T19:00', '2026-03-09T18:00']
  ])('on %s, %s, was submitted from %s to %s', (day, _, from, to) => {
    const announced = submissionsAnnouncedOn(day);
    expect([announced.from, announced.to].map((at) => at.toISOString().slice(0, 16))).toEqual([from, to]);
  });
});
