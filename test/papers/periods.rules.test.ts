import { expect, test } from 'vitest';
import { stretches } from '#papers/periods.ts';

test('stretches of time go back from the newest month, each holding the one before', () => {
  const found = stretches('2026-02', null);
  expect(found.map(({ months }) => months)).toEqual([1, 2, 4, 8, 12, 24, 60]);
  expect(found[0]!.words).toEqual(['@2026-2']);
  expect(found[2]!.words).toEqual(['@2026-2', '@2026-1', '@2025-12', '@2025-11']);
  expect(found[5]!.words).toEqual(['@2026', '@2025']);
  expect(found[6]!.words).toEqual(['@2026', '@2025', '@2024', '@2023', '@2022']);
});

test('within a year they go back from its end', () => {
  const found = stretches('2026-02', '2019');
  expect(found[1]!.words).toEqual(['@2019-12', '@2019-11']);
  expect(found.at(-1)).toEqual({ months: 12, words: ['@2019'] });
});
