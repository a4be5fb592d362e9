import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import * as Y from 'yjs';
import { account } from '#accounts/schema.ts';
import { noteUpdate, noteWriter } from '#notes/schema.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';

/** Whose account a Yjs client's edits came in by. */
export type Writers = ReadonlyMap<number, string>;

/**
 * Remembers who wrote the updates up to `seq`, before compaction lets go of them. A client keeps the account by which
 * its first edit came in: whoever gives back what another one wrote, after a loss, does not become its writer.
 */
export async function rememberWriters(tx: Transaction, noteId: string, seq: number): Promise<void> {
  const writers = await writersInLog(noteId, tx, seq);
  const rows = [...writers].map(([client, accountId]) => ({ noteId, client, accountId }));
  if (rows.length > 0) await tx.insert(noteWriter).values(rows).onConflictDoNothing();
}

/** Everybody known to have written in a note: who was remembered, and who stands in the log. */
export async function writersOf(
  noteId: string,
  within: Database | Transaction = database()
): Promise<Writers> {
  const remembered = await within
    .select({ client: noteWriter.client, accountId: noteWriter.accountId })
    .from(noteWriter)
    .where(eq(noteWriter.noteId, noteId));
  const writers = new Map(await writersInLog(noteId, within));
  for (const { client, accountId } of remembered) writers.set(client, accountId);
  return writers;
}

/** The names that accounts have now. */
export async function namesOf(accountIds: Iterable<string>): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds)];
  if (ids.length === 0) return new Map();
  const found = await database()
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(inArray(account.id, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}

async function writersInLog(
  noteId: string,
  within: Database | Transaction,
  upTo?: number
): Promise<Map<number, string>> {
  const rows = await within
    .select({ payload: noteUpdate.payload, accountId: noteUpdate.accountId })
    .from(noteUpdate)
    .where(
      and(
        eq(noteUpdate.noteId, noteId),
        isNotNull(noteUpdate.accountId),
        upTo === undefined ? undefined : lte(noteUpdate.seq, upTo)
      )
    )
    .orderBy(asc(noteUpdate.seq));
  const writers = new Map<number, string>();
  for (const { payload, accountId } of rows) {
    for (const client of clientsOf(payload))
      if (accountId && !writers.has(client)) writers.set(client, accountId);
  }
  return writers;
}

/** The clients whose edits an update carries; those whose text it only deletes are not among them. */
function clientsOf(payload: Uint8Array): Set<number> {
  const { structs } = Y.decodeUpdate(payload);
  return new Set(structs.filter((struct) => !(struct instanceof Y.Skip)).map(({ id }) => id.client));
}
