import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { applicationName } from '#platform/database.server.ts';
import { startApp, type App } from '../support/app.ts';
import { Collector } from '../support/otlp.ts';
import { MailServer } from '../support/smtp.ts';

const token = 'a-token-of-an-operator';
const password = 'grokking comes late at night';
const address = 'ada@example.org';
const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 25_000, interval: 50 });

let app: App;
let mails: MailServer;
let collector: Collector;

beforeAll(async () => {
  [mails, collector] = await Promise.all([MailServer.start(), Collector.start()]);
  app = await startApp({
    env: {
      LOG_LEVEL: 'debug',
      METRICS_TOKEN: token,
      SMTP_URL: mails.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '100'
    }
  });
}, 120_000);

afterAll(async () => {
  await app?.stop();
  await mails?.stop();
  await collector?.stop();
});

const send = (where: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(app.url + where, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: app.url, accept: 'text/html', ...headers },
    redirect: 'manual'
  });
const scrape = (authorization?: string) =>
  fetch(`${app.url}/metrics`, authorization ? { headers: { authorization } } : {});
const logged = () =>
  app
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('to whoever lacks the operator’s token there are no metrics', async () => {
  for (const authorization of [undefined, 'Bearer wrong', `Bearer ${token}x`, token])
    expect((await scrape(authorization)).status).toBe(404);
});

test('a request’s id comes back, and stands in the log of the job it caused and in one trace with it', async () => {
  expect((await send('/sign-up', { name: 'Ada', email: address, password })).status).toBe(303);
  await soon(() => expect(mails.received).toHaveLength(1));
  const id = 'asked-for-by-a-proxy';
  const answer = await send('/reset', { email: address }, { 'x-request-id': id });
  expect(answer.headers.get('x-request-id')).toBe(id);
  await soon(() => expect(mails.received).toHaveLength(2));
  await soon(() => {
    const lines = logged().filter(({ request }) => request === id);
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'a job was done', job: 'mail.send' }));
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'answered', route: '/reset', status: 303 }));
  });
  await soon(() => {
    const asked = collector.spans.find(({ name }) => name === 'POST /reset');
    const inTrace = collector.spans.filter(({ traceId }) => traceId === asked?.traceId);
    expect(inTrace.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['POST /reset', 'transaction', 'mail.send'])
    );
  });
});

test('an id that is none is replaced', async () => {
  const answer = await fetch(app.url, { headers: { 'x-request-id': 'so long '.repeat(20) } });
  expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
});

test('while PostgreSQL is started again people read a sentence, forms keep what was typed, and then all is well', async () => {
  const pidFile = path.join(app.dataDir, 'postgres/postmaster.pid');
  process.kill(Number.parseInt(fs.readFileSync(pidFile, 'utf8'), 10), 'SIGINT');
  const sentence = 'Colloquy cannot reach its database just now. Please try again in a moment.';
  await soon(async () => {
    const answer = await send('/sign-in', { email: address, password });
    expect(answer.status).toBe(503);
    const page = await answer.text();
    expect(page).toContain(sentence);
    expect(page).toContain(address);
    expect(page).not.toContain(password);
    // Also in the moment before anybody has noticed that the database is away.
    const told = await scrape(`Bearer ${token}`);
    expect(told.status).toBe(200);
    expect(await told.text()).toContain('colloquy_http_requests_total');
  });
  await soon(async () => expect((await fetch(`${app.url}/readyz`)).status).toBe(200));
  await soon(async () => expect((await send('/sign-in', { email: address, password })).status).toBe(303));
}, 60_000);

test('nothing that is secret stands in the log of all this, nor what was mailed', async () => {
  const signedIn = await send('/sign-in', { email: address, password });
  const session = /session=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '')![1]!;
  await fetch(app.url, { headers: { cookie: `session=${session}` } });
  await send('/sign-in', { email: address, password: 'not my password at all' });
  await send('/sign-up', { name: 'Ada again', email: address, password });
  const mail = mails.received.at(-1)!.message.replace(/=\r?\n/g, '');
  const link = /\/reset\/([\w-]{16,})/.exec(mail)![1]!;
  await fetch(`${app.url}/reset/${link}`);
  const secrets = {
    password,
    'a wrong password': 'not my password at all',
    'the session': session,
    'the link of the mail': link,
    'the text of the mail': 'somebody asked',
    'the password of the database': fs
      .readFileSync(path.join(app.dataDir, 'database-password'), 'utf8')
      .trim(),
    'the token of the operator': token,
    'a hash of a password': '$argon2'
  };
  expect(logged().length).toBeGreaterThan(10);
  expect(app.output()).toContain('the database could not be asked');
  for (const [name, secret] of Object.entries(secrets))
    expect(app.output().toLowerCase().includes(secret.toLowerCase()), name).toBe(false);
});

test('strange methods and addresses make no figures of their own, and a process counts its own connections only', async () => {
  for (const method of ['PROPFIND', 'LOCK', 'REPORT'])
    for (const where of ['/nowhere', '/g/none/queue', '/_app/none.js'])
      await (await fetch(app.url + where, { method })).text();
  for (let number = 0; number < 5; number++) await (await fetch(`${app.url}/made-up-${number}`)).text();
  const told = await (await scrape(`Bearer ${token}`)).text();
  const series = told.split('\n').filter((line) => line.startsWith('colloquy_http_requests_total{'));
  expect(series.filter((line) => /PROPFIND|LOCK|REPORT|made-up|nowhere/.test(line))).toEqual([]);
  expect(series.filter((line) => line.includes('method="other"'))).toHaveLength(3);
  // It is told again once the database, which was started anew above, is known to answer.
  await soon(async () =>
    expect(await (await scrape(`Bearer ${token}`)).text()).toMatch(
      /^colloquy_database_connections\{state="idle"\} \d+$/m
    )
  );
  // Neither host nor number tells processes apart whose containers share a network; PostgreSQL keeps 63 bytes.
  expect(applicationName).toMatch(/^colloquy \w{16} ./);
  expect(Buffer.byteLength(applicationName)).toBeLessThanOrEqual(63);
});

test('each figure that the dashboard shows is one that is told', async () => {
  const told = await (await scrape(`Bearer ${token}`)).text();
  const dashboard = fs.readFileSync('docs/grafana.json', 'utf8');
  const shown = new Set(dashboard.match(/\b(?:colloquy|process|nodejs)_[a-z_]+\b/g));
  const names = new Set(told.match(/^(?:colloquy|process|nodejs)_[a-z_]+/gm));
  const declared = new Set([...told.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
  expect(shown.size).toBeGreaterThan(15);
  // A histogram nobody has fed yet is declared, and has no lines of its own.
  expect(
    [...shown].filter((name) => !names.has(name) && !declared.has(name.replace(/_(bucket|sum|count)$/, '')))
  ).toEqual([]);
});
