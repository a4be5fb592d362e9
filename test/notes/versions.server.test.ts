import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Member } from '#groups/groups.ts';
import { meeting } from '#meetings/schema.ts';
import { compact } from '#notes/log.server.ts';
import * as notes from '#notes/notes.server.ts';
import { textName } from '#notes/notes.ts';
import { load } from '#notes/reading.server.ts';
import { noteHead, noteUpdate, noteVersion, noteWriter } from '#notes/schema.ts';
import * as versions from '#notes/versions.server.ts';
import { titleOf } from '#notes/versions.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Conflict, Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup } from '../support/factories.ts';
import { cookieOf, someNote, startEngine, Writer } from '../support/notes.ts';

useDatabase();

let ada: Member, grace: Member, emmy: Member, kurt: Member, stranger: Member;

beforeAll(async () => {
  ({ ada, grace, emmy, kurt } = await fullGroup());
  ({ ada: stranger } = await fullGroup());
});

const minutes = (count: number) => new Date(Date.now() + count * 60_000);

/** Somebody's page of a note: their edits go into the log as the engine stores them. */
async function open(member: Member, noteId: string) {
  const { doc } = await load(noteId);
  const { accountId } = member;
  return async (edit: (text: Y.Text) => void) => {
    await transaction(async (tx) => {
      const loaded = await load(noteId, tx);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(loaded.doc));
      const updates: Uint8Array[] = [];
      const keep = (update: Uint8Array) => updates.push(update);
      doc.on('update', keep);
      doc.transact(() => edit(doc.getText(textName)));
      doc.off('update', keep);
      const seq = loaded.head + 1;
      await tx.insert(noteUpdate).values({ noteId, seq, payload: updates[0]!, accountId });
      await tx.update(noteHead).set({ head: seq }).where(eq(noteHead.noteId, noteId));
    });
  };
}

async function append(member: Member, noteId: string, words: string) {
  const write = await open(member, noteId);
  await write((text) => text.insert(text.length, words));
}

const textOf = async (noteId: string) => (await notes.markdownOf(ada, noteId)).markdown;
const versionsOf = async (noteId: string) => (await versions.list(kurt, noteId)).versions;

test('a member keeps a version under a name, and the group finds it with those who wrote', async () => {
  const note = await someNote(emmy);
  await append(emmy, note, 'Emmy was here. ');
  await append(grace, note, 'Grace too. ');
  await versions.keep(emmy, note, 'Before the meeting');
  await append(ada, note, 'Ada came late.');
  await versions.keep(ada, note, 'After it');
  expect(await versionsOf(note)).toMatchObject([
    { name: 'After it', reason: 'named', by: 'Ada', writers: ['Ada'] },
    { name: 'Before the meeting', by: 'Emmy', writers: ['Emmy', 'Grace'] }
  ]);
});

test('a guest reads the history, and neither keeps nor restores', async () => {
  const note = await someNote(emmy);
  const { id } = await versions.keep(emmy, note, 'First');
  expect(await versions.list(kurt, note)).toMatchObject({ mayKeep: false, mayRestore: false });
  await expect(versions.keep(kurt, note, 'Mine')).rejects.toThrow(Forbidden);
  await expect(versions.restore(kurt, note, id)).rejects.toThrow(Forbidden);
});

test('for another group’s members, and by another note’s address, a version does not exist', async () => {
  const note = await someNote(emmy);
  const other = await someNote(emmy);
  const { id } = await versions.keep(emmy, note, 'First');
  for (const attempt of [
    () => versions.list(stranger, note),
    () => versions.keep(stranger, note, 'x'),
    () => versions.restore(stranger, note, id),
    () => versions.compare(stranger, note, id),
    () => versions.one(stranger, note, id),
    () => versions.restore(emmy, other, id),
    () => versions.compare(emmy, other, id),
    () => versions.compare(emmy, other, null, id),
    () => versions.list(emmy, other, id)
  ])
    await expect(attempt()).rejects.toThrow(NotFound);
});

