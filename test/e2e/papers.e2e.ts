import { expect, test, type Browser, type Page } from 'playwright/test';
import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';
import * as feed from '#papers/feed.server.ts';
import { startApp, type App } from '../support/app.ts';
import { fullGroup } from '../support/factories.ts';
import { startOutside, type Outside } from '../support/outside.ts';
import { pageOf as visit } from '../pages/visit.ts';

test.describe.configure({ mode: 'serial' });

let outside: Outside;
let app: App;
let ada: Member, emmy: Member;

test.beforeAll(async () => {
  outside = await startOutside();
  app = await startApp({ env: { DATABASE_URL: outside.url } });
  ({ ada, emmy } = await fullGroup());
  await feed.loadSample({ id: ada.accountId, name: 'Ada', isOperator: true } as Account);
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

test.afterAll(async () => {
  await app?.stop();
  await outside?.stop();
});

const pageOf = (browser: Browser, member: Member): Promise<Page> => visit(browser, app.url, member);

test('a paper is found by a word, marked as read, and cited', async ({ browser }) => {
  const page = await pageOf(browser, emmy);
  await page.goto(`${app.url}/search`);
  await page.getByLabel('Papers, proposals, notes and comments').fill('attention');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.locator('#papers ~ ol a').first().click();
  await page.getByRole('button', { name: 'Skimmed' }).click();
  await expect(page.getByRole('button', { name: 'Skimmed' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Skimmed: Emmy')).toBeVisible();
  const title = (await page.getByRole('heading', { level: 1 }).textContent())!;
  const address = page.url();
  await page.getByRole('link', { name: 'All you marked so' }).click();
  await expect(page.locator('ol.rows').getByRole('heading', { name: title })).toBeVisible();
  await page.goto(address);
  await page.getByRole('link', { name: 'BibTeX', exact: true }).click();
  await expect(page.getByLabel('The citation as BibTeX')).toContainText('@misc{');
});

test('what a phone shares leads to the paper, known or new, and nothing is kept before one says so', async ({
  browser
}) => {
  const page = await pageOf(browser, emmy);
  await page.goto(`${app.url}/share?title=Nice&text=see+https://arxiv.org/abs/2401.99999v2`);
  await expect(page.getByLabel('Its address, arXiv id or DOI')).toHaveValue(
    'https://arxiv.org/abs/2401.99999v2'
  );
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('arXiv:2401.99999');
  const address = page.url();
  await page.goto(`${app.url}/share?url=${encodeURIComponent('https://arxiv.org/pdf/2401.99999')}`);
  expect(page.url()).toBe(address);
});

test('what is pasted is looked at first, each line of it, and then kept in one go, or not at all', async ({
  browser
}) => {
  const page = await pageOf(browser, emmy);
  await page.goto(`${app.url}/g/${emmy.groupSlug}/import`);
  const lines = ['1706.03762', '2402.00001', 'no paper at all', '@misc{a} @misc{b}', 'neither this'];
  const paste = page.getByLabel('What you copied');
  await paste.fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await expect(page.getByText('1 new, 1 known here. Nothing is kept yet.')).toBeVisible();
  await expect(page.getByText('4 lines could not be read; the rest comes in.')).toBeVisible();
  await page.getByRole('link', { name: 'Keep nothing' }).click();
  await expect(paste).toHaveValue('');
  await paste.fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await page.getByRole('button', { name: 'Keep 2 papers' }).click();
  await expect(page.getByRole('heading', { name: 'Kept: 2 papers' })).toBeVisible();
  await page.getByRole('link', { name: 'Propose…' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('arXiv:2402.00001');
});

test('a group’s feeds are read by anybody who has the address', async ({ browser, request }) => {
  const page = await pageOf(browser, ada);
  await page.goto(`${app.url}/g/${ada.groupSlug}/settings`);
  await page.getByRole('button', { name: 'Make the addresses' }).click();
  const offered = page.getByRole('link', { name: /^(Atom|RSS|JSON Feed)$/ });
  await expect(offered).toHaveCount(6);
  const links = await offered.all();
  const addresses = await Promise.all(
    links.map(async (link) => app.url + (await link.getAttribute('href'))!)
  );
  for (const address of addresses) {
    const answer = await request.get(address);
    expect(answer.status()).toBe(200);
    const again = await request.get(address, { headers: { 'if-none-match': answer.headers()['etag']! } });
    expect(again.status()).toBe(304);
  }
  await page.getByRole('button', { name: 'Withdraw the addresses' }).click();
  await expect(page.getByRole('button', { name: 'Make the addresses' })).toBeVisible();
  expect((await request.get(addresses[0]!)).status()).toBe(404);
});
