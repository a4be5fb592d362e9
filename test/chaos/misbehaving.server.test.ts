import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { session } from '#accounts/schema.ts';
import * as accounts from '#accounts/accounts.server.ts';
import { syncMessage, update } from '#collab/protocol.ts';
import { limits } from '#collab/limits.ts';
import * as groups from '#groups/groups.server.ts';
import { textOf, updatesAfter } from '#notes/log.server.ts';
import { database } from '#platform/database.server.ts';
import type { App } from '../support/app.ts';
import { fullGroup, memberOf } from '../support/factories.ts';
import { cookieOf, someNote, Writer } from '../support/notes.ts';
import { Cluster, soon } from './cluster.ts';

const cluster = new Cluster();
let cast: Awaited<ReturnType<typeof fullGroup>>;
let one: App;
let other: App;

beforeAll(async () => {
  await cluster.open();
  cast = await fullGroup();
  // Wide enough for pastes one after the other, narrow for a page that does not read.
  const paced = { NOTES_UPDATE_BYTES_PER_SECOND: '100000000', NOTES_LOST_READER_BYTES: '300000' };
  [one, other] = [await cluster.start({ limits: paced }), await cluster.start()];
}, 120_000);

afterEach(() => cluster.hangUp());
afterAll(() => cluster.close(), 60_000);

/** Ada, who behaves, and Emmy, in one note. */
async function pair(): Promise<{ noteId: string; ada: Writer; emmy: Writer }> {
  const noteId = await someNote(cast.ada);
  const [ada, emmy] = [
    await cluster.write(one, cast.ada, noteId),
    await cluster.write(one, cast.emmy, noteId)
  ];
  await soon(() => expect(ada.provider.synced && emmy.provider.synced).toBe(true));
  return { noteId, ada, emmy };
}

async function isUndisturbed(ada: Writer, noteId: string): Promise<void> {
  ada.type('undisturbed');
  await soon(() => expect(ada.isSaved).toBe(true));
  expect(await textOf(noteId)).toContain('undisturbed');
  expect(ada.closedBy).toBeUndefined();
}

const refused = (reason: string) =>
  cluster.metric(one, `colloquy_notes_refusals_total{reason="${reason}"}`).then((count) => count || 0);

test('a frame above the limit ends its sender’s connection only', async () => {
  const { noteId, ada, emmy } = await pair();
  emmy.sendRaw(syncMessage(update, new Uint8Array(limits.frameBytes + 1)));
  await soon(() => expect(emmy.closedBy).toBe(1009));
  await isUndisturbed(ada, noteId);
});

test('whoever sends far more edits than hands can type is cut off, comes back, and loses nothing', async () => {
  const { noteId, ada, emmy } = await pair();
  const before = await refused('too fast');
  for (let edit = 0; edit < 400; edit++) emmy.type('z');
  await soon(() => expect(emmy.closedBy).toBe(4503));
  expect(await refused('too fast')).toBeGreaterThan(before);
  await isUndisturbed(ada, noteId);
  await soon(() => expect(emmy.isSaved).toBe(true));
  expect((await textOf(noteId)).split('z')).toHaveLength(401);
});

test('updates without what they build on are asked for again, and too many of them end the connection', async () => {
  const { noteId, ada, emmy } = await pair();
  const elsewhere = new Y.Doc();
  const updates: Uint8Array[] = [];
  elsewhere.on('update', (each: Uint8Array) => updates.push(each));
  for (let edit = 0; edit <= limits.orphanUpdates + 5; edit++) elsewhere.getText('text').insert(0, 'o');
  for (const orphan of updates.slice(1)) emmy.sendRaw(syncMessage(update, orphan));
  await soon(() => expect(emmy.closedBy).toBe(4503));
  expect(await refused('orphan updates')).toBe(1);
  await isUndisturbed(ada, noteId);
  expect(await textOf(noteId)).not.toContain('oo');
});

