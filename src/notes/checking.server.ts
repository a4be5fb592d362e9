import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { textName } from '#notes/notes.ts';
import { updatesAfter } from '#notes/reading.server.ts';
import { noteHead, noteSnapshot, noteText, noteUpdate, noteVersion } from '#notes/schema.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';

/** Something about a note's log that is not as it must be. */
export interface Fault {
  noteId: string;
  /** As a sentence. */
  what: string;
}

/** What was looked at, and what was found wrong. */
export interface Check {
  notes: number;
  updates: number;
  snapshots: number;
  versions: number;
  /** Stored texts that were compared with the document; those that wait to be read out of it are not. */
  texts: number;
  faults: Fault[];
}

/** Notes whose ids are looked up at once. */
const batch = 500;

/**
 * Re-reads the log of every note, each as of one moment while others write: its numbers have no gap up to the head,
 * every snapshot with what came after it makes the same document, the stored text is the document's, and each kept
 * version decodes to its text.
 * @param which ids of the notes; all, unless given
 */
export async function check(within: Database | Transaction = database(), which?: string[]): Promise<Check> {
  const done: Check = { notes: 0, updates: 0, snapshots: 0, versions: 0, texts: 0, faults: [] };
  for await (const noteId of which ?? everyNote(within)) {
    const examine = async (tx: Transaction) => {
      for (const what of await faultsOf(tx, noteId, done)) done.faults.push({ noteId, what });
    };
    // Inside a transaction of the caller's, its isolation is the caller's as well.
    if (which) await within.transaction(examine);
    else await within.transaction(examine, { isolationLevel: 'repeatable read', accessMode: 'read only' });
    done.notes++;
  }
  return done;
}

async function* everyNote(within: Database | Transaction): AsyncGenerator<string> {
  let last = '';
  for (;;) {
    const found = await within
      .select({ noteId: noteHead.noteId })
      .from(noteHead)
      .where(gt(noteHead.noteId, last))
      .orderBy(asc(noteHead.noteId))
      .limit(batch);
    for (const { noteId } of found) yield noteId;
    if (found.length < batch) return;
    last = found.at(-1)!.noteId;
  }
}

async function faultsOf(tx: Transaction, noteId: string, done: Check): Promise<string[]> {
  const [head] = await tx
    .select({ head: noteHead.head, gleaned: noteHead.gleaned, text: noteText.text })
    .from(noteHead)
    .leftJoin(noteText, eq(noteText.noteId, noteHead.noteId))
    .where(eq(noteHead.noteId, noteId));
  // Its group was deleted meanwhile.
  if (!head) return [];
  const snapshots = await tx
    .select({ seq: noteSnapshot.seq, state: noteSnapshot.state })
    .from(noteSnapshot)
    .where(eq(noteSnapshot.noteId, noteId))
    .orderBy(asc(noteSnapshot.seq));
  done.snapshots += snapshots.length;
  const numbers = await numbersOf(tx, noteId, head.head, snapshots[0]?.seq ?? 0, done);
  if (numbers.fault) return [numbers.fault];
  try {
    // As long as nothing was taken away, the log alone makes the document, too.
    const beginning = numbers.first === 1 ? [{ seq: 0, state: null }] : [];
    const { text, fault } = await documentOf(tx, noteId, [...beginning, ...snapshots]);
    const faults = fault ? [fault] : [];
    if (head.text !== null && head.gleaned >= head.head) {
      done.texts++;
      if (head.text !== text) faults.push('The stored text is not what the document says.');
    }
    return [...faults, ...(await versionFaults(tx, noteId, done))];
  } catch (cause) {
    return [`The log does not decode: ${cause instanceof Error ? cause.message : String(cause)}`];
  }
}

/** Compaction takes away no more than what the older snapshot holds: from there on every number must be there. */
async function numbersOf(
  tx: Transaction,
  noteId: string,
  head: number,
  oldest: number,
  done: Check
): Promise<{ first: number; fault: string | null }> {
  const [log] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      first: sql<number>`coalesce(min(${noteUpdate.seq}), 0)::float8`,
      last: sql<number>`coalesce(max(${noteUpdate.seq}), 0)::float8`
    })
    .from(noteUpdate)
    .where(eq(noteUpdate.noteId, noteId));
  const { count, first, last } = log!;
  done.updates += count;
  const gap = () => {
    if (count === 0)
      return oldest === head ? null : `The log should reach to ${head}, and has no update after ${oldest}.`;
    if (last !== head) return `The log should reach to ${head}, and ends with ${last}.`;
    if (first > oldest + 1) return `The updates from ${oldest + 1} to ${first - 1} are missing.`;
    if (count !== last - first + 1) return `Of the updates from ${first} to ${last} only ${count} are there.`;
    return null;
  };
  return { first, fault: gap() };
}

/** The text, from each state with what came after it; all must make the same document. */
async function documentOf(
  tx: Transaction,
  noteId: string,
  starts: { seq: number; state: Uint8Array | null }[]
): Promise<{ text: string; fault: string | null }> {
  const docs: Y.Doc[] = [];
  for (const { seq, state } of starts) {
    const doc = new Y.Doc();
    if (state) Y.applyUpdate(doc, state);
    for (const { payload } of await updatesAfter(noteId, seq, tx)) Y.applyUpdate(doc, payload);
    docs.push(doc);
  }
  const [first] = docs;
  const text = first!.getText(textName).toString().replaceAll('\0', '');
  const same = docs.every((doc) => Y.equalSnapshots(Y.snapshot(first!), Y.snapshot(doc)));
  for (const doc of docs) doc.destroy();
  return {
    text,
    fault: same ? null : 'Its snapshots, each with what came after, differ from each other or from the log.'
  };
}

async function versionFaults(tx: Transaction, noteId: string, done: Check): Promise<string[]> {
  const faults: string[] = [];
  const kept = await tx
    .select({ id: noteVersion.id })
    .from(noteVersion)
    .where(eq(noteVersion.noteId, noteId))
    .orderBy(desc(noteVersion.createdAt));
  for (const { id } of kept) {
    const [version] = await tx
      .select({ text: noteVersion.text, state: noteVersion.state })
      .from(noteVersion)
      .where(and(eq(noteVersion.id, id), eq(noteVersion.noteId, noteId)));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, version!.state);
    const text = doc.getText(textName).toString().replaceAll('\0', '');
    doc.destroy();
    done.versions++;
    if (text !== version!.text) faults.push(`The version ${id} does not decode to its text.`);
  }
  return faults;
}
