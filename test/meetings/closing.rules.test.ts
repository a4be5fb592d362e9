import { expect, test } from 'vitest';
import { likelyFate } from '#meetings/closing.ts';

const begun = { startedAt: new Date() };
const left = { startedAt: null };

test('what the group came to was probably discussed, and the rest goes on while there is a next meeting', () => {
  expect(likelyFate(begun, [begun, left], true)).toBe('discussed');
  expect(likelyFate(left, [begun, left], true)).toBe('next');
  expect(likelyFate(left, [begun, left], false)).toBe('queue');
});

test('where nobody kept time, all was probably discussed', () => {
  expect(likelyFate(left, [left, left], true)).toBe('discussed');
});
