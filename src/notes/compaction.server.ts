import { and, desc, eq, lt, lte, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { lockHead } from '#notes/finding.server.ts';
import { reached } from '#notes/moments.server.ts';
import { load } from '#notes/reading.server.ts';
import { noteSnapshot, noteUpdate } from '#notes/schema.ts';
import { rememberWriters } from '#notes/writers.server.ts';
import { database, transaction } from '#platform/database.server.ts';

/** A log is compacted when this many updates, or bytes of them, have come since the last snapshot. */
const mostUpdates = 500;
const mostBytes = 256 * 1024;
/** Snapshots kept, and with them the updates since the older one: should the newer prove bad, nothing is lost. */
const snapshotsKept = 2;

/** Whether a note's log has grown enough since its last snapshot to be compacted. */
export async function compactionIsDue(noteId: string): Promise<boolean> {
  const [grown] = await database()
    .select({
      updates: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(octet_length(${noteUpdate.payload})), 0)::int`
    })
    .from(noteUpdate)
    .where(and(eq(noteUpdate.noteId, noteId), sql`${noteUpdate.seq} > ${lastSnapshotOf(noteId)}`));
  return grown !== undefined && (grown.updates >= mostUpdates || grown.bytes >= mostBytes);
}

/**
 * Writes a snapshot of the whole state and lets go of the updates that the older snapshot holds. Always through a
 * document: merging updates is quadratic in their number.
 * @returns the number of the update up to which the snapshot reaches; null when there was nothing to do
 * @throws Error when the snapshot, read back, is not the document; then nothing was changed
 */
export async function compact(noteId: string): Promise<number | null> {
  return transaction(async (tx) => {
    const locked = await lockHead(tx, noteId);
    // Asked only under the lock: a statement that waits for it still sees the snapshots of before it waited.
    const [last] = await tx
      .select({ seq: sql<number>`coalesce(max(${noteSnapshot.seq}), 0)` })
      .from(noteSnapshot)
      .where(eq(noteSnapshot.noteId, noteId));
    if (locked === null || Number(last?.seq) >= locked) return null;
    const { doc, head } = await load(noteId, tx);
    const state = Y.encodeStateAsUpdate(doc);
    assertSame(doc, state);
    await tx.insert(noteSnapshot).values({ noteId, seq: head, state });
    reached('compacting');
    const kept = await tx
      .select({ seq: noteSnapshot.seq })
      .from(noteSnapshot)
      .where(eq(noteSnapshot.noteId, noteId))
      .orderBy(desc(noteSnapshot.seq))
      .limit(snapshotsKept);
    const oldest = kept.at(-1)!.seq;
    await tx.delete(noteSnapshot).where(and(eq(noteSnapshot.noteId, noteId), lt(noteSnapshot.seq, oldest)));
    if (kept.length === snapshotsKept) {
      await rememberWriters(tx, noteId, oldest);
      await tx.delete(noteUpdate).where(and(eq(noteUpdate.noteId, noteId), lte(noteUpdate.seq, oldest)));
    }
    return head;
  });
}

function lastSnapshotOf(noteId: string) {
  return sql<number>`(select coalesce(max(s.seq), 0) from note_snapshot s where s.note_id = ${noteId})`;
}

/** Decodes the state afresh and compares everything the document says of itself, text, deletions and pending parts. */
function assertSame(doc: Y.Doc, state: Uint8Array): void {
  const decoded = new Y.Doc();
  Y.applyUpdate(decoded, state);
  const again = Y.encodeStateAsUpdate(decoded);
  const same = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(decoded)) && Buffer.compare(state, again) === 0;
  decoded.destroy();
  if (!same)
    throw new Error('A compacted note, read back, is not what was written. Its log was left as it is.');
}
