import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../support/app.ts';
import { Balancer } from '../support/haproxy.ts';
import { RedisServer } from '../support/redis.ts';
import { Cluster, soon, titled } from './cluster.ts';
import { Crowd } from './crowd.ts';

/** A few in `npm test`, fifty in `npm run test:chaos`. */
const people = Number(process.env.CHAOS_PEOPLE ?? 12);

const missing = [
  !Balancer.isHere() && 'there is no haproxy here',
  !RedisServer.isHere() && 'there is no redis-server here'
];
const title = 'two instances for people and a worker behind HAProxy, on one PostgreSQL and one Redis';

describe.skipIf(missing.some(Boolean))(titled(title, ...missing), () => {
  const cluster = new Cluster();
  const duties = ['web', 'collab'];
  let redis: RedisServer;
  let balancer: Balancer;
  let instances: App[];
  let worker: App;

  const start = (args: string[], port?: number) =>
    cluster.start({ args, ...(port && { port }), limits: { REDIS_URL: redis.url } });

  beforeAll(async () => {
    [redis] = await Promise.all([RedisServer.start(), cluster.open()]);
    instances = [await start(duties), await start(duties)];
    worker = await start(['worker']);
    const [first, second] = instances.map(({ port }) => `127.0.0.1:${port}`);
    balancer = await Balancer.start(first!, second!);
  }, 120_000);

  afterAll(async () => {
    await balancer?.stop();
    await cluster.close();
    await redis?.stop();
  }, 60_000);

  test('a worker alone answers machines, and has no pages', async () => {
    const status = async (path: string) =>
      (await fetch(worker.url + path, { headers: { authorization: 'Bearer token-of-the-operator' } })).status;
    expect(await status('/healthz')).toBe(200);
    expect(await status('/readyz')).toBe(200);
    expect(await status('/metrics')).toBe(200);
    expect(await status('/')).toBe(404);
    expect(await cluster.metric(worker, 'colloquy_feed_age_seconds')).toBeNaN();
  });

  test(`replaced one after the other while ${people} people type, vote and turn pages, they lose no vote, no word and no request`, async () => {
    const crowd = new Crowd(balancer);
    await crowd.gather(cluster, people);
    for (const [index, instance] of [...instances.entries(), [2, worker] as const]) {
      instance.process.kill('SIGTERM');
      const told = performance.now();
      await soon(async () => expect((await fetch(`${instance.url}/readyz`)).status).toBe(503));
      if (instance.process.exitCode === null) await once(instance.process, 'exit');
      expect(performance.now() - told).toBeLessThan(10_000);
      expect(instance.process.exitCode).toBe(0);
      await crowd.checkSaved();
      const next = await start(index === 2 ? ['worker'] : duties, instance.port);
      if (index === 2) continue;
      instances[index] = next;
      // Whoever rolls waits until the balancer has the new one, or nobody would be left.
      const asked = 'colloquy_http_requests_total{method="GET",route="/g/[group]/queue"';
      await soon(async () => expect(await cluster.metrics(next)).toContain(asked));
    }
    const { votes, words } = await crowd.disperse();
    expect(crowd.failures).toEqual([]);
    expect(crowd.closedBy).toEqual(new Set([1001]));
    expect(votes).toBeGreaterThan(0);
    expect(words).toBeGreaterThan(people);
  }, 180_000);
});
