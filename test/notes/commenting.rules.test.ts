import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { anchored, placeOfPassage } from '#notes/passages.ts';

const textWith = (words: string) => {
  const text = new Y.Doc().getText('text');
  text.insert(0, words);
  return text;
};
const passageOf = (text: Y.Text, from: number, to: number) => ({
  id: 't',
  ...anchored(text, from, to)
});

test('a passage moves with the text and does not take in what is written beside it', () => {
  const text = textWith('one two three');
  const passage = passageOf(text, 4, 7);
  text.insert(7, '!');
  text.insert(4, 'x');
  text.insert(0, 'zero ');
  const { from, to } = placeOfPassage(text, passage)!;
  expect(text.toString().slice(from, to)).toBe('two');
});

test('what is written in a passage belongs to it; a passage that is deleted is gone', () => {
  const text = textWith('one two three');
  const passage = passageOf(text, 4, 7);
  text.insert(5, '--');
  const { from, to } = placeOfPassage(text, passage)!;
  expect(text.toString().slice(from, to)).toBe('t--wo');
  text.delete(from, to - from);
  expect(placeOfPassage(text, passage)).toBeNull();
});

test('whatever is edited, a passage is in the text or gone', () => {
  const edit = fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 5 }));
  fc.assert(
    fc.property(
      fc.nat(20),
      fc.integer({ min: 1, max: 10 }),
      fc.array(edit, { maxLength: 20 }),
      (from, length, edits) => {
        const text = textWith('The quick brown fox jumps over it');
        const passage = passageOf(text, from, from + length);
        for (const [at, deleted, inserted] of edits) {
          const place = Math.min(at, text.length);
          text.delete(place, Math.min(deleted, text.length - place));
          text.insert(place, inserted);
        }
        const place = placeOfPassage(text, passage);
        if (place) expect(place.from >= 0 && place.from < place.to && place.to <= text.length).toBe(true);
      }
    )
  );
});

test('anchors that are none are nowhere', () => {
  expect(placeOfPassage(textWith('x'), { id: 't', anchorFrom: '////', anchorTo: 'no base64!' })).toBeNull();
});
