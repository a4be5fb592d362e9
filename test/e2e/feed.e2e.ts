import { expect, test, type Browser, type Page } from 'playwright/test';
import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';
import * as feed from '#papers/feed.server.ts';
import { paper, trendingPaper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
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

const pageOf = (browser: Browser, member: Member, options = {}): Promise<Page> =>
  visit(browser, app.url, member, options);

const rows = (page: Page) => page.locator('ol.rows > li');
const titleOf = (page: Page, at: number) => rows(page).nth(at).getByRole('heading');

test('one goes through the day by keys: interest, aside, back again, propose', async ({ browser }) => {
  const page = await pageOf(browser, emmy);
  await page.goto(`${app.url}/feed`);
  const first = (await titleOf(page, 0).textContent())!;
  await pressing(page, 'j', () => expect(rows(page).nth(0)).toBeFocused({ timeout: 500 }));
  await page.keyboard.press('i');
  await expect(
    rows(page)
      .nth(0)
      .getByRole('button', { name: /^Interested/ })
  ).toBeVisible();
  await page.keyboard.press('j');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('x');
  await expect(rows(page).nth(1).getByRole('button', { name: 'Seen' })).toHaveAttribute(
    'aria-pressed',
    'true'
  );
  const isSeen = (at: number, pressed: string) =>
    expect(rows(page).nth(at).getByRole('button', { name: 'Seen' })).toHaveAttribute('aria-pressed', pressed);
  await page.keyboard.press('j');
  await expect(rows(page).nth(2)).toBeFocused();
  await page.keyboard.press('x');
  await isSeen(2, 'true');
  await page.keyboard.press('u');
  await isSeen(2, 'false');
  await page.keyboard.press('u');
  await isSeen(1, 'false');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('q');
  const dialog = page.getByRole('dialog', { name: 'Propose this paper' });
  await expect(dialog).toContainText(first);
  await dialog.getByLabel('Why this one?').fill('Because of j and k.');
  await dialog.getByRole('button', { name: 'Propose to Grokking club' }).click();
  await expect(rows(page).nth(0)).toContainText('In the queue of Grokking club');
  const [proposed] = await queue.waiting(emmy);
  expect(proposed).toMatchObject({ pitch: 'Because of j and k.', interest: 1, interested: true });
  await pressing(page, '/', () => expect(page.getByLabel('Words')).toBeFocused({ timeout: 500 }));
});

test('what is trending has a page beside day, week and month, in its own order', async ({ browser }) => {
  const some = await database().select({ id: paper.id, title: paper.title }).from(paper).limit(3);
  const trending = some.map(({ id }, at) => ({
    paperId: id,
    place: at + 1,
    upvotes: at,
    fetchedAt: new Date()
  }));
  const page = await pageOf(browser, ada);
  await page.goto(`${app.url}/feed/trending`);
  await expect(page.getByText('What is trending is not known yet.')).toBeVisible();
  await database().insert(trendingPaper).values(trending);
  await page.goto(`${app.url}/feed`);
  await page.getByRole('link', { name: 'Trending' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trending');
  await expect(rows(page)).toHaveCount(3);
  for (const [at, { title }] of some.entries()) await expect(titleOf(page, at)).toHaveText(title);
});

test('keys are letters again while one writes, and can be turned off', async ({ browser }) => {
  const page = await pageOf(browser, ada);
  await page.goto(`${app.url}/feed`);
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await pressing(page, '?', () => expect(dialog).toBeVisible({ timeout: 500 }));
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(rows(page).nth(0)).not.toBeFocused();
  await page.getByText('Filter', { exact: true }).click();
  await page.getByLabel('Words').fill('');
  await page.getByLabel('Words').pressSequentially('jix');
  await expect(page.getByLabel('Words')).toHaveValue('jix');
});

test('what was put aside is gone from “not seen”, a filter is kept, a word hidden', async ({ browser }) => {
  const page = await pageOf(browser, ada);
  await page.goto(`${app.url}/feed`);
  const many = await rows(page).count();
  const first = (await titleOf(page, 0).textContent())!;
  const seen = rows(page).nth(0).getByRole('button', { name: 'Seen' });
  await seen.click();
  await expect(seen).toHaveAttribute('aria-pressed', 'true');
  await page.getByText('Filter', { exact: true }).click();
  await page.getByLabel('Not seen').check();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(rows(page)).toHaveCount(many - 1);
  await expect(page.getByRole('heading', { name: first })).toHaveCount(0);
  const day = page.url();
  await page.getByLabel('Day', { exact: true }).fill('2020-02-02');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(page).toHaveURL(/\/feed\/2020-02-02\?.*unseen=on/);
  await expect(page.getByText('No papers are known of this day.')).toBeVisible();
  await page.goto(day);
  await page.getByLabel('Keep this filter as').fill('New to me');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('link', { name: 'New to me' })).toBeVisible();
  await page.getByLabel('Hide papers with the word').fill('learning');
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Hidden words' })).toContainText('learning');
  expect(await rows(page).count()).toBeLessThan(many - 1);
});

test('on a phone a finger to the left puts a paper aside, to the right says interest', async ({
  browser
}) => {
  const page = await pageOf(browser, emmy, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true
  });
  await page.goto(`${app.url}/feed`);
  const row = rows(page).nth(2);
  await row.scrollIntoViewIfNeeded();
  await swipe(page, row, -160);
  await expect(row.getByRole('button', { name: 'Seen' })).toHaveAttribute('aria-pressed', 'true');
  await swipe(page, row, 160);
  await expect(row.getByRole('button', { name: /^Interested/ })).toBeVisible();
});

test('without scripts the same forms do the same', async ({ browser }) => {
  const page = await pageOf(browser, emmy, { javaScriptEnabled: false });
  await page.goto(`${app.url}/feed`);
  const row = rows(page).nth(4);
  await row.getByRole('button', { name: 'Seen' }).click();
  await expect(rows(page).nth(4).getByRole('button', { name: 'Seen' })).toHaveAttribute(
    'aria-pressed',
    'true'
  );
  await rows(page)
    .nth(4)
    .getByRole('button', { name: /^Interesting/ })
    .click();
  await expect(
    rows(page)
      .nth(4)
      .getByRole('button', { name: /^Interested/ })
  ).toBeVisible();
});

/** Presses a key until it does something: right after the page is there its scripts may not be yet. */
async function pressing(page: Page, key: string, done: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await done();
  }).toPass();
}

async function swipe(page: Page, row: ReturnType<typeof rows>, by: number): Promise<void> {
  const box = (await row.boundingBox())!;
  const cdp = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width / 2, box.y + 30];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: at, y }] });
  await touch('touchStart', x);
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', x + by * part);
  await touch('touchEnd', x + by);
}
