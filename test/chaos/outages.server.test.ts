import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import { ballot } from '#ballots/schema.ts';
import type { Member } from '#groups/groups.ts';
import { textOf } from '#notes/log.server.ts';
import { database } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { startApp, type App } from '../support/app.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import { Balancer } from '../support/haproxy.ts';
import { cookieOf, someNote } from '../support/notes.ts';
import { RedisServer } from '../support/redis.ts';
import { Cluster, soon, titled, tooLong } from './cluster.ts';
import { Crowd } from './crowd.ts';

const skew = new URL('skew.ts', import.meta.url).pathname;
const noRedis = !RedisServer.isHere() && 'there is no redis-server here';
const noBalancer = !Balancer.isHere() && 'there is no haproxy here';

describe.skipIf(tooLong || noRedis || noBalancer)(
  titled('an installation of several processes', tooLong, noRedis, noBalancer),
  () => {
    const cluster = new Cluster();
    let redis: RedisServer;
    let cast: Awaited<ReturnType<typeof fullGroup>>;
    let one: App;
    let other: App;
    const start = (port?: number, limits: Record<string, string> = {}) =>
      cluster.start({ ...(port && { port }), limits: { REDIS_URL: redis.url, ...limits } });

    beforeAll(async () => {
      [redis] = await Promise.all([RedisServer.start(), cluster.open()]);
      cast = await fullGroup();
      [one, other] = [await start(), await start()];
    }, 120_000);

    afterEach(() => cluster.hangUp());
    afterAll(async () => {
      await cluster.close();
      await redis?.stop();
    }, 60_000);

    test('goes on while Redis is away, and as before once it is back', async () => {
      const noteId = await someNote(cast.ada);
      const ada = await cluster.write(one, cast.ada, noteId);
      const emmy = await cluster.write(other, cast.emmy, noteId);
      await soon(() => expect(ada.provider.synced && emmy.provider.synced).toBe(true));
      await redis.stop();
      ada.type('Written without Redis.');
      await soon(() => expect(ada.isSaved).toBe(true));
      await soon(() => expect(emmy.text.toString()).toContain('Written without Redis.'));
      await redis.start();
      ada.type(' And with it.');
      await soon(() => expect(emmy.text.toString()).toContain('And with it.'));
      expect(await textOf(noteId)).toBe(ada.text.toString());
    }, 120_000);

    test('loses nothing it called saved when one process is killed: its people go on at the other', async () => {
      const balancer = await Balancer.start(`127.0.0.1:${one.port}`, `127.0.0.1:${other.port}`);
      const crowd = new Crowd(balancer);
      await crowd.gather(cluster, 12);
      const { port } = one;
      await one.kill();
      const before = crowd.requests;
      await soon(() => expect(crowd.requests).toBeGreaterThan(before + 40));
      await crowd.checkSaved();
      one = await start(port);
      await crowd.disperse();
      // Only what was under way at the killed process may have been told that it was interrupted.
      expect(crowd.failures.length).toBeLessThanOrEqual(12);
      await balancer.stop();
    }, 120_000);

    test('closes a ballot by the clock of the database, however the clock of a process jumps', async () => {
      const nominationIds: string[] = [];
      for (const title of ['Late', 'Early'])
        nominationIds.push((await queue.nominate(cast.emmy, await somePaper(title), '')).nominationId);
      const opening = { title: 'What next?', nominationIds, quorum: 1 };
      const closesAt = new Date(Date.now() + 3_600_000);
      const { id } = await ballots.open(cast.grace, { ...opening, closesAt });
      const jump = async (seconds: number) => {
        const preload = { NODE_OPTIONS: `--import=${skew}`, SKEW_SECONDS: String(seconds) };
        const app = await start(undefined, preload);
        app.process.kill('SIGUSR2');
        await soon(() => expect(app.output()).toContain('The clock has jumped.'));
        return app;
      };
      const fast = await jump(2 * 3_600);
      expect(await vote(fast, cast.emmy, id, nominationIds[0]!)).toBe(303);
      // A round of the job that closes ballots, each minute, on the one process left: its clock says that the hour is over.
      await Promise.all([one.stop(), other.stop()]);
      const hasLooked = async () =>
        expect(await cluster.metrics(fast)).toMatch(/colloquy_jobs_total\{job="ballot.close"/);
      await vi.waitFor(hasLooked, { timeout: 100_000, interval: 500 });
      expect((await ballots.view(cast.emmy, id)).closedAt).toBeNull();
      const slow = await jump(-2 * 3_600);
      await database()
        .update(ballot)
        .set({ closesAt: sql`now()` })
        .where(eq(ballot.id, id));
      expect(await vote(slow, cast.emmy, id, nominationIds[1]!)).toBe(409);
    }, 180_000);
  }
);

async function vote(app: App, member: Member, ballotId: string, approved: string): Promise<number> {
  const { cookie } = await cookieOf(member);
  const answer = await fetch(`${app.url}/g/${member.groupSlug}/ballots/${ballotId}?/vote`, {
    method: 'POST',
    body: new URLSearchParams({ approved }),
    headers: { cookie, origin: app.url, accept: 'text/html' },
    redirect: 'manual'
  });
  await answer.text();
  return answer.status;
}

/** A disk of its own, small enough to fill. */
const disk = path.join(os.tmpdir(), `colloquy-disk-${process.pid}`);
const noDisk = !tooLong && !mounts() && 'only root, where it may mount a tmpfs, can make a small disk';

function mounts(): boolean {
  fs.mkdirSync(disk, { recursive: true });
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=0700', 'tmpfs', disk]).status === 0;
}

describe.skipIf(tooLong || noDisk)(titled('a process with a database of its own', tooLong, noDisk), () => {
  let app: App;

  beforeAll(async () => {
    app = await startApp({ dataDir: path.join(disk, 'data'), env: { LOG_LEVEL: 'silent' } });
  }, 120_000);

  afterAll(async () => {
    await app?.stop();
    spawnSync('umount', [disk]);
    fs.rmdirSync(disk);
  }, 60_000);

  const signUp = (email: string) =>
    fetch(`${app.url}/sign-up`, {
      method: 'POST',
      body: new URLSearchParams({ name: 'A'.repeat(80), email, password: 'a long enough sentence' }),
      headers: { origin: app.url, accept: 'text/html', 'x-forwarded-for': email },
      redirect: 'manual'
    });

  test('says so in a sentence while its disk is full, keeps what it had, and goes on once there is room', async () => {
    expect((await signUp('before@example.org')).status).toBe(303);
    const filler = path.join(disk, 'filler');
    // cp ends with an error when nothing more fits; that is the point.
    spawnSync('cp', ['/dev/zero', filler]);
    let refused: Response | undefined;
    for (let number = 0; !refused && number < 2_000; number++) {
      const answer = await signUp(`person-${number}@example.org`);
      if (answer.status === 503) refused = answer;
      else await answer.text();
    }
    expect(await refused!.text()).toMatch(/the disk of the server is full|cannot reach its database/);
    fs.rmSync(filler);
    await soon(async () => expect((await signUp('after@example.org')).status).toBe(303));
    const signedIn = await fetch(`${app.url}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'before@example.org', password: 'a long enough sentence' }),
      headers: { origin: app.url, accept: 'text/html' },
      redirect: 'manual'
    });
    expect(signedIn.status).toBe(303);
  }, 300_000);
});
