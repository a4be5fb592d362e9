import { expect, type Browser, type BrowserContextOptions } from 'playwright/test';
import * as ballots from '#ballots/ballots.server.ts';
import type { Marks, Rules } from '#ballots/rules.ts';
import type { Member } from '#groups/groups.ts';
import { transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { BallotPage } from '../pages/ballot.ts';
import { holdScripts, pageOf } from '../pages/visit.ts';
import type { App } from '../support/app.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import { test } from './stage.ts';

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
const plain: BrowserContextOptions = { ...phone, javaScriptEnabled: false };
const titles = ['Aleph', 'Beth', 'Gimel', 'Daleth', 'He', 'Vav'];

let app: App;
let ada: Member, grace: Member, emmy: Member, kurt: Member;
const idOf: Record<string, string> = {};

test.beforeAll(async ({ shared }) => {
  app = shared;
  ({ ada, grace, emmy, kurt } = await fullGroup());
  for (const title of titles)
    idOf[title] = (await queue.nominate(emmy, await somePaper(title), '')).nominationId;
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

async function opened(rules: Rules): Promise<{ id: string; address: string }> {
  const closesAt = new Date(Date.now() + 3_600_000);
  const form = {
    title: `By ${rules.method}`,
    nominationIds: Object.values(idOf),
    closesAt,
    quorum: 1,
    rules
  };
  const { id } = await ballots.open(grace, form);
  return { id, address: `${app.url}/g/${emmy.groupSlug}/ballots/${id}` };
}

async function pageAt(browser: Browser, member: Member, address: string, options: BrowserContextOptions) {
  const page = await pageOf(browser, app.url, member, options);
  await page.goto(address);
  return new BallotPage(page);
}

const marked = (marks: Record<string, number>): Marks =>
  Object.fromEntries(Object.entries(marks).map(([title, mark]) => [idOf[title]!, mark]));
const mineOf = async (member: Member, id: string) => (await ballots.view(member, id)).mine;

const methods: { rules: Rules; fill(on: BallotPage): Promise<void>; marks: Record<string, number> }[] = [
  {
    rules: { method: 'approval' },
    async fill(on) {
      await on.approve('Beth');
      await on.approve('He');
    },
    marks: { Beth: 1, He: 1 }
  },
  {
    rules: { method: 'dots', budget: 7, most: 5 },
    async fill(on) {
      await on.give('Gimel', 5);
      await on.give('Aleph', 2);
    },
    marks: { Gimel: 5, Aleph: 2 }
  },
  {
    rules: { method: 'ranked' },
    async fill(on) {
      await on.rank('Daleth', 1);
      await on.rank('Vav', 1);
      await on.rank('Aleph', 2);
    },
    marks: { Daleth: 1, Vav: 1, Aleph: 2 }
  },
  {
    rules: { method: 'score', top: 5 },
    async fill(on) {
      await on.score('Beth', 5);
      await on.score('He', 2);
    },
    marks: { Beth: 5, He: 2 }
  }
];

for (const { rules, fill, marks } of methods) {
  test(`by ${rules.method} one votes on a phone without scripts, another before they arrive, and the result says what counted`, async ({
    browser
  }) => {
    const { id, address } = await opened(rules);
    const bare = await pageAt(browser, emmy, address, plain);
    await fill(bare);
    await bare.vote();
    expect(await mineOf(emmy, id)).toEqual(marked(marks));
    const live = new BallotPage(await pageOf(browser, app.url, ada, phone));
    const scriptsArrive = await holdScripts(live.page);
    await live.page.goto(address, { waitUntil: 'domcontentloaded' });
    await fill(live);
    await scriptsArrive();
    if (rules.method === 'dots') await expect(live.page.getByText('0 of 7 dots left')).toBeVisible();
    await live.vote();
    expect(await mineOf(ada, id)).toEqual(marked(marks));

    await transaction((tx) => ballots.close(tx, id, new Date()));
    await bare.page.goto(address);
    const result = bare.page.getByRole('region', { name: /Chosen/ });
    const [best] = Object.keys(marks);
    await expect(result.getByRole('table').first().getByRole('row').nth(1)).toContainText(
      rules.method === 'ranked' ? /Daleth|Vav/ : new RegExp(best!)
    );
    await expect(result).toContainText('2 of 3 voted');
    await expect(result).toContainText('Your vote, which only you see');
    await expect(result.locator('svg').first()).toBeVisible();
    if (rules.method === 'ranked') {
      await expect(result.getByRole('region', { name: 'One against one' }).first()).toBeVisible();
      await expect(result).toContainText('were equal by the count');
    }
    const overflow = await live.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow, 'nothing sticks out of a phone').toBeLessThanOrEqual(0);
  });
}

test('a ranking is filled in by the keyboard alone, and dots do not go over the budget', async ({
  browser
}) => {
  const ranked = await opened({ method: 'ranked' });
  const ballot = await pageAt(browser, emmy, ranked.address, {});
  const { page } = ballot;
  // Without scripts a key up makes the number larger; with them it makes the rank better.
  await expect(page.getByRole('button', { name: 'Rank 1' }).first()).toBeVisible();
  await ballot.option('He').getByRole('spinbutton').focus();
  await page.keyboard.press('ArrowUp');
  await ballot.option('Beth').getByRole('spinbutton').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await ballot.vote();
  expect(await mineOf(emmy, ranked.id)).toEqual(marked({ He: 1, Beth: 2 }));

  const dots = await opened({ method: 'dots', budget: 3, most: 2 });
  const bare = await pageAt(browser, ada, dots.address, plain);
  await bare.give('Aleph', 2);
  await bare.give('Beth', 2);
  await bare.submit.click();
  await expect(bare.page.getByText('You gave 4 dots and have 3. Take 1 back.').first()).toBeVisible();
  await expect(bare.option('Beth').getByRole('spinbutton')).toHaveValue('2');
  expect(await mineOf(ada, dots.id)).toBeNull();
});

test('what is filled in before the scripts of a page arrive stays, in every kind of field', async ({
  browser
}) => {
  const theirs = await fullGroup();
  for (const one of ['Aleph', 'Beth', 'Gimel']) await queue.nominate(theirs.emmy, await somePaper(one), '');
  const page = await pageOf(browser, app.url, theirs.grace);
  const scriptsArrive = await holdScripts(page);
  const address = `${app.url}/g/${theirs.grace.groupSlug}/ballots/new`;
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  const title = page.getByLabel('What is decided');
  await title.fill('Which proof?');
  await page.getByRole('checkbox', { name: /^Aleph/ }).uncheck();
  await page.getByRole('radio', { name: /^Dots/ }).check();
  await page.getByLabel('Dots for each voter').fill('7');
  await page.getByText('Several winners, a later opening').click();
  await page.getByLabel('A mail to those').selectOption({ label: 'Two days before the end' });
  await scriptsArrive();
  await expect(title).toHaveValue('Which proof?');
  await expect(page.getByRole('checkbox', { name: /^Aleph/ })).not.toBeChecked();
  await expect(page.getByRole('radio', { name: /^Dots/ })).toBeChecked();
  await expect(page.getByLabel('Dots for each voter')).toHaveValue('7');
  await expect(page.getByLabel('A mail to those')).toHaveValue('48');

  // A refusal comes without a new page, and nothing is lost by it either.
  await page.getByLabel('At most for one paper').fill('9');
  await page.getByRole('button', { name: 'Open the ballot' }).click();
  await expect(page.getByText('More than the 7 dots that everyone has.').first()).toBeVisible();
  await expect(title).toHaveValue('Which proof?');
  await expect(page.getByRole('checkbox', { name: /^Aleph/ })).not.toBeChecked();
});

test('before one votes, no source of a page depends on what others voted; nothing tells who voted what', async ({
  browser
}) => {
  const { id, address } = await opened({ method: 'dots', budget: 7, most: 7 });
  const reader = await pageAt(browser, kurt, address, plain);
  const sources = async () => {
    const { request } = reader.page;
    const addresses = [address, `${address}/__data.json`, address.replace(/\/\w+$/, '')];
    const texts = await Promise.all(addresses.map(async (one) => (await request.get(one)).text()));
    return texts.join('\n').replaceAll(/nonce(-|=")[\w+/=]+/g, '');
  };
  await ballots.cast(emmy, id, marked({ Aleph: 7 }));
  const first = await sources();
  await ballots.cast(emmy, id, marked({ Vav: 3, Beth: 1 }));
  expect(await sources()).toBe(first);
  expect(first).toContain('Emmy');

  // Whoever has voted sees counts, and no names beside them.
  const voter = await pageAt(browser, ada, address, plain);
  await voter.give('Vav', 2);
  await voter.vote();
  const seen = await voter.page.content();
  expect(seen).toContain('5 dots');
  expect(seen).not.toMatch(/have voted: /);
  for (const { accountId } of [emmy, grace]) expect(seen).not.toContain(accountId);

  // The log, at its most talkative, names neither a vote nor a mark of one.
  expect(app.output()).not.toContain(idOf['Vav']);
  expect(app.output()).not.toContain('"marks"');
});

test('each voter has an order of their own, and the same at every visit', async ({ browser }) => {
  const { address } = await opened({ method: 'approval' });
  const orders = [];
  for (const member of [ada, grace, emmy]) {
    const ballot = await pageAt(browser, member, address, plain);
    const order = await ballot.order(titles);
    await ballot.page.reload();
    expect(await ballot.order(titles)).toEqual(order);
    orders.push(order.join());
  }
  // Three alike by chance: one in 518,400.
  expect(new Set(orders).size).toBeGreaterThan(1);
});
