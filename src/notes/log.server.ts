import { desc, eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { textName } from '#notes/notes.ts';
import { noteHead, noteUpdate } from '#notes/schema.ts';
import { database, type Transaction } from '#platform/database.server.ts';

export async function createDocument(tx: Transaction, noteId: string, markdown: string): Promise<void> {
  const doc = new Y.Doc();
  doc.getText(textName).insert(0, markdown);
  await tx.insert(noteHead).values({ noteId, head: 1 });
  await tx.insert(noteUpdate).values({ noteId, seq: 1, payload: Y.encodeStateAsUpdate(doc) });
}

export async function textOf(noteId: string): Promise<string> {
  const rows = await database()
    .select({ payload: noteUpdate.payload })
    .from(noteUpdate)
    .where(eq(noteUpdate.noteId, noteId))
    .orderBy(desc(noteUpdate.seq));
  const doc = new Y.Doc();
  for (const { payload } of rows) Y.applyUpdate(doc, payload);
  return doc.getText(textName).toString();
}