test('a long history is read page by page, without a gap', async () => {
  const note = await someNote(emmy);
  for (let count = 1; count <= 30; count++) await versions.keep(emmy, note, `Version ${count}`);
  const first = await versions.list(emmy, note);
  const second = await versions.list(emmy, note, first.older);
  const names = [...first.versions, ...second.versions].map(({ name }) => name);
  expect(names).toEqual(Array.from({ length: 30 }, (_, at) => `Version ${30 - at}`));
  expect(second.older).toBeNull();
});

test('ten minutes after the last edit a version is kept, once, however often and by how many it is tried', async () => {
  const note = await someNote(emmy);
  await versions.keepAutomatically(minutes(60));
  expect(await versionsOf(note)).toEqual([]);
  await append(emmy, note, 'Something.');
  await versions.keepAutomatically(minutes(9));
  expect(await versionsOf(note)).toEqual([]);
  await Promise.all(Array.from({ length: 5 }, () => versions.keepAutomatically(minutes(11))));
  await versions.keepAutomatically(minutes(30));
  expect(await versionsOf(note)).toMatchObject([
    { reason: 'pause', name: null, by: null, writers: ['Emmy'] }
  ]);
  await append(ada, note, ' And more.');
  await versions.keepAutomatically(minutes(30));
  expect(await versionsOf(note)).toMatchObject([{ writers: ['Ada'] }, { writers: ['Emmy'] }]);
});

test('a text with a character that no table takes is kept without it', async () => {
  const note = await someNote(emmy, 'Odd');
  await append(emmy, note, 'be\0fore');
  await versions.keepAutomatically(minutes(11));
  expect(await versionsOf(note)).toMatchObject([{ reason: 'pause' }]);
});

test('a deleted note gets no more versions', async () => {
  const note = await someNote(emmy);
  await append(emmy, note, 'Something.');
  await notes.remove(grace, note);
  await versions.keepAutomatically(minutes(11));
  expect(await database().$count(noteVersion, eq(noteVersion.noteId, note))).toBe(0);
});

test('when a meeting is over its note is kept as the meeting left it', async () => {
  const id = newId();
  await database()
    .insert(meeting)
    .values({
      ...{ id, groupId: ada.groupId, occursOn: '2026-11-26', title: 'Weekly meeting' },
      ...{ startsAt: minutes(-30), durationMinutes: 60 }
    });
  const note = (await notes.openForMeeting(emmy, id)).id;
  await append(emmy, note, 'We decided.');
  await versions.keepAutomatically(minutes(5));
  expect(await versionsOf(note)).toEqual([]);
  await versions.keepAutomatically(minutes(31));
  await versions.keepAutomatically(minutes(41));
  const kept = await versionsOf(note);
  expect(kept).toMatchObject([{ reason: 'meeting' }]);
  expect(titleOf(kept[0]!)).toBe('At the end of the meeting');
});

test('restoring is an edit by the member, and keeps what was there before', async () => {
  const note = await someNote(emmy, 'Kept');
  await append(emmy, note, 'The good text.\n');
  const { id } = await versions.keep(emmy, note, 'Good');
  const write = await open(grace, note);
  await write((text) => {
    text.delete(0, text.length);
    text.insert(0, 'Oops');
  });
  await versions.restore(emmy, note, id);
  expect(await textOf(note)).toBe('# Kept\n\nThe good text.\n');
  const [before] = await versionsOf(note);
  expect(before).toMatchObject({ reason: 'restore', by: 'Emmy', writers: ['Grace'] });
  const log = await database()
    .select({ accountId: noteUpdate.accountId })
    .from(noteUpdate)
    .where(and(eq(noteUpdate.noteId, note), sql`${noteUpdate.seq} = 4`));
  expect(log).toEqual([{ accountId: emmy.accountId }]);
  await expect(versions.restore(emmy, note, id)).rejects.toThrow(Conflict);
  await versions.restore(emmy, note, before!.id);
  expect(await textOf(note)).toBe('Oops');
});

test('whoever has the note open receives what was restored, and keeps what they are typing', async () => {
  const engine = await startEngine();
  try {
    const note = await someNote(emmy, 'Open');
    const { id } = await versions.keep(emmy, note, 'Empty');
    const { cookie } = await cookieOf(grace);
    const page = new Writer(engine.url, note, { cookie, origin: engine.origin });
    await expect.poll(() => page.provider.synced).toBe(true);
    page.type('A line to lose.\n');
    await expect.poll(() => page.isSaved).toBe(true);
    await versions.restore(emmy, note, id);
    await expect.poll(() => page.text.toString(), { timeout: 5_000 }).toBe('# Open\n\n');
    page.type('Typed after.');
    await expect.poll(() => page.isSaved).toBe(true);
    expect(await textOf(note)).toBe('# Open\n\nTyped after.');
    page.close();
  } finally {
    await engine.stop();
  }
});

