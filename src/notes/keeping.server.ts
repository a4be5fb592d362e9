import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { group } from '#groups/schema.ts';
import { lockHead } from '#notes/finding.server.ts';
import { textName } from '#notes/notes.ts';
import { load, type Loaded } from '#notes/reading.server.ts';
import { note, noteVersion } from '#notes/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import type { Job } from '#platform/jobs.server.ts';
import { log } from '#platform/log.server.ts';
import type { Reason } from '#notes/versions.ts';

/** Minutes in which nobody writes, after which what was written is kept. */
const pauseMinutes = 10;
/** Minutes after its end in which the note of a meeting is kept as the meeting left it. */
const endedMinutes = 60;
/** The longest meeting, in minutes, whose end is looked for. */
const longestMeeting = 24 * 60;
/** Versions made in one run; what is left over comes with the next. */
const mostAtOnce = 200;

/** Why a state is kept, under which name, and who asked for it. */
interface Cause {
  reason: Reason;
  name?: string;
  createdBy?: string;
}

/** Keeps a document as it was loaded. @returns the version's id */
export async function store(
  tx: Transaction,
  noteId: string,
  { doc, head }: Loaded,
  { reason, name, createdBy }: Cause
): Promise<string> {
  const id = newId();
  await tx.insert(noteVersion).values({
    ...{ id, noteId, reason, seq: head, name: name ?? null, createdBy: createdBy ?? null },
    // The one character that no text column takes.
    text: doc.getText(textName).toString().replaceAll('\0', ''),
    state: Y.encodeStateAsUpdate(doc)
  });
  return id;
}

/** Keeps versions of notes that came to rest, and of those whose meeting is over. Safe to run twice, or by two. */
export async function keepAutomatically(now = new Date()): Promise<void> {
  for (const noteId of await notesOfEndedMeetings(now)) await tryToKeep(noteId, 'meeting');
  for (const noteId of await notesAtRest(now)) await tryToKeep(noteId, 'pause');
}

/** What keeping versions does by itself. */
export const jobs: Job[] = [{ name: 'note.keep', cron: '*/10 * * * *', run: () => keepAutomatically() }];

/** A note that cannot be kept must not keep the others from it. */
async function tryToKeep(noteId: string, reason: 'pause' | 'meeting'): Promise<void> {
  await keepOnce(noteId, reason).catch((cause: unknown) =>
    log().error({ err: cause, note: noteId }, 'a version of a note could not be kept')
  );
}

/** Looks again under the lock, so that of two who want to keep the same state one does. */
async function keepOnce(noteId: string, reason: 'pause' | 'meeting'): Promise<void> {
  await transaction(async (tx) => {
    const head = await lockHead(tx, noteId);
    const [living] = await tx
      .select({ groupId: note.groupId })
      .from(note)
      .where(and(eq(note.id, noteId), isNull(note.deletedAt)));
    if (head === null || !living || (await isKept(tx, noteId, head, reason))) return;
    const loaded = await load(noteId, tx);
    await store(tx, noteId, loaded, { reason });
    loaded.doc.destroy();
    await publish({ topic: `group:${living.groupId}`, kind: 'notes' }, tx);
  });
}

async function isKept(
  tx: Transaction,
  noteId: string,
  head: number,
  reason: 'pause' | 'meeting'
): Promise<boolean> {
  const [kept] = await tx
    .select({ id: noteVersion.id })
    .from(noteVersion)
    .where(
      and(
        eq(noteVersion.noteId, noteId),
        reason === 'meeting' ? eq(noteVersion.reason, reason) : sql`${noteVersion.seq} >= ${head}`
      )
    )
    .orderBy(desc(noteVersion.createdAt))
    .limit(1);
  return kept !== undefined;
}

/** Update 1 is what the note began with: nobody wrote it. */
async function notesAtRest(now: Date): Promise<string[]> {
  const rows = await database().execute<{ noteId: string }>(sql`
    select h.note_id as "noteId"
    from note_head h
    join note n on n.id = h.note_id and n.deleted_at is null
    join note_update u on u.note_id = h.note_id and u.seq = h.head
    left join lateral (
      select v.seq from note_version v where v.note_id = h.note_id order by v.created_at desc limit 1
    ) kept on true
    where h.head > coalesce(kept.seq, 1)
      and u.created_at <= ${now.toISOString()}::timestamptz - make_interval(mins => ${pauseMinutes})
    limit ${mostAtOnce}`);
  return rows.map(({ noteId }) => noteId);
}

/** Group by group, since meetings are found by their group and beginning. */
async function notesOfEndedMeetings(now: Date): Promise<string[]> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const rows = await database().execute<{ noteId: string }>(sql`
    select n.id as "noteId"
    from ${group} g
    join meeting m on m.group_id = g.id
      and m.starts_at between ${moment} - make_interval(mins => ${longestMeeting + endedMinutes}) and ${moment}
      and m.cancelled_at is null
      and m.starts_at + make_interval(mins => m.duration_minutes)
        between ${moment} - make_interval(mins => ${endedMinutes}) and ${moment}
    join note n on n.meeting_id = m.id and n.deleted_at is null
    join note_head h on h.note_id = n.id and h.head > 1
    where not exists (select from note_version v where v.note_id = n.id and v.reason = 'meeting')
    limit ${mostAtOnce}`);
  return rows.map(({ noteId }) => noteId);
}
