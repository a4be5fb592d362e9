import { expect, test } from 'vitest';
import { stretches } from '#papers/periods.ts';

test('stretches of time go back from the newest month, each holding the one before', () => {
  const [month, quarter, two, five] = stretches('2026-02', null);
  expect(month).toEqual(['@2026-2']);
  expect(quarter).toEqual(['@2026-2', '@2026-1', '@2025-12', '@2025-11']);
  expect(two).toEqual(['@2026', '@2025']);
  expect(five).toEqual(['@2026', '@2025', '@2024', '@2023', '@2022']);
});

test('within a year they go back from its end', () => {
  expect(stretches('2026-02', '2019')).toEqual([
    ['@2019-12'],
    ['@2019-12', '@2019-11', '@2019-10', '@2019-9'],
    ['@2019']
  ]);
});
