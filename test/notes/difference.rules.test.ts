import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, type Piece } from '#notes/difference.ts';

const of = (pieces: readonly Piece[], ...kinds: Piece['kind'][]) =>
  pieces
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

const texts = fc
  .array(fc.constantFrom('one', 'two', 'drei', ' ', ' ', '\n', '\n', '.', '😀', 'é', '- [ ]'), {
    maxLength: 40
  })
  .map((words) => words.join(''));

test('whatever the two texts are, both can be read out of their difference', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const pieces = difference(before, after);
      expect(of(pieces, 'same', 'deleted')).toBe(before);
      expect(of(pieces, 'same', 'inserted')).toBe(after);
      expect(pieces.every(({ text }) => text !== '')).toBe(true);
    }),
    { numRuns: 2000 }
  );
});

test('a text that stayed the same has one unchanged piece, and an empty one none', () => {
  expect(difference('a\nb\n', 'a\nb\n')).toEqual([{ kind: 'same', text: 'a\nb\n' }]);
  expect(difference('', '')).toEqual([]);
});

test('within a line only the words that changed are marked', () => {
  expect(difference('# Title\nWe read a paper.\nEnd\n', '# Title\nWe read two papers.\nEnd\n')).toEqual([
    { kind: 'same', text: '# Title\nWe read ' },
    { kind: 'deleted', text: 'a paper' },
    { kind: 'inserted', text: 'two papers' },
    { kind: 'same', text: '.\nEnd\n' }
  ]);
});

test('a line is found again among new ones by the words it kept', () => {
  expect(difference('It learns slowly.\n', 'First.\nIt learns suddenly.\nLast.\n')).toEqual([
    { kind: 'inserted', text: 'First.\n' },
    { kind: 'same', text: 'It learns ' },
    { kind: 'deleted', text: 'slowly' },
    { kind: 'inserted', text: 'suddenly' },
    { kind: 'same', text: '.\n' },
    { kind: 'inserted', text: 'Last.\n' }
  ]);
});

test('an inserted line is one insertion, wherever it stands', () => {
  expect(difference('a\nb\nc', 'a\nnew line\nb\nc')).toEqual([
    { kind: 'same', text: 'a\n' },
    { kind: 'inserted', text: 'new line\n' },
    { kind: 'same', text: 'b\nc' }
  ]);
});

test('two long texts that have nothing in common are compared in little time', () => {
  const before = Array.from({ length: 20_000 }, (_, line) => `old ${line}\n`).join('');
  const after = Array.from({ length: 20_000 }, (_, line) => `new ${line}\n`).join('');
  const started = performance.now();
  const pieces = difference(before, after);
  expect(of(pieces, 'same', 'inserted')).toBe(after);
  expect(performance.now() - started).toBeLessThan(10_000);
});
