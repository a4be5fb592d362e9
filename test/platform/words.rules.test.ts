import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsQuery } from '#platform/words.ts';

test('all words must occur, the last one also as a beginning', () => {
  expect(wordsQuery('feature lear').tsquery).toBe("'feature' & 'lear':*");
  expect(wordsQuery('feature learning ').tsquery).toBe("'feature' & 'learning'");
});

test('phrases, words to leave out, authors and years are told apart', () => {
  expect(wordsQuery('"lottery ticket" -vision author:Frankle year:2019')).toEqual({
    tsquery: "('lottery' <-> 'ticket') & !('vision') & 'Frankle':B",
    loose: "'lottery' & 'ticket' & 'Frankle'",
    plain: 'lottery ticket',
    year: '2019'
  });
  expect(wordsQuery('year:2019 tickets ')).toEqual({
    ...{ tsquery: "'tickets'", loose: "'tickets'" },
    ...{ plain: 'tickets', year: '2019' }
  });
});

test('whatever is typed, words stand in quotes and only operators of ours around them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { tsquery } = wordsQuery(text);
      expect(tsquery).toMatch(/^(?:'[\p{L}\p{M}\p{N}]+'(?::\*?B?)?|[&!()]|<->| )*$/u);
    })
  );
});
