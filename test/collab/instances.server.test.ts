import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { fullGroup } from '../support/factories.ts';
import { useDatabase } from '../support/database.ts';
import { RedisServer } from '../support/redis.ts';
import { cookieOf, someNote, startEngine, Writer } from '../support/notes.ts';
import { config } from '#platform/config.server.ts';

useDatabase();

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 20 });
const redis = RedisServer.isHere() ? await RedisServer.start() : null;
if (!redis) console.warn('There is no redis-server here: instances are not tried over Redis.');

afterAll(() => redis?.stop());

const carriers = [{ carrier: 'PostgreSQL' }, ...(redis ? [{ carrier: 'Redis', url: redis.url }] : [])];

describe.each<{ carrier: string; url?: string }>(carriers)(
  'two instances that speak over $carrier',
  ({ url }) => {
    let one: Awaited<ReturnType<typeof startEngine>>;
    let other: Awaited<ReturnType<typeof startEngine>>;
    let cast: Awaited<ReturnType<typeof fullGroup>>;
    const writers: Writer[] = [];

    beforeAll(async () => {
      config().redisUrl = url;
      cast = await fullGroup();
      [one, other] = [await startEngine(), await startEngine()];
    });

    afterEach(() => {
      for (const writer of writers.splice(0)) writer.close();
    });

    afterAll(async () => {
      await one.stop();
      await other.stop();
      config().redisUrl = undefined;
    });

    async function both(): Promise<{ ada: Writer; emmy: Writer }> {
      const noteId = await someNote(cast.ada);
      const [adas, emmys] = [await cookieOf(cast.ada), await cookieOf(cast.emmy)];
      const ada = new Writer(one.url, noteId, { origin: one.origin, cookie: adas.cookie });
      const emmy = new Writer(other.url, noteId, { origin: other.origin, cookie: emmys.cookie });
      writers.push(ada, emmy);
      await soon(() => expect(ada.provider.synced && emmy.provider.synced).toBe(true));
      return { ada, emmy };
    }

    test('what is written on one arrives on the other', async () => {
      const { ada, emmy } = await both();
      ada.type('Grokking is late.');
      await soon(() => expect(emmy.text.toString()).toContain('Grokking is late.'));
    });

    test('people see on one where the others are on the other, and that they have left', async () => {
      const { ada, emmy } = await both();
      emmy.provider.awareness.setLocalStateField('user', { name: 'Somebody else' });
      emmy.provider.awareness.setLocalStateField('cursor', { head: 3 });
      const seen = () => ada.provider.awareness.getStates().get(emmy.doc.clientID);
      await soon(() => expect(seen()).toEqual({ user: { name: 'Emmy' }, cursor: { head: 3 } }));
      emmy.provider.disconnect();
      await soon(() => expect(seen()).toBeUndefined());
    });

    test('whoever opens a note sees at once who is in it on the other instance', async () => {
      const { ada, emmy } = await both();
      ada.provider.awareness.setLocalStateField('cursor', { head: 7 });
      const seen = () => emmy.provider.awareness.getStates().get(ada.doc.clientID)?.cursor;
      await soon(() => expect(seen()).toEqual({ head: 7 }));
      const { cookie } = await cookieOf(cast.grace);
      const grace = new Writer(other.url, emmy.provider.roomname, { origin: other.origin, cookie });
      writers.push(grace);
      await soon(() =>
        expect(grace.provider.awareness.getStates().get(ada.doc.clientID)?.cursor).toEqual({ head: 7 })
      );
    });

    if (!redis || !url) return;

    test('while Redis is away edits are saved all the same, and arrive once it is back', async () => {
      const { ada, emmy } = await both();
      await redis.stop();
      ada.type('Said into the dark.');
      await soon(() => expect(ada.isSaved).toBe(true));
      await redis.start();
      await soon(() => expect(emmy.text.toString()).toContain('Said into the dark.'));
      expect(ada.closedBy).toBeUndefined();
    });
  }
);
