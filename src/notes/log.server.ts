import * as Y from 'yjs';
import { textName } from '#notes/notes.ts';
import { load } from '#notes/reading.server.ts';
import { noteHead, noteUpdate } from '#notes/schema.ts';
import { type Transaction } from '#platform/database.server.ts';

/*
 * The log of a note: the raw updates as they came in, numbered without a gap, and now and then the whole state up to
 * one of them. The log is the truth; a document is built from it only when somebody needs one.
 */

export { append, headsChannel, headsOf, type Incoming } from './append.server.ts';
export { check, type Check, type Fault } from './checking.server.ts';
export { largestLogs, type LargeLog } from './largest.server.ts';
export { compact, compactionIsDue } from './compaction.server.ts';
export { catchUp, load, updatesAfter, type Loaded } from './reading.server.ts';

/**
 * Begins a note's document with a first text, as update 1, in the transaction that makes the note.
 * @param accountId whoever wrote that text; null for templates
 */
export async function createDocument(
  tx: Transaction,
  noteId: string,
  markdown: string,
  accountId: string | null = null
): Promise<void> {
  const doc = new Y.Doc();
  doc.getText(textName).insert(0, markdown);
  await tx.insert(noteHead).values({ noteId, head: 1 });
  await tx.insert(noteUpdate).values({ noteId, seq: 1, payload: Y.encodeStateAsUpdate(doc), accountId });
  doc.destroy();
}

/** The Markdown of a note as it is saved. */
export async function textOf(noteId: string): Promise<string> {
  const { doc } = await load(noteId);
  const text = doc.getText(textName).toString();
  doc.destroy();
  return text;
}
