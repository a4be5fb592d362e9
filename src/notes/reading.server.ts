import { and, asc, desc, eq, gt } from 'drizzle-orm';
import * as Y from 'yjs';
import { noteSnapshot, noteUpdate } from '#notes/schema.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';

/** A document as the log has it, up to and including update `head`. */
export interface Loaded {
  doc: Y.Doc;
  head: number;
}

/** Builds the document from its newest snapshot and what came after. */
export async function load(noteId: string, within: Database | Transaction = database()): Promise<Loaded> {
  const [snapshot] = await within
    .select({ seq: noteSnapshot.seq, state: noteSnapshot.state })
    .from(noteSnapshot)
    .where(eq(noteSnapshot.noteId, noteId))
    .orderBy(desc(noteSnapshot.seq))
    .limit(1);
  const doc = new Y.Doc();
  if (snapshot) Y.applyUpdate(doc, snapshot.state);
  const head = await catchUp({ doc, head: snapshot?.seq ?? 0 }, noteId, within);
  return { doc, head };
}

/** Applies to a document what the log got since. @returns the new head */
export async function catchUp(
  { doc, head }: Loaded,
  noteId: string,
  within: Database | Transaction = database()
): Promise<number> {
  const rows = await updatesAfter(noteId, head, within);
  doc.transact(() => {
    for (const { payload } of rows) Y.applyUpdate(doc, payload);
  });
  return rows.at(-1)?.seq ?? head;
}

/** The updates with numbers above `seq`, in order. */
export async function updatesAfter(
  noteId: string,
  seq: number,
  within: Database | Transaction = database()
): Promise<{ seq: number; payload: Uint8Array }[]> {
  return within
    .select({ seq: noteUpdate.seq, payload: noteUpdate.payload })
    .from(noteUpdate)
    .where(and(eq(noteUpdate.noteId, noteId), gt(noteUpdate.seq, seq)))
    .orderBy(asc(noteUpdate.seq));
}
