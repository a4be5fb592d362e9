import { Redis } from 'ioredis';
import { config } from '#platform/config.server.ts';
import { driver } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';

/**
 * Quick messages between instances that come too often for the bus: heads of notes, and carets. They go over Redis
 * or Valkey when there is one, else over PostgreSQL. Any of them may be lost: they only say earlier what the
 * receiver would find out anyway.
 */
export interface Fanout {
  /** Whether PostgreSQL carries the messages, so that a statement may send one as it commits (`pg_notify`). */
  readonly isDatabase: boolean;
  send(channel: string, payload: string): void;
  close(): Promise<void>;
}

/** Hears what other instances, and this one, send on a channel. */
export type Hearing = Record<string, (payload: string) => void>;

/** @param missed is called whenever messages may have been lost: after each connection, the first included */
export function openFanout(hearing: Hearing, missed: () => void): Promise<Fanout> {
  const { redisUrl } = config();
  return redisUrl ? overRedis(redisUrl, hearing, missed) : overPostgres(hearing, missed);
}

async function overPostgres(hearing: Hearing, missed: () => void): Promise<Fanout> {
  const sql = driver();
  const channels = Object.entries(hearing);
  const listening = await Promise.all(
    channels.map(([channel, hear], index) => sql.listen(channel, hear, index === 0 ? missed : undefined))
  );
  return {
    isDatabase: true,
    send(channel, payload) {
      sql
        .notify(channel, payload)
        .catch((cause: unknown) => log().warn({ err: cause }, 'a message between instances was not sent'));
    },
    async close() {
      for (const each of listening) await each.unlisten();
    }
  };
}

/** An instance starts and goes on without its Redis; what it misses meanwhile heals by itself. */
async function overRedis(url: string, hearing: Hearing, missed: () => void): Promise<Fanout> {
  const retryStrategy = (attempt: number) => Math.min(attempt * 100, 2_000);
  const ears = new Redis(url, { retryStrategy, maxRetriesPerRequest: null });
  const mouth = new Redis(url, { retryStrategy, enableOfflineQueue: false });
  let isDown = false;
  ears.on('error', (cause) => {
    if (!isDown) log().error({ err: cause }, 'Redis does not answer: notes on other instances follow slowly');
    isDown = true;
  });
  // Said by `ears` already.
  mouth.on('error', () => undefined);
  ears.on('message', (channel, payload) => hearing[channel]?.(payload));
  const connected = () => {
    if (ears.status === 'ready' && mouth.status === 'ready') missed();
  };
  mouth.on('ready', connected);
  ears.on('ready', () => {
    isDown = false;
    ears.subscribe(...Object.keys(hearing)).then(connected, () => undefined);
  });
  return {
    isDatabase: false,
    send(channel, payload) {
      mouth.publish(channel, payload).catch(() => undefined);
    },
    async close() {
      ears.disconnect();
      mouth.disconnect();
    }
  };
}
