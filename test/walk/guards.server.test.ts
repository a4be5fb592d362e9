import { afterAll, beforeAll, expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import { databaseAddress } from '#platform/database.server.ts';
import { guardsFor } from '../../src/guards.ts';
import { startApp, type App } from '../support/app.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup } from '../support/factories.ts';
import { urlOf } from '../support/operator.ts';

useDatabase();

const origin = 'https://reading.example';
let app: App;
let cookie: string;
let slug: string;

beforeAll(async () => {
  app = await startApp({
    env: { DATABASE_URL: urlOf(databaseAddress()), ORIGIN: origin, LOG_LEVEL: 'info' }
  });
  const { ada } = await fullGroup();
  slug = ada.groupSlug;
  const { sessionId } = await accounts.openSession(ada.accountId, 'test');
  cookie = `__Host-session=${sessionId}`;
}, 120_000);

afterAll(() => app?.stop());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(app.url + path, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } });

test('every answer carries what keeps other sites away: pages, files, errors, data and refusals', async () => {
  const file = /\/_app\/immutable\/[^"']+\.js/.exec(await (await ask('/')).text())![0];
  const addresses = [
    '/',
    `/g/${slug}/queue`,
    '/favicon.svg',
    file,
    '/no-such-page',
    '/healthz',
    '/api/v1/me',
    '/metrics'
  ];
  for (const address of addresses) {
    const { headers } = await ask(address);
    for (const [name, value] of guardsFor({ origin }))
      expect(headers.get(name), `${name} of ${address}`).toBe(value);
    expect(headers.get('access-control-allow-origin'), address).toBeNull();
  }
  expect((await ask('/')).headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
  expect(guardsFor({ origin: 'http://localhost:3000' }).map(([name]) => name)).not.toContain(
    'strict-transport-security'
  );
});

test('a page may run only what carries its nonce, another each time, and be framed by nobody', async () => {
  const policies = [];
  for (let n = 0; n < 2; n++)
    policies.push((await ask(`/g/${slug}/queue`)).headers.get('content-security-policy')!);
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(policies[0]).not.toBe(policies[1]);
  for (const policy of policies) {
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'self'");
  }
  for (const address of ['/healthz', `/g/${slug}/notes/citable`, '/api/v1/me'])
    expect((await ask(address)).headers.get('content-security-policy'), address).toContain(
      "default-src 'none'"
    );
});

test('what somebody signed in gets stays in no cache', async () => {
  for (const address of ['/', `/g/${slug}/queue`, '/settings', `/g/${slug}/notes/citable`])
    expect((await ask(address)).headers.get('cache-control'), address).toMatch(/no-store/);
});

test('cookies are __Host-, for https only, and unseen by scripts', async () => {
  const body = 'name=Grace&email=grace%40example.com&password=a+long+enough+sentence';
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded', cookie: '' };
  const signedUp = await ask('/sign-up', { method: 'POST', headers, body });
  const begun = await ask('/passkeys/options', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{}'
  });
  const cookies = [...signedUp.headers.getSetCookie(), ...begun.headers.getSetCookie()];
  expect(cookies.length).toBeGreaterThanOrEqual(3);
  for (const one of cookies) {
    expect(one).toMatch(/^__Host-/);
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=', 'Path=/'])
      expect(one.toLowerCase()).toContain(attribute.toLowerCase());
    expect(one.toLowerCase()).not.toContain('domain=');
  }
});

test('a session that somebody was given before is not the one they sign in to, nor ever one', async () => {
  const brought = `__Host-session=${'a'.repeat(40)}`;
  const signedUp = await ask('/sign-up', {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded', cookie: brought },
    body: 'name=Emmy&email=emmy-given%40example.com&password=a+long+enough+sentence'
  });
  const [own] = signedUp.headers.getSetCookie().filter((one) => one.startsWith('__Host-session='));
  expect(own).toBeDefined();
  expect(own!.split(';')[0]).not.toBe(brought);
  expect((await ask('/settings', { headers: { cookie: own!.split(';')[0]! } })).status).toBe(200);
  const answer = await ask('/settings', { headers: { cookie: brought } });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringContaining('/sign-in')]);
});

test('an error says one sentence, and nothing of the inside is served', async () => {
  for (const address of [
    '/.git/config',
    '/package.json',
    '/src/server.ts',
    '/_app/',
    '/../../etc/passwd',
    '/.env'
  ])
    expect((await ask(address)).status, address).toBe(404);
  const answer = await ask(`/notes/${encodeURIComponent('\u0000')}`);
  expect(await answer.text()).not.toMatch(/at .*\.(ts|js):\d+|postgres|select /i);
});

test('TRACE is no method here', async () => {
  const { request } = await import('node:http');
  const status = await new Promise((resolve, reject) => {
    const asked = request(app.url, { method: 'TRACE' }, ({ statusCode }) => resolve(statusCode));
    asked.on('error', reject).end();
  });
  expect([400, 405, 501]).toContain(status);
});

test('who was refused what is logged, without what they sent', async () => {
  await ask(`/g/no-such-group/queue`);
  const line = app
    .output()
    .split('\n')
    .find((one) => one.includes('somebody was refused'))!;
  expect(JSON.parse(line)).toMatchObject({ status: 404, route: '/g/[group]/queue', method: 'GET' });
  expect(app.output()).not.toContain(cookie.split('=')[1]);
});
