import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';

/*
 * A start takes seconds of computing, so what one running application can show shares two that run beside each other: one
 * as it comes, and one behind a proxy with a data folder whose path is too long for a socket.
 */

const folders: string[] = [];
let app: App, proxied: App;

beforeAll(async () => {
  const dataDir = path.join(dataFolder(), 'a'.repeat(60), 'b'.repeat(60));
  [app, proxied] = await Promise.all([
    startApp({ env: { HOST: '0.0.0.0' } }),
    startApp({ dataDir, env: { ORIGIN: 'https://reading.example' } })
  ]);
});

afterAll(async () => {
  await Promise.all([app?.stop(), proxied?.stop()]);
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-start-'));
  folders.push(folder);
  return folder;
}

function databaseProcess(dataDir: string): number {
  return Number.parseInt(fs.readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
}

function isAlive(pid: number): boolean {
  return fs.existsSync(`/proc/${pid}/cmdline`) && fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
}

test('killed alone or with its database, the next start recovers; SIGTERM stops everything in order, the database too', async () => {
  const dataDir = dataFolder();
  const first = await startApp({ dataDir });
  const orphan = databaseProcess(dataDir);
  await first.kill();
  expect(isAlive(orphan)).toBe(true);

  const second = await startApp({ dataDir });
  expect(second.output()).toContain('Recovered');
  expect(isAlive(orphan)).toBe(false);
  const killed = databaseProcess(dataDir);
  await second.kill();
  process.kill(killed, 'SIGKILL');

  const third = await startApp({ dataDir });
  expect((await fetch(third.url)).status).toBe(200);
  const database = databaseProcess(dataDir);
  expect(isAlive(database)).toBe(true);
  await third.stop();
  expect(third.process.exitCode).toBe(0);
  expect(third.output()).toContain('Stopped.');
  expect(isAlive(database)).toBe(false);
});

test('a second application on the same data folder is refused by a sentence', async () => {
  await expect(startApp({ dataDir: app.dataDir })).rejects.toThrow(
    /Another Colloquy \(process \d+\) is running on/
  );
});

test('a taken port is said plainly, and nothing else is started', async () => {
  const dataDir = dataFolder();
  const refusal = startApp({ port: app.port, dataDir });
  await expect(refusal).rejects.toThrow(`Port ${app.port} is taken by another program.`);
  expect(fs.readdirSync(dataDir)).toEqual([]);
});

test('a mistake in the configuration is named with its variable', async () => {
  await expect(startApp({ env: { LOG_LEVEL: 'loud' } })).rejects.toThrow(/LOG_LEVEL/);
});

test('two applications on different ports and folders do not disturb each other, however long a folder’s path', async () => {
  const answers = await Promise.all([app, proxied].map(({ url }) => fetch(url)));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
});

test('a form is taken over plain http under every name the machine has', async () => {
  for (const host of ['localhost', '127.0.0.1', os.hostname()]) {
    expect(`${host} ${await statusOfForm(app.port, host)}`).toBe(`${host} 422`);
  }
});

/** Sends the sign-in form as a browser would that reached the application under this name. */
function statusOfForm(port: number, host: string): Promise<number | undefined> {
  const name = `${host}:${port}`;
  const headers = {
    host: name,
    origin: `http://${name}`,
    accept: 'text/html',
    'content-type': 'application/x-www-form-urlencoded'
  };
  return new Promise((resolve, reject) => {
    http
      .request({ host: '127.0.0.1', port, path: '/sign-in', method: 'POST', headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode));
      })
      .once('error', reject)
      .end('email=a&password=b');
  });
}

test('a form from another origin is refused', async () => {
  const answer = await fetch(`${app.url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email: 'a', password: 'b' }),
    headers: { origin: 'http://elsewhere.example' }
  });
  expect(answer.status).toBe(403);
});

test('behind a proxy the configured origin counts, and cookies are for https only', async () => {
  const answer = await fetch(`${proxied.url}/sign-up`, {
    method: 'POST',
    body: new URLSearchParams({ name: 'Ada', email: 'ada@example.org', password: 'a long enough sentence' }),
    headers: { origin: 'https://reading.example' },
    redirect: 'manual'
  });
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-session=/);
  expect(cookie).toMatch(/; Secure/i);
});
