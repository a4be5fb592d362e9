import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from 'playwright/test';
import type { App } from '../support/app.ts';
import { fullGroup } from '../support/factories.ts';
import { faultsOf } from '../pages/faults.ts';
import { pageOf } from '../pages/visit.ts';
import { test } from './stage.ts';

/* What people set up for programs: tokens by which these ask, and webhooks by which they are told. */

let app: App;
let cast: Awaited<ReturnType<typeof fullGroup>>;
let status = 500;
const receiver = http.createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(status).end('noted'));
});

test.beforeAll(async ({ shared }) => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  app = shared;
  cast = await fullGroup();
});

test.afterAll(async () => {
  receiver.close();
});

async function isAccessible(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
}

test('a token is made, does what it may, and does nothing once it is revoked', async ({ browser }) => {
  const page = await pageOf(browser, app.url, cast.emmy);
  await page.goto(`${app.url}/api`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${app.url}/settings/tokens`);
  await page.getByLabel('What it is for').fill('Script');
  await page.getByLabel('Queue').selectOption('read');
  await page.getByRole('button', { name: 'Make the token' }).click();
  const secret = (await page.locator('.secret').textContent())!;
  await isAccessible(page);
  const ask = async (path: string) => {
    const answer = await fetch(`${app.url}/api/v1/groups/${cast.group.slug}/${path}`, {
      headers: { authorization: `Bearer ${secret}` }
    });
    return answer.status;
  };
  expect([await ask('queue'), await ask('ballots')]).toEqual([200, 403]);
  await page.reload();
  await expect(page.getByText('last used')).toBeVisible();
  await page.getByRole('button', { name: 'Revoke Script' }).click();
  await expect(page.getByText('The token was revoked.')).toBeVisible();
  expect(await ask('queue')).toBe(401);
  await page.context().close();
});

test('a webhook is set up, its log says what did not arrive, and that is sent again', async ({ browser }) => {
  const page = await pageOf(browser, app.url, cast.grace);
  await page.goto(`${app.url}/g/${cast.group.slug}/settings/webhooks`);
  await page.getByLabel('Name').fill('Ours');
  await page.getByLabel('Address').fill(`http://localhost:${(receiver.address() as AddressInfo).port}/in`);
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.locator('.secret')).toBeVisible();
  await page.getByRole('button', { name: 'Send a test: Ours' }).click();
  await page.getByRole('link', { name: 'Ours' }).click();
  await expect(page.getByText('did not arrive')).toBeVisible();
  await isAccessible(page);
  status = 204;
  await page.getByRole('button', { name: 'Send again: A test delivery' }).click();
  await expect(page.getByText('arrived (204)')).toBeVisible();
  await expect(page.getByText('did not arrive')).toBeVisible();
  await page.context().close();
});
