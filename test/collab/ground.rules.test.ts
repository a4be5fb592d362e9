import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Ground } from '#collab/ground.ts';

/** A document and the updates it made. */
function writing() {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return { doc, text: doc.getText('t'), updates };
}

const bears = (ground: Ground, update: Uint8Array) => ground.bears(Y.decodeUpdate(update));

test('updates in their order stand on what came before', () => {
  const { text, updates } = writing();
  for (const word of ['one ', 'two ', 'three']) text.insert(text.length, word);
  text.delete(2, 5);
  const ground = new Ground();
  expect(updates.map((update) => bears(ground, update))).toEqual([true, true, true, true]);
});

test('an update after one that never came does not, nor does a deletion of what never came', () => {
  const { text, updates } = writing();
  text.insert(0, 'lost');
  text.insert(4, ' kept');
  text.delete(0, 2);
  const ground = new Ground();
  expect(bears(ground, updates[1]!)).toBe(false);
  expect(bears(ground, updates[2]!)).toBe(false);
  expect(bears(ground, updates[0]!)).toBe(true);
  expect(bears(ground, updates[1]!)).toBe(true);
  expect(bears(ground, updates[2]!)).toBe(true);
});

test('an update beside somebody else’s words needs those words', () => {
  const [one, other] = [writing(), writing()];
  one.text.insert(0, 'a');
  Y.applyUpdate(other.doc, one.updates[0]!);
  other.text.insert(1, 'b');
  const ground = new Ground();
  expect(bears(ground, other.updates[1]!)).toBe(false);
  ground.pass(one.updates[0]!);
  expect(bears(ground, other.updates[1]!)).toBe(true);
});

test('what it has is said as a document would say it', () => {
  const { doc, text } = writing();
  text.insert(0, 'words');
  const ground = new Ground();
  ground.holds(doc);
  expect(ground.encoded()).toEqual(Y.encodeStateVector(doc));
});