test('a comparison names who inserted what, and nobody for what was deleted', async () => {
  const note = await someNote(emmy, 'Claims');
  await append(emmy, note, 'Networks learn slowly.\n');
  const { id: from } = await versions.keep(emmy, note, 'First');
  const write = await open(grace, note);
  await write((text) => {
    const at = text.toString().indexOf('slowly');
    text.delete(at, 'slowly'.length);
    text.insert(at, 'suddenly');
  });
  await append(ada, note, 'A question.\n');
  const { id: to } = await versions.keep(ada, note, 'Second');
  await append(emmy, note, 'Not yet.\n');
  const { passages } = await versions.compare(kurt, note, from, to);
  expect(passages).toEqual([
    { kind: 'same', text: '# Claims\n\nNetworks learn ', by: null },
    { kind: 'deleted', text: 'slowly', by: null },
    { kind: 'inserted', text: 'suddenly', by: 'Grace' },
    { kind: 'same', text: '.\n', by: null },
    { kind: 'inserted', text: 'A question.\n', by: 'Ada' }
  ]);
  const now = await versions.compare(kurt, note, to);
  expect(now.to).toBeNull();
  expect(now.passages.at(-1)).toEqual({ kind: 'inserted', text: 'Not yet.\n', by: 'Emmy' });
});

test('of a long text that hardly changed, only what lies around the change is shown', async () => {
  const note = await someNote(emmy, 'Long');
  const lines = Array.from({ length: 100 }, (_, line) => `Line ${line}\n`).join('');
  await append(emmy, note, lines);
  const { id } = await versions.keep(emmy, note, 'Long');
  const write = await open(grace, note);
  await write((text) => text.insert(text.toString().indexOf('Line 50'), 'New line\n'));
  const { passages } = await versions.compare(emmy, note, id);
  expect(passages).toEqual([
    { kind: 'left out', lines: 49 },
    { kind: 'same', text: 'Line 47\nLine 48\nLine 49\n', by: null },
    { kind: 'inserted', text: 'New line\n', by: 'Grace' },
    { kind: 'same', text: 'Line 50\nLine 51\nLine 52\n', by: null },
    { kind: 'left out', lines: 47 }
  ]);
});

test('who wrote what is still known when the log was compacted', async () => {
  const note = await someNote(emmy, 'Old');
  await append(grace, note, 'By Grace. ');
  await compact(note);
  await append(ada, note, 'By Ada. ');
  await compact(note);
  await append(emmy, note, 'By Emmy. ');
  await compact(note);
  expect(await database().$count(noteUpdate, eq(noteUpdate.noteId, note))).toBe(1);
  expect(await database().$count(noteWriter, eq(noteWriter.noteId, note))).toBe(2);
  const { passages } = await versions.compare(emmy, note, null);
  expect(passages).toEqual([
    { kind: 'inserted', text: '# Old\n\n', by: null },
    { kind: 'inserted', text: 'By Grace. ', by: 'Grace' },
    { kind: 'inserted', text: 'By Ada. ', by: 'Ada' },
    { kind: 'inserted', text: 'By Emmy. ', by: 'Emmy' }
  ]);
});

test('somebody who gives back what another wrote does not become its writer', async () => {
  const note = await someNote(emmy, 'Given back');
  await append(grace, note, 'By Grace. ');
  const { doc, head } = await load(note);
  await database()
    .insert(noteUpdate)
    .values({
      ...{ noteId: note, seq: head + 1, accountId: ada.accountId },
      payload: Y.encodeStateAsUpdate(doc)
    });
  await database()
    .update(noteHead)
    .set({ head: head + 1 })
    .where(eq(noteHead.noteId, note));
  const { passages } = await versions.compare(emmy, note, null);
  expect(passages).toContainEqual({ kind: 'inserted', text: 'By Grace. ', by: 'Grace' });
});
