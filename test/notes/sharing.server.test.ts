import { beforeAll, expect, test } from 'vitest';
import type { Member } from '#groups/groups.ts';
import * as notes from '#notes/notes.server.ts';
import * as sharing from '#notes/sharing.server.ts';
import { Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup } from '../support/factories.ts';
import { someNote } from '../support/notes.ts';

useDatabase();

let ada: Member, grace: Member, emmy: Member, kurt: Member, stranger: Member;

beforeAll(async () => {
  ({ ada, grace, emmy, kurt } = await fullGroup());
  ({ ada: stranger } = await fullGroup());
});

test('an organiser shares a note, and whoever has the address reads its title and text, and no more', async () => {
  const note = await someNote(emmy, 'For everyone');
  const key = await sharing.share(grace, note);
  expect(Buffer.from(key, 'base64url').byteLength).toBeGreaterThanOrEqual(16);
  expect(await sharing.sharedBy(key)).toEqual({ title: 'For everyone', text: '# For everyone\n\n' });
  await notes.rename(emmy, note, 'Renamed');
  expect(await sharing.sharedBy(key)).toMatchObject({ title: 'Renamed' });
});

test('a note that is shared already keeps its address, also when several share it at once', async () => {
  const note = await someNote(emmy);
  const keys = await Promise.all(Array.from({ length: 5 }, () => sharing.share(ada, note)));
  expect(new Set(keys).size).toBe(1);
  expect(await sharing.keyOf(grace, note)).toBe(keys[0]);
});

test('a withdrawn address leads nowhere, and sharing again makes another', async () => {
  const note = await someNote(emmy);
  const key = await sharing.share(grace, note);
  await sharing.unshare(ada, note);
  await expect(sharing.sharedBy(key)).rejects.toThrow(NotFound);
  expect(await sharing.keyOf(ada, note)).toBeNull();
  expect(await sharing.share(grace, note)).not.toBe(key);
});

test('a deleted note cannot be read by its address either', async () => {
  const note = await someNote(emmy);
  const key = await sharing.share(grace, note);
  await notes.remove(grace, note);
  await expect(sharing.sharedBy(key)).rejects.toThrow(NotFound);
  await expect(sharing.sharedBy('')).rejects.toThrow(NotFound);
});

test('members and guests do not share, and outsiders find no note to share', async () => {
  const note = await someNote(emmy);
  for (const verb of [sharing.share, sharing.unshare, sharing.keyOf]) {
    await expect(verb(emmy, note)).rejects.toThrow(Forbidden);
    await expect(verb(kurt, note)).rejects.toThrow(Forbidden);
    await expect(verb(stranger, note)).rejects.toThrow(NotFound);
  }
});
