import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { difference } from '#notes/difference.ts';
import { lockHead } from '#notes/finding.server.ts';
import { textName } from '#notes/notes.ts';
import { load } from '#notes/reading.server.ts';
import { noteHead, noteUpdate } from '#notes/schema.ts';
import { publish } from '#platform/bus.server.ts';
import type { Transaction } from '#platform/database.server.ts';

/** The topic on which every instance hears of what the server itself wrote into notes: `<note>:<head>`. */
export const writtenTopic = 'written';

/**
 * The server writes into a note: an update like any other, numbered under the lock of its head, that everyone who
 * has the note open gets. Others' edits and their undo stay as they are.
 * @param accountId on whose behalf; null for the application itself
 * @returns whether anything changed
 */
export async function write(
  tx: Transaction,
  noteId: string,
  accountId: string | null,
  change: (text: Y.Text) => void
): Promise<boolean> {
  const head = await lockHead(tx, noteId);
  if (head === null) return false;
  const { doc } = await load(noteId, tx);
  const before = Y.encodeStateVector(doc);
  const shown = Y.snapshot(doc);
  change(doc.getText(textName));
  const payload = Y.encodeStateAsUpdate(doc, before);
  const isSame = Y.equalSnapshots(shown, Y.snapshot(doc));
  doc.destroy();
  if (isSame) return false;
  const seq = head + 1;
  await tx.insert(noteUpdate).values({ noteId, seq, payload, accountId });
  await tx.update(noteHead).set({ head: seq }).where(eq(noteHead.noteId, noteId));
  await publish({ topic: writtenTopic, kind: `${noteId}:${seq}` }, tx);
  return true;
}

/** Gives a text another wording: changes what differs and leaves the rest, with the carets in it, where it is. */
export function rewrite(living: Y.Text, text: string): void {
  const before = living.toString();
  // Something that is no text stands in it: its places cannot be counted in letters.
  if (living.length !== before.length) {
    living.delete(0, living.length);
    living.insert(0, text);
    return;
  }
  let at = 0;
  for (const piece of difference(before, text)) {
    if (piece.kind === 'deleted') living.delete(at, piece.text.length);
    if (piece.kind === 'inserted') living.insert(at, piece.text);
    if (piece.kind !== 'deleted') at += piece.text.length;
  }
}
