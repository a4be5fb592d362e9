import { desc, eq, inArray, sql } from 'drizzle-orm';
import { group } from '#groups/schema.ts';
import { note, noteHead, noteSnapshot, noteUpdate, noteVersion } from '#notes/schema.ts';
import { database } from '#platform/database.server.ts';

/** A note's log as operators see it: how large, not what is in it. */
export interface LargeLog {
  noteId: string;
  groupName: string;
  /** Updates it has had. */
  head: number;
  /** Bytes of the updates since its older snapshot, of its snapshots and of its kept versions. */
  updateBytes: number;
  snapshotBytes: number;
  versionBytes: number;
}

/** The notes that were written in most, with what their logs take. */
export async function largestLogs(most = 20): Promise<LargeLog[]> {
  const busiest = await database()
    .select({ noteId: noteHead.noteId, head: noteHead.head, groupName: group.name })
    .from(noteHead)
    .innerJoin(note, eq(note.id, noteHead.noteId))
    .innerJoin(group, eq(group.id, note.groupId))
    .orderBy(desc(noteHead.head))
    .limit(most);
  const ids = busiest.map(({ noteId }) => noteId);
  if (ids.length === 0) return [];
  const bytes = (column: Parameters<typeof eq>[0]) => sql<number>`sum(octet_length(${column}))::float8`;
  const sums = await Promise.all([
    database()
      .select({ id: noteUpdate.noteId, bytes: bytes(noteUpdate.payload) })
      .from(noteUpdate)
      .where(inArray(noteUpdate.noteId, ids))
      .groupBy(noteUpdate.noteId),
    database()
      .select({ id: noteSnapshot.noteId, bytes: bytes(noteSnapshot.state) })
      .from(noteSnapshot)
      .where(inArray(noteSnapshot.noteId, ids))
      .groupBy(noteSnapshot.noteId),
    database()
      .select({ id: noteVersion.noteId, bytes: bytes(noteVersion.state) })
      .from(noteVersion)
      .where(inArray(noteVersion.noteId, ids))
      .groupBy(noteVersion.noteId)
  ]);
  const [updates, snapshots, versions] = sums.map((rows) => new Map(rows.map((row) => [row.id, row.bytes])));
  return busiest.map((log) => ({
    ...log,
    updateBytes: updates!.get(log.noteId) ?? 0,
    snapshotBytes: snapshots!.get(log.noteId) ?? 0,
    versionBytes: versions!.get(log.noteId) ?? 0
  }));
}
