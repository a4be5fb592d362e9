import { expect, test } from 'vitest';
import { minutesToRead, pagesIn, pagesOfRange, timeInWords } from '#papers/length.ts';

test.for([
  ['12 pages, 5 figures', 12],
  ['9+3 pages. Accepted at a conference', 12],
  ['Main text 8 pages, appendix 20 pages', 8],
  ['37pp, LaTeX', 37],
  ['1 page', 1],
  ['Code at https://example.org/2024', null],
  ['5 figures, 3 tables', null],
  ['version 1.2 pages through the corpus', null],
  ['99999 pages', null],
  ['', null]
] as const)('of “%s” the pages are %s', ([comment, pages]) => {
  expect(pagesIn(comment)).toBe(pages);
});

test.for([
  ['123-145', 23],
  ['S12–S19', 8],
  ['1234-45', 12],
  ['e1002', null],
  ['145-123', null],
  ['S12-T19', null]
] as const)('the range “%s” has %s pages', ([range, pages]) => {
  expect(pagesOfRange(range)).toBe(pages);
});

test('minutes are said in steps of five, and not at all when nobody said how long a paper is', () => {
  expect([1, 12, 40].map((pages) => minutesToRead(pages))).toEqual([5, 35, 120]);
  expect(minutesToRead(null)).toBeNull();
});

test('a time is said in minutes, and in hours when it is long', () => {
  expect([35, 120, 125].map(timeInWords)).toEqual(['about 35 minutes', 'about 2 h', 'about 2 h 5 min']);
});
