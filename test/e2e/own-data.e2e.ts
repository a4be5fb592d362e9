import fs from 'node:fs';
import { expect, type Page } from 'playwright/test';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';
import { emailOf, makeOperator, password } from '../support/factories.ts';
import type { App } from '../support/app.ts';
import { livedGroup } from '../support/life.ts';
import { faultsOf } from '../pages/faults.ts';
import { pageOf } from '../pages/visit.ts';
import { test } from './stage.ts';

let app: App;
let lived: Awaited<ReturnType<typeof livedGroup>>;

test.beforeAll(async ({ shared }) => {
  await openJobs([]);
  app = shared;
  lived = await livedGroup();
  await makeOperator(lived.grace);
});

test.afterAll(async () => {
  await closeJobs();
});

async function fits(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
}

test('a member takes their data along, deletes their account, and comes back by signing in', async ({
  browser
}) => {
  const page = await pageOf(browser, app.url, lived.emmy);
  await page.goto(`${app.url}/settings`);
  await page.getByRole('link', { name: 'Download it, or delete your account' }).click();
  await fits(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  const file = JSON.parse(fs.readFileSync(await (await download).path(), 'utf8'));
  expect(file.records['nomination.proposed_by']).toHaveLength(1);

  await page.getByText('Delete my account').click();
  await page.getByRole('button', { name: 'Delete it in 14 days' }).click();
  await expect(page.getByRole('heading', { name: 'Goodbye' })).toBeVisible();
  await page.getByRole('link', { name: 'sign in', exact: true }).click();
  await page.getByLabel('E-mail').fill(file.account.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Account of Emmy' })).toBeVisible();
  await page.context().close();
});

test('an owner deletes the group by its name, everyone sees it, and the owner keeps it', async ({
  browser
}) => {
  const page = await pageOf(browser, app.url, lived.ada);
  await page.goto(`${app.url}/g/${lived.group.slug}/settings/data`);
  await fits(page);
  await page.getByLabel('The name of the group').fill('Another');
  await page.getByRole('button', { name: 'Delete it in 14 days' }).click();
  await expect(page.getByText('Write the name as it stands')).toBeVisible();
  await page.getByLabel('The name of the group').fill(lived.group.name);
  await page.getByRole('button', { name: 'Delete it in 14 days' }).click();
  await expect(page.getByText('This group will be deleted')).toBeVisible();
  await page.getByRole('button', { name: 'Keep the group' }).click();
  await expect(page.getByText('The group stays.')).toBeVisible();
  await expect(page.getByText('This group will be deleted')).toBeHidden();
  await page.context().close();
});

test('an operator suspends somebody at once, and nobody else finds the pages for it', async ({ browser }) => {
  const kurt = await pageOf(browser, app.url, lived.kurt);
  expect((await kurt.goto(`${app.url}/admin/users`))?.status()).toBe(404);
  const page = await pageOf(browser, app.url, lived.grace);
  const kurts = encodeURIComponent(await emailOf(lived.kurt));
  for (const path of ['groups', 'groups/import', 'mail', 'jobs', 'storage', `users?q=${kurts}`]) {
    await page.goto(`${app.url}/admin/${path}`);
    await fits(page);
  }
  await page.locator('summary', { hasText: 'Change' }).click();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('The account is suspended')).toBeVisible();
  await kurt.goto(`${app.url}/g/${lived.group.slug}/notes`);
  await expect(kurt).toHaveURL(/\/sign-in/);
  await page.goto(`${app.url}/admin/log`);
  await expect(page.getByText(/changed the account of Kurt: suspended/)).toBeVisible();
  for (const one of [page, kurt]) await one.context().close();
});
