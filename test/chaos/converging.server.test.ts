import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { textOf, updatesAfter } from '#notes/log.server.ts';
import { driver } from '#platform/database.server.ts';
import type { App } from '../support/app.ts';
import { fullGroup } from '../support/factories.ts';
import { cookieOf, someNote, Writer } from '../support/notes.ts';
import { seeded } from '../support/random.ts';
import { Cluster, seeds, soon } from './cluster.ts';

const cluster = new Cluster();
let cast: Awaited<ReturnType<typeof fullGroup>>;
let one: App;
let other: App;

beforeAll(async () => {
  await cluster.open();
  cast = await fullGroup();
  [one, other] = [await cluster.start(), await cluster.start()];
}, 120_000);

afterEach(() => cluster.hangUp());
afterAll(() => cluster.close(), 60_000);

/** What somebody does next: write, take out, go away, come back, or say again what they said before. */
function act(writer: Writer, random: () => number, said: Uint8Array[]): void {
  const { text, provider } = writer;
  const chance = random();
  if (chance < 0.55)
    text.insert(Math.floor(random() * (text.length + 1)), 'abcdefgh '[Math.floor(random() * 9)]!);
  else if (chance < 0.8 && text.length > 0) text.delete(Math.floor(random() * text.length), 1);
  else if (chance < 0.87) provider.disconnect();
  else if (chance < 0.95) provider.connect();
  else if (provider.wsconnected && said.length > 0) {
    const again = said[Math.floor(random() * said.length)]!;
    writer.sendRaw(new Uint8Array([0, 2, again.length, ...again]));
  }
}

test.each(seeds(3))(
  'whoever writes, goes and comes on two instances, all have the same in the end, and so has the log (seed %i)',
  async (seed) => {
    const random = seeded(seed);
    const noteId = await someNote(cast.ada);
    const people = [cast.ada, cast.grace, cast.emmy, cast.ada];
    const writers = await Promise.all(
      people.map((member, index) => cluster.write(index % 2 ? other : one, member, noteId))
    );
    await soon(() => expect(writers.every(({ provider }) => provider.synced)).toBe(true));
    const said = writers.map((writer) => {
      const updates: Uint8Array[] = [];
      writer.doc.on('update', (update: Uint8Array) => void (update.length < 128 && updates.push(update)));
      return updates;
    });
    for (let step = 0; step < 400; step++) {
      const who = Math.floor(random() * writers.length);
      act(writers[who]!, random, said[who]!);
      if (random() < 0.2) await new Promise((resolve) => setImmediate(resolve));
    }
    for (const { provider } of writers) provider.connect();
    await soon(() => expect(writers.every((writer) => writer.isSaved)).toBe(true));
    const [first] = writers;
    await soon(() => expect(new Set(writers.map(({ text }) => text.toString())).size).toBe(1));
    expect(await textOf(noteId)).toBe(first!.text.toString());
  },
  60_000
);

test('what the connection that listens missed is made up for', async () => {
  const noteId = await someNote(cast.ada);
  const [ada, emmy] = [
    await cluster.write(one, cast.ada, noteId),
    await cluster.write(other, cast.emmy, noteId)
  ];
  await soon(() => expect(ada.provider.synced && emmy.provider.synced).toBe(true));
  const killed = await driver()`
    select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and pid <> pg_backend_pid()`;
  expect(killed.length).toBeGreaterThan(0);
  ada.type('Did you hear that?');
  await soon(() => expect(emmy.text.toString()).toContain('Did you hear that?'));
}, 60_000);

test('twenty people open a new note at once on two instances: its template stands there once', async () => {
  const noteId = await someNote(cast.ada, 'Opened together');
  const members = [cast.ada, cast.grace, cast.emmy];
  const writers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      cluster.write(index % 2 ? other : one, members[index % 3]!, noteId)
    )
  );
  await soon(() => expect(writers.every(({ provider }) => provider.synced)).toBe(true));
  const template = await textOf(noteId);
  expect(template.length).toBeGreaterThan(0);
  for (const writer of writers) expect(writer.text.toString()).toBe(template);
  expect(await updatesAfter(noteId, 0)).toHaveLength(1);
});

test('after many notes were opened and left, nobody is counted as there', async () => {
  const many = Number(process.env.CHAOS_NOTES ?? 60);
  const { cookie } = await cookieOf(cast.ada);
  const openAndLeave = async (notes: number) => {
    for (let done = 0; done < notes; done += 15) {
      const batch = await Promise.all(
        Array.from({ length: 15 }, async () => {
          const noteId = await someNote(cast.ada);
          return new Writer(`ws://127.0.0.1:${one.port}/collab`, noteId, { origin: one.url, cookie });
        })
      );
      await soon(() => expect(batch.every(({ provider }) => provider.synced)).toBe(true));
      for (const writer of batch) writer.close();
      await soon(async () => expect(await cluster.metric(one, 'colloquy_notes_sockets')).toBe(0));
    }
  };
  await openAndLeave(45);
  const heap = () => cluster.metric(one, 'nodejs_heap_size_used_bytes');
  const before = await heap();
  await openAndLeave(many);
  if (many < 1_000) return;
  // In the long form also the rooms, which stay half a minute for whoever comes back, and all that they held.
  const settled = { timeout: 120_000, interval: 500 };
  await vi.waitFor(async () => expect(await cluster.metric(one, 'colloquy_notes_open')).toBe(0), settled);
  await vi.waitFor(async () => expect(await heap()).toBeLessThan(before + 24 * 1024 * 1024), settled);
}, 1_800_000);

test('a page on which nothing happens stays connected', async () => {
  const noteId = await someNote(cast.ada);
  const ada = await cluster.write(one, cast.ada, noteId);
  await soon(() => expect(ada.provider.synced).toBe(true));
  // The provider takes a line for dead after 30 s without a message.
  const quiet = Number(process.env.CHAOS_IDLE_SECONDS ?? 33) * 1000;
  await new Promise((resolve) => setTimeout(resolve, quiet));
  expect(ada.closedBy).toBeUndefined();
  expect(ada.provider.synced).toBe(true);
}, 400_000);
