import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atLeast } from '#papers/related.server.ts';

test('a query for so many of some words is true of texts with as many, and of no others', () => {
  const letters = ['a', 'b', 'c', 'd', 'e'];
  fc.assert(
    fc.property(fc.subarray(letters), fc.integer({ min: 1, max: 5 }), (text, count) => {
      const asked = atLeast(count, letters).replace(/[a-e]/g, (letter) => String(text.includes(letter)));
      // JavaScript binds & before |, too, and its numbers do for truth.
      expect(Boolean(new Function(`return ${asked}`)())).toBe(text.length >= count);
    })
  );
});
