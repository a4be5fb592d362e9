import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseAddress } from '#platform/database.server.ts';
import { startApp, type App } from '../support/app.ts';
import { useDatabase } from '../support/database.ts';
import { urlOf } from '../support/operator.ts';

useDatabase();

let app: App;
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_URL: urlOf(databaseAddress()) } });
}, 120_000);
afterAll(() => app?.stop());

const post = (path: string, headers: Record<string, string> = {}, body = 'List-Unsubscribe=One-Click') =>
  fetch(app.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body
  });

test('a mail program unsubscribes without an origin; no other form is taken without the right one', async () => {
  const oneTap = await post('/unsubscribe/not.ours');
  expect(oneTap.status).not.toBe(403);
  expect(await oneTap.text()).toContain('does not exist');
  for (const path of ['/sign-in', '/rsvp/not.ours', '/unsubscribe', '/settings?/name', '/nowhere']) {
    expect((await post(path)).status, path).toBe(403);
    expect((await post(path, { origin: 'https://elsewhere.example' })).status, path).toBe(403);
    expect((await post(path, { origin: 'null' })).status, path).toBe(403);
    const odd = { 'content-type': 'Text/Plain; charset=utf-8' };
    expect((await post(path, odd)).status, path).toBe(403);
  }
  expect((await post('/sign-in', { origin: app.url }, 'email=x&password=y')).status).not.toBe(403);
});

test('a calendar or a link that is not ours leads nowhere', async () => {
  for (const path of ['/calendars/none.ics', '/rsvp/not.ours', '/unsubscribe/not.ours'])
    expect((await fetch(app.url + path)).status).toBe(404);
});
