import { and, eq, lt, or, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { account } from '#accounts/schema.ts';
import { noteVersion } from '#notes/schema.ts';
import type { VersionCard } from '#notes/versions.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';
import { NotFound } from '../failures.ts';

/** The columns of a version that its list shows; `account` is whoever asked for it. */
export const card = {
  id: noteVersion.id,
  reason: noteVersion.reason,
  name: noteVersion.name,
  createdAt: noteVersion.createdAt,
  by: account.name
};

/** A version and its text. @throws NotFound */
export async function versionText(
  noteId: string,
  versionId: string,
  within: Database | Transaction = database()
): Promise<{ card: VersionCard; text: string }> {
  const [found] = await within
    .select({ ...card, text: noteVersion.text })
    .from(noteVersion)
    .leftJoin(account, eq(account.id, noteVersion.createdBy))
    .where(and(eq(noteVersion.id, versionId), eq(noteVersion.noteId, noteId)));
  if (!found) throw new NotFound('This version');
  const { text, ...shown } = found;
  return { card: shown, text };
}

/** A version and its document, which the caller destroys. @throws NotFound */
export async function versionState(
  noteId: string,
  versionId: string
): Promise<{ card: VersionCard; doc: Y.Doc }> {
  const { card } = await versionText(noteId, versionId);
  const [found] = await database()
    .select({ state: noteVersion.state })
    .from(noteVersion)
    .where(eq(noteVersion.id, versionId));
  if (!found) throw new NotFound('This version');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, found.state);
  return { card, doc };
}

/** The versions that come after this one in a list with the newest first. @throws NotFound */
export async function placeBelow(noteId: string, versionId: string) {
  const [found] = await database()
    .select({ createdAt: sql<string>`${noteVersion.createdAt}::text` })
    .from(noteVersion)
    .where(and(eq(noteVersion.id, versionId), eq(noteVersion.noteId, noteId)));
  if (!found) throw new NotFound('This version');
  const at = sql`${found.createdAt}::timestamptz`;
  return or(
    sql`${noteVersion.createdAt} < ${at}`,
    and(sql`${noteVersion.createdAt} = ${at}`, lt(noteVersion.id, versionId))
  );
}

/** How far each client had written by a version; one state at a time, since states are large. */
export async function clocksOf(versionId: string): Promise<ReadonlyMap<number, number>> {
  const [found] = await database()
    .select({ state: noteVersion.state })
    .from(noteVersion)
    .where(eq(noteVersion.id, versionId));
  return found ? Y.parseUpdateMeta(found.state).to : new Map();
}
