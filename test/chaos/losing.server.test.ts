import * as Y from 'yjs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { compact, load, textOf, updatesAfter } from '#notes/log.server.ts';
import type { App } from '../support/app.ts';
import { fullGroup } from '../support/factories.ts';
import { someNote, type Writer } from '../support/notes.ts';
import { seeded } from '../support/random.ts';
import { Cluster, seeds, soon } from './cluster.ts';

const cluster = new Cluster();
let cast: Awaited<ReturnType<typeof fullGroup>>;
let steady: App;

beforeAll(async () => {
  await cluster.open();
  cast = await fullGroup();
  steady = await cluster.start();
}, 120_000);

afterEach(() => cluster.hangUp());
afterAll(() => cluster.close(), 60_000);

const joined = (...writers: Writer[]) =>
  soon(() => expect(writers.every(({ provider }) => provider.synced)).toBe(true));

/** Types marked words until `enough` says so. @returns the words the server had acknowledged by then */
async function typeUntil(writer: Writer, enough: () => boolean): Promise<string[]> {
  const words: string[] = [];
  const upToFrame: number[] = [];
  const already = writer.sent;
  while (!enough() && words.length < 3_000) {
    const word = `⟨${writer.doc.clientID}.${words.length}⟩`;
    writer.type(word);
    words.push(word);
    upToFrame.push(already + words.length);
    // One turn of the event loop, so that answers come in; never a pause.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return words.filter((_, index) => upToFrame[index]! <= writer.mostAcknowledged);
}

const cutOffs = ['flushing', 'committed', 'acknowledging', 'compacting'] as const;

test.each(seeds(4).map((seed) => ({ seed, moment: cutOffs[seed % cutOffs.length]! })))(
  'cut off while $moment (seed $seed), an instance has lost nothing it acknowledged, and the other has it all',
  async ({ seed, moment }) => {
    const random = seeded(seed);
    const times = moment === 'compacting' ? 1 : 1 + Math.floor(random() * 40);
    const doomed = await cluster.start({ cutOffAt: `${moment}:${times}` });
    const noteId = await someNote(cast.ada);
    const [ada, emmy] = [
      await cluster.write(doomed, cast.ada, noteId),
      await cluster.write(steady, cast.emmy, noteId)
    ];
    await joined(ada, emmy);
    if (moment === 'compacting') ada.type('x'.repeat(300 * 1024));
    let isDead = false;
    doomed.process.once('close', () => (isDead = true));
    const safe = await typeUntil(ada, () => isDead);
    if (!isDead) {
      ada.provider.disconnect();
      // A note is compacted once its last reader has been gone for a while; this one is not worth waiting for.
      await doomed.kill();
    }
    ada.provider.disconnect();
    const kept = await textOf(noteId);
    expect(safe.filter((word) => !kept.includes(word))).toEqual([]);
    emmy.type('Still here.');
    await soon(() => expect(emmy.isSaved).toBe(true));
    await soon(async () => expect(emmy.text.toString()).toBe(await textOf(noteId)));
  },
  120_000
);

test('what was typed while the database crashed and recovered is saved in the end, and nothing acknowledged is lost', async () => {
  const noteId = await someNote(cast.ada);
  const ada = await cluster.write(steady, cast.ada, noteId);
  await joined(ada);
  let turns = 0;
  await typeUntil(ada, () => ++turns === 100);
  await cluster.crashDatabase();
  turns = 0;
  await typeUntil(ada, () => ++turns === 100);
  await soon(() => expect(ada.isSaved).toBe(true));
  await soon(async () => expect(await textOf(noteId)).toBe(ada.text.toString()));
}, 60_000);

test('while the database is paused nothing is called saved, and afterwards everything is', async () => {
  const noteId = await someNote(cast.ada);
  const ada = await cluster.write(steady, cast.ada, noteId);
  await joined(ada);
  await soon(() => expect(ada.isSaved).toBe(true));
  const before = ada.acknowledged;
  const { resume } = await cluster.pauseDatabase();
  // Far longer than a commit takes when the database is there.
  const until = performance.now() + 400;
  await typeUntil(ada, () => performance.now() > until);
  const meanwhile = ada.acknowledged;
  resume();
  // A connection that began anew has heard nothing.
  expect(meanwhile).toBeOneOf([before, 0]);
  await soon(() => expect(ada.isSaved).toBe(true));
  expect(await textOf(noteId)).toBe(ada.text.toString());
}, 60_000);

test('told to stop in mid-typing, an instance keeps all it received, and its writer goes on at another', async () => {
  const leaving = await cluster.start();
  const noteId = await someNote(cast.ada);
  const ada = await cluster.write(leaving, cast.ada, noteId);
  await joined(ada);
  let isGone = false;
  leaving.process.once('close', () => (isGone = true));
  let turns = 0;
  const typing = typeUntil(ada, () => {
    if (++turns === 200) leaving.process.kill('SIGTERM');
    return isGone;
  });
  const safe = await typing;
  const kept = await textOf(noteId);
  expect(safe.filter((word) => !kept.includes(word))).toEqual([]);
  const other = await cluster.write(steady, cast.ada, noteId);
  await joined(other);
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(ada.doc));
  await soon(() => expect(other.isSaved).toBe(true));
  expect(await textOf(noteId)).toBe(ada.text.toString());
}, 60_000);

test('the log replayed from its first update is what snapshot and tail give, and what the writer has', async () => {
  const noteId = await someNote(cast.ada);
  const ada = await cluster.write(steady, cast.ada, noteId);
  await joined(ada);
  let turns = 0;
  await typeUntil(ada, () => ++turns === 60);
  ada.text.delete(0, 40);
  await soon(() => expect(ada.isSaved).toBe(true));
  const replayed = new Y.Doc();
  for (const { payload } of await updatesAfter(noteId, 0)) Y.applyUpdate(replayed, payload);
  await compact(noteId);
  ada.type(' and a tail');
  Y.applyUpdate(replayed, Y.encodeStateAsUpdate(ada.doc));
  await soon(() => expect(ada.isSaved).toBe(true));
  const { doc } = await load(noteId);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(replayed));
  expect(await textOf(noteId)).toBe(ada.text.toString());
}, 60_000);

test('two compactions at once, with people writing, leave one whole note', async () => {
  const noteId = await someNote(cast.ada);
  const [ada, emmy] = [
    await cluster.write(steady, cast.ada, noteId),
    await cluster.write(steady, cast.emmy, noteId)
  ];
  await joined(ada, emmy);
  for (let round = 0; round < 5; round++) {
    ada.type(`a${round} `);
    emmy.type(`e${round} `);
    await Promise.all([compact(noteId), compact(noteId)]);
  }
  await soon(() => expect(ada.isSaved && emmy.isSaved).toBe(true));
  await soon(() => expect(ada.text.toString()).toBe(emmy.text.toString()));
  expect(await textOf(noteId)).toBe(ada.text.toString());
}, 60_000);
