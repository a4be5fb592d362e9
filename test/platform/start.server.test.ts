import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startApp, type App, type AppOptions } from '../support/app.ts';

const running: App[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const app of running.splice(0)) await app.stop();
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

async function start(options: AppOptions = {}): Promise<App> {
  const app = await startApp(options);
  running.push(app);
  return app;
}

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

test('SIGTERM stops everything in order, the database too', async () => {
  const app = await startApp({ dataDir: dataFolder() });
  const database = databaseProcess(app.dataDir);
  expect(isAlive(database)).toBe(true);
  await app.stop();
  expect(app.process.exitCode).toBe(0);
  expect(app.output()).toContain('Stopped.');
  expect(isAlive(database)).toBe(false);
});

test('after SIGKILL the next start stops the orphaned database and recovers', async () => {
  const dataDir = dataFolder();
  const first = await startApp({ dataDir });
  const orphan = databaseProcess(dataDir);
  await first.kill();
  expect(isAlive(orphan)).toBe(true);
  const second = await start({ dataDir });
  expect(second.output()).toContain('Recovered');
  expect(isAlive(orphan)).toBe(false);
});

test('after application and database were both killed the next start recovers', async () => {
  const dataDir = dataFolder();
  const first = await startApp({ dataDir });
  const orphan = databaseProcess(dataDir);
  await first.kill();
  process.kill(orphan, 'SIGKILL');
  const second = await start({ dataDir });
  expect((await fetch(second.url)).status).toBe(200);
});

test('a second application on the same data folder is refused by a sentence', async () => {
  const app = await start();
  await expect(startApp({ dataDir: app.dataDir })).rejects.toThrow(
    /Another Colloquy \(process \d+\) is running on/
  );
});

test('a taken port is said plainly, and nothing else is started', async () => {
  const app = await start();
  const dataDir = dataFolder();
  const refusal = startApp({ port: app.port, dataDir });
  await expect(refusal).rejects.toThrow(`Port ${app.port} is taken by another program.`);
  expect(fs.readdirSync(dataDir)).toEqual([]);
});

test('a mistake in the configuration is named with its variable', async () => {
  await expect(startApp({ env: { LOG_LEVEL: 'loud' } })).rejects.toThrow(/LOG_LEVEL/);
});

test('two applications on different ports and folders do not disturb each other', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  const answers = await Promise.all([one, other].map((app) => fetch(app.url)));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
});

test('a data folder with a path too long for a socket works all the same', async () => {
  const dataDir = path.join(dataFolder(), 'a'.repeat(60), 'b'.repeat(60));
  const app = await start({ dataDir });
  expect((await fetch(app.url)).status).toBe(200);
});

test('a form is taken over plain http under every name the machine has', async () => {
  const app = await start({ env: { HOST: '0.0.0.0' } });
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
  const app = await start();
  const answer = await fetch(`${app.url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email: 'a', password: 'b' }),
    headers: { origin: 'http://elsewhere.example' }
  });
  expect(answer.status).toBe(403);
});

test('behind a proxy the configured origin counts, and cookies are for https only', async () => {
  const app = await start({ env: { ORIGIN: 'https://reading.example' } });
  const answer = await fetch(`${app.url}/sign-up`, {
    method: 'POST',
    body: new URLSearchParams({ name: 'Ada', email: 'ada@example.org', password: 'a long enough sentence' }),
    headers: { origin: 'https://reading.example' },
    redirect: 'manual'
  });
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-session=/);
  expect(cookie).toMatch(/; Secure/i);
});
