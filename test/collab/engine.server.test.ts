import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as accounts from '#accounts/accounts.server.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { compact, textOf, updatesAfter } from '#notes/log.server.ts';
import * as notes from '#notes/notes.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, memberOf } from '../support/factories.ts';
import { cookieOf, someNote, startEngine, Writer } from '../support/notes.ts';

useDatabase();

let one: Awaited<ReturnType<typeof startEngine>>;
let other: Awaited<ReturnType<typeof startEngine>>;
let cast: Awaited<ReturnType<typeof fullGroup>>;
const writers: Writer[] = [];

beforeAll(async () => {
  [one, other, cast] = await Promise.all([startEngine(), startEngine(), fullGroup()]);
});

afterEach(() => {
  for (const writer of writers.splice(0)) writer.close();
});

afterAll(async () => {
  await one.stop();
  await other.stop();
});

async function open(member: Member, noteId: string, { at = one, cookie = '' } = {}): Promise<Writer> {
  const headers = { origin: at.origin, cookie: cookie || (await cookieOf(member)).cookie };
  const writer = new Writer(at.url, noteId, headers);
  writers.push(writer);
  return writer;
}

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

test('what one writes the other reads, and it is in the log once it is acknowledged', async () => {
  const noteId = await someNote(cast.ada);
  const [ada, emmy] = [await open(cast.ada, noteId), await open(cast.emmy, noteId)];
  await soon(() => expect(ada.provider.synced && emmy.provider.synced).toBe(true));
  ada.type('Grokking is late.');
  await soon(() => expect(emmy.text.toString()).toContain('Grokking is late.'));
  await soon(() => expect(ada.isSaved).toBe(true));
  expect(await textOf(noteId)).toContain('Grokking is late.');
});

test('writers on two instances see each other', async () => {
  const noteId = await someNote(cast.ada);
  const ada = await open(cast.ada, noteId);
  const emmy = await open(cast.emmy, noteId, { at: other });
  await soon(() => expect(ada.provider.synced && emmy.provider.synced).toBe(true));
  for (let round = 0; round < 20; round++) {
    ada.type(`a${round} `);
    emmy.type(`e${round} `);
  }
  await soon(() => expect(ada.text.toString()).toBe(emmy.text.toString()));
  await soon(() => expect(ada.isSaved && emmy.isSaved).toBe(true));
  expect(await textOf(noteId)).toBe(ada.text.toString());
});

