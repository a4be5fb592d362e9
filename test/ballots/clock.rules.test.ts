import { expect, test } from 'vitest';
import { closingTime, defaultClosing } from '#ballots/clock.server.ts';
import { Invalid } from '../../src/failures.ts';

const iso = (text: string, zone: string) => closingTime(text, zone).toISOString();

test('a closing time is the wall clock of the group, summer and winter', () => {
  expect(iso('2026-01-15T18:00', 'Europe/Berlin')).toBe('2026-01-15T17:00:00.000Z');
  expect(iso('2026-07-15T18:00', 'Europe/Berlin')).toBe('2026-07-15T16:00:00.000Z');
  expect(iso('2026-07-15T18:00', 'Asia/Kolkata')).toBe('2026-07-15T12:30:00.000Z');
});

test('times that a clock change skips or repeats are taken once', () => {
  expect(iso('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  expect(iso('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
});

test('what is no time is refused beside its field', () => {
  expect(() => closingTime('2026-13-40T99:00', 'UTC')).toThrow(Invalid);
});

test('a ballot closes two days before its meeting, or in two days', () => {
  const now = new Date('2026-06-01T10:20:00Z');
  expect(defaultClosing('Europe/Berlin', now)).toBe('2026-06-03T13:00');
  expect(defaultClosing('Europe/Berlin', now, new Date('2026-06-11T15:00:00Z'))).toBe('2026-06-09T17:00');
  expect(defaultClosing('Europe/Berlin', now, new Date('2026-06-02T15:00:00Z'))).toBe('2026-06-03T13:00');
});
