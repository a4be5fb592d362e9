import * as Y from 'yjs';
import { textName } from '#notes/notes.ts';
import { seeded } from '../../support/random.ts';

/** Chance that the hand goes on with what it does, and that it goes elsewhere before it does something else. */
const goesOn = 0.9;
const jumps = 0.2;

/**
 * A note as hands write it: single characters, 70 % put in and 30 % taken out, in runs around a place that now and
 * then jumps. The same seed gives the same text.
 */
export function writeTrace(edits: number, seed = 1): Uint8Array {
  const random = seeded(seed);
  const doc = new Y.Doc();
  doc.clientID = 1;
  const text = doc.getText(textName);
  let at = 0;
  let inserts = true;
  for (let edit = 0; edit < edits; edit++) {
    if (random() > goesOn) {
      inserts = random() < 0.7;
      if (random() < jumps) at = Math.floor(random() * (text.length + 1));
    }
    if (inserts || at === 0) text.insert(at++, 'etaoin shrdlu\n'[Math.floor(random() * 14)]!);
    else text.delete(--at, 1);
  }
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}