test('nobody moves another person’s caret, and nobody has another’s name', async () => {
  const { noteId, ada, emmy } = await pair();
  const forged = encoding.encode((encoder) => {
    const body = encoding.encode((inner) => {
      encoding.writeVarUint(inner, 1);
      encoding.writeVarUint(inner, ada.doc.clientID);
      encoding.writeVarUint(inner, 99);
      encoding.writeVarString(inner, JSON.stringify({ user: { name: 'Ada' }, cursor: 'forged' }));
    });
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, body);
  });
  const grace = await cluster.write(one, cast.grace, noteId);
  await soon(() => expect(grace.provider.synced).toBe(true));
  ada.provider.awareness.setLocalStateField('cursor', 'mine');
  const seen = () => grace.provider.awareness.getStates().get(ada.doc.clientID);
  await soon(() => expect(seen()?.cursor).toBe('mine'));
  emmy.sendRaw(forged);
  ada.provider.awareness.setLocalStateField('cursor', 'still mine');
  await soon(() => expect(seen()?.cursor).toBe('still mine'));
  expect(seen()?.user).toEqual({ name: 'Ada' });
});

test('a page that never reads is let go, and the others write on', async () => {
  const { noteId, ada, emmy } = await pair();
  const mallory = await cluster.write(one, cast.grace, noteId);
  await soon(() => expect(mallory.provider.synced).toBe(true));
  const { ws } = mallory.provider;
  (ws as unknown as { pause(): void }).pause();
  const before = await refused('slow reader');
  // Pastes and takings-back: much for the wire, little for the note.
  for (let round = 0; (await refused('slow reader')) === before && round < 400; round++) {
    const writer = round % 2 ? ada : emmy;
    writer.text.insert(0, 'p'.repeat(100_000));
    writer.text.delete(0, 100_000);
    await soon(() => expect(writer.isSaved).toBe(true));
  }
  expect(await refused('slow reader')).toBeGreaterThan(before);
  await isUndisturbed(ada, noteId);
}, 120_000);

const endings: [string, number, (there: Awaited<ReturnType<typeof someoneThere>>) => Promise<unknown>][] = [
  ['removed from the group', 4403, ({ nora }) => groups.remove(cast.ada, nora.membershipId)],
  ['signed out', 4401, ({ sessionId }) => accounts.signOut(sessionId)],
  [
    'whose session has run out',
    4401,
    ({ sessionId }) =>
      database()
        .update(session)
        .set({ expiresAt: new Date() })
        .where(eq(session.idHash, accounts.hashOfSession(sessionId)))
  ]
];

async function someoneThere() {
  const nora = await memberOf(cast.group, 'Nora', 'member');
  const noteId = await someNote(cast.ada);
  const { cookie, sessionId } = await cookieOf(nora);
  const writer = new Writer(`ws://127.0.0.1:${other.port}/collab`, noteId, { origin: other.url, cookie });
  await soon(() => expect(writer.provider.synced).toBe(true));
  return { nora, noteId, sessionId, writer };
}

test.each(endings)('nothing of somebody %s in mid-typing is kept afterwards', async (_who, code, end) => {
  const there = await someoneThere();
  const { writer, noteId } = there;
  for (let edit = 0; edit < 20; edit++) writer.type('before ');
  let hasEnded = false;
  const ending = end(there).then(() => (hasEnded = true));
  while (!hasEnded) {
    writer.type('meanwhile ');
    await new Promise((resolve) => setImmediate(resolve));
  }
  await ending;
  const kept = await updatesAfter(noteId, 0);
  writer.type('afterwards');
  if (code !== 4401 || _who === 'signed out') await soon(() => expect(writer.closedBy).toBe(code));
  expect(await updatesAfter(noteId, 0)).toHaveLength(kept.length);
  expect(await textOf(noteId)).not.toContain('afterwards');
  writer.close();
});

test('somebody made a guest in mid-typing on the other instance reads on, and nothing more of theirs is kept', async () => {
  const { nora, noteId, writer } = await someoneThere();
  writer.type('before');
  await groups.changeRole(cast.ada, nora.membershipId, 'guest');
  const kept = await updatesAfter(noteId, 0);
  writer.type('afterwards');
  await soon(() => expect(writer.canWrite).toBe(false));
  expect(await updatesAfter(noteId, 0)).toHaveLength(kept.length);
  writer.close();
});
