import { eq } from 'drizzle-orm';
import type * as Y from 'yjs';
import { difference } from '#notes/difference.ts';
import { textName } from '#notes/notes.ts';
import type { Loaded } from '#notes/reading.server.ts';
import { noteHead, noteUpdate } from '#notes/schema.ts';
import { publish } from '#platform/bus.server.ts';
import type { Transaction } from '#platform/database.server.ts';

/** The bus topic on which the engine hears of heads that a page raised; the kind is `<note>:<head>`. */
export const writtenTopic = 'note-written';

/**
 * Gives a note another text as an ordinary edit, so that whoever has it open gets it and keeps what they are typing.
 * The caller holds the lock of the note's head, and loaded the document under it.
 * @returns the new head; the old one when the text is that already
 */
export async function write(
  tx: Transaction,
  noteId: string,
  { doc, head }: Loaded,
  text: string,
  accountId: string
): Promise<number> {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on('update', keep);
  doc.transact(() => rewrite(doc.getText(textName), text));
  doc.off('update', keep);
  const [payload] = updates;
  if (!payload) return head;
  const seq = head + 1;
  await tx.insert(noteUpdate).values({ noteId, seq, payload, accountId });
  await tx.update(noteHead).set({ head: seq }).where(eq(noteHead.noteId, noteId));
  await publish({ topic: writtenTopic, kind: `${noteId}:${seq}` }, tx);
  return seq;
}

/** Changes what differs and leaves the rest, with the carets in it, where it is. */
function rewrite(living: Y.Text, text: string): void {
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