test('the log has no gaps, whoever wrote on whichever instance', async () => {
  const noteId = await someNote(cast.ada);
  const ada = await open(cast.ada, noteId);
  const emmy = await open(cast.emmy, noteId, { at: other });
  await soon(() => expect(ada.provider.synced && emmy.provider.synced).toBe(true));
  for (let round = 0; round < 30; round++) (round % 2 ? ada : emmy).type('x');
  await soon(() => expect(ada.isSaved && emmy.isSaved).toBe(true));
  const numbers = (await updatesAfter(noteId, 0)).map(({ seq }) => seq);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

test('a deletion is saved like anything else', async () => {
  const noteId = await someNote(cast.ada);
  const ada = await open(cast.ada, noteId);
  await soon(() => expect(ada.provider.synced).toBe(true));
  ada.text.delete(0, ada.text.length);
  await soon(() => expect(ada.isSaved).toBe(true));
  expect(await textOf(noteId)).toBe('');
});

test('joining again adds nothing to the log', async () => {
  const noteId = await someNote(cast.ada);
  const ada = await open(cast.ada, noteId);
  await soon(() => expect(ada.provider.synced).toBe(true));
  ada.type('words ');
  ada.text.delete(0, 3);
  await soon(() => expect(ada.isSaved).toBe(true));
  const before = (await updatesAfter(noteId, 0)).length;
  ada.provider.disconnect();
  ada.provider.connect();
  await soon(() => expect(ada.isSaved).toBe(true));
  expect(await updatesAfter(noteId, 0)).toHaveLength(before);
});

test('a compacted note reads the same, keeps two snapshots’ worth of log, and can be written on', async () => {
  const noteId = await someNote(cast.ada);
  const ada = await open(cast.ada, noteId);
  await soon(() => expect(ada.provider.synced).toBe(true));
  for (const words of ['first ', 'second ', 'third ']) {
    ada.type(words);
    await soon(() => expect(ada.isSaved).toBe(true));
    const text = await textOf(noteId);
    await compact(noteId);
    expect(await textOf(noteId)).toBe(text);
  }
  const kept = await updatesAfter(noteId, 0);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(4);
});

test('a guest sees and does not write', async () => {
  const noteId = await someNote(cast.ada);
  const [kurt, ada] = [await open(cast.kurt, noteId), await open(cast.ada, noteId)];
  await soon(() => expect(kurt.canWrite).toBe(false));
  await soon(() => expect(kurt.provider.synced && ada.provider.synced).toBe(true));
  kurt.type('I was here');
  ada.type('So was I');
  await soon(() => expect(kurt.text.toString()).toContain('So was I'));
  await soon(() => expect(ada.isSaved).toBe(true));
  expect(kurt.isSaved).toBe(false);
  expect(await textOf(noteId)).not.toContain('I was here');
});

test.each([
  ['a visitor', 4401, async () => 'session=nobody'],
  [
    'an outsider',
    4403,
    async () => (await cookieOf(await memberOf((await fullGroup()).group, 'Oscar', 'member'))).cookie
  ]
])('%s is sent away for good', async (_who, code, cookie) => {
  const noteId = await someNote(cast.ada);
  const stranger = await open(cast.ada, noteId, { cookie: await cookie() });
  await soon(() => expect(stranger.closedBy).toBe(code));
  expect(stranger.text.length).toBe(0);
});

test('whoever is removed is cut off on the other instance too, and nothing more of theirs is kept', async () => {
  const noteId = await someNote(cast.ada);
  const nora = await memberOf(cast.group, 'Nora', 'member');
  const there = await open(nora, noteId, { at: other });
  await soon(() => expect(there.provider.synced).toBe(true));
  await groups.remove(cast.ada, nora.membershipId);
  there.type('too late');
  await soon(() => expect(there.closedBy).toBe(4403));
  expect(await textOf(noteId)).not.toContain('too late');
});

test('whoever signs out is cut off', async () => {
  const noteId = await someNote(cast.ada);
  const { cookie, sessionId } = await cookieOf(cast.emmy);
  const emmy = await open(cast.emmy, noteId, { at: other, cookie });
  await soon(() => expect(emmy.provider.synced).toBe(true));
  await accounts.signOut(sessionId);
  await soon(() => expect(emmy.closedBy).toBe(4401));
});

test('a member made a guest can read on, and no longer write', async () => {
  const noteId = await someNote(cast.ada);
  const nora = await memberOf(cast.group, 'Nora', 'member');
  const there = await open(nora, noteId, { at: other });
  await soon(() => expect(there.canWrite).toBe(true));
  await groups.changeRole(cast.ada, nora.membershipId, 'guest');
  await soon(() => expect(there.canWrite).toBe(false));
  expect(there.closedBy).toBeUndefined();
});

test('a deleted note is closed for everyone', async () => {
  const noteId = await someNote(cast.ada);
  const emmy = await open(cast.emmy, noteId, { at: other });
  await soon(() => expect(emmy.provider.synced).toBe(true));
  await notes.remove(cast.ada, noteId);
  await soon(() => expect(emmy.closedBy).toBe(4404));
});

test('a page of another origin is refused at the door', async () => {
  const noteId = await someNote(cast.ada);
  const { cookie } = await cookieOf(cast.ada);
  for (const headers of [{ cookie, origin: 'http://elsewhere.example' }, { cookie }]) {
    const socket = new WebSocket(`${one.url}/${noteId}`, { headers });
    const status = await new Promise((resolve) => {
      socket.once('unexpected-response', (_request, answer) => resolve(answer.statusCode));
      socket.once('error', () => undefined);
    });
    expect(status).toBe(403);
  }
});

test('what cannot be read ends that connection, and nobody else notices', async () => {
  const noteId = await someNote(cast.ada);
  const ada = await open(cast.ada, noteId);
  await soon(() => expect(ada.provider.synced).toBe(true));
  const { cookie } = await cookieOf(cast.emmy);
  const socket = new WebSocket(`${one.url}/${noteId}`, { headers: { cookie, origin: one.origin } });
  await new Promise((resolve) => socket.once('message', resolve));
  const code = new Promise((resolve) => socket.once('close', resolve));
  socket.send(new Uint8Array([0, 2, 5, 255, 255, 255, 255, 255]));
  expect(await code).toBe(4400);
  ada.type('undisturbed');
  await soon(() => expect(ada.isSaved).toBe(true));
  expect(ada.closedBy).toBeUndefined();
});

test('others see who is there under the name of their account, whatever the page claims', async () => {
  const noteId = await someNote(cast.ada);
  const [ada, emmy] = [await open(cast.ada, noteId), await open(cast.emmy, noteId)];
  ada.provider.awareness.setLocalStateField('user', { name: 'Somebody else' });
  const seen = () => emmy.provider.awareness.getStates().get(ada.doc.clientID)?.user;
  await soon(() => expect(seen()).toEqual({ name: 'Ada' }));
  ada.close();
  await soon(() => expect(seen()).toBeUndefined());
});
