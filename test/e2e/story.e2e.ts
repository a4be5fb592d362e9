import { expect, test, type Browser, type Page } from 'playwright/test';
import { NotePage } from '../pages/note.ts';
import { freePort, startApp, type App } from '../support/app.ts';
import { password } from '../support/factories.ts';

/*
 * The main job from end to end, with two people in two browsers on a new installation: the test that must never break.
 */

let app: App;
let port: number;

test.beforeAll(async () => {
  port = await freePort();
  app = await startApp({ port });
});

test.afterAll(async () => {
  await app?.stop();
});

test('a group signs up, proposes, votes, meets and writes; nothing is lost when the app is killed', async ({
  browser
}) => {
  test.setTimeout(240_000);
  const ada = await newVisitor(browser);
  const emmy = await newVisitor(browser);

  await test.step('Ada signs up first, runs the installation, and founds a group', async () => {
    await signUp(ada, 'Ada', '/');
    await ada.getByRole('link', { name: 'Make a group' }).click();
    await ada.getByLabel('Name').fill('Grokking club');
    await ada.getByRole('button', { name: 'Make the group' }).click();
    await expect(ada).toHaveURL(/\/g\/grokking-club\/members/);
  });

  const link = await test.step('Ada makes an invitation link', async () => {
    await ada.getByRole('button', { name: 'Make a link' }).click();
    return ada.getByRole('link', { name: /\/join\// }).innerText();
  });

  await test.step('Emmy joins by it', async () => {
    await emmy.goto(link);
    await expect(emmy.getByRole('heading', { name: 'Join Grokking club' })).toBeVisible();
    await emmy.getByRole('main').getByRole('link', { name: 'Sign up' }).click();
    await fillSignUp(emmy, 'Emmy');
    await emmy.getByRole('button', { name: 'Join as Emmy' }).click();
    await expect(emmy.getByRole('heading', { name: 'Queue', level: 1 })).toBeVisible();
    await expect(ada.getByText('Emmy', { exact: true })).toBeVisible();
  });

  await test.step('the operator loads the sample day; Emmy proposes a paper from the feed', async () => {
    await ada.goto(`${app.url}/feed`);
    await ada.getByRole('button', { name: 'Load sample papers' }).click();
    await expect(ada.getByRole('link', { name: 'Attention Is All You Need' })).toBeVisible();
    await ada.goto(`${app.url}/g/grokking-club/queue`);

    await emmy.getByRole('link', { name: 'Feed' }).click();
    const paper = emmy.getByRole('listitem').filter({ hasText: 'Grokking as the Transition' });
    await paper.getByRole('link', { name: 'Propose…' }).click();
    await emmy.getByLabel('Why this one?').fill('It explains **why** the delay: $N \\gg 1$.');
    await emmy.getByRole('button', { name: 'Propose to Grokking club' }).click();
    await expect(emmy.getByText('In the queue of Grokking club')).toBeVisible();
  });

  await test.step('Ada sees it without reloading, and proposes another by its arXiv address', async () => {
    await expect(ada.getByRole('link', { name: /Grokking as the Transition/ })).toBeVisible();
    await emmy.goto(`${app.url}/g/grokking-club/queue`);
    await ada.getByText('Propose a paper').click();
    await ada.getByLabel('Paper').fill('https://arxiv.org/abs/1706.03762v5');
    await ada.getByLabel('Why this one?').fill('Back to the beginning.');
    await ada.getByRole('button', { name: 'Propose', exact: true }).click();
    await expect(emmy.getByRole('link', { name: 'Attention Is All You Need' })).toBeVisible();
  });

  await test.step('Emmy’s interest shows on Ada’s page', async () => {
    const onEmmysPage = emmy.getByRole('listitem').filter({ hasText: 'Attention Is All You Need' });
    await onEmmysPage.getByRole('button', { name: /discuss this/ }).click();
    const onAdasPage = ada.getByRole('listitem').filter({ hasText: 'Attention Is All You Need' });
    await expect(onAdasPage.getByRole('button', { name: /1 person so far/ })).toBeVisible();
  });

  await test.step('Ada sets a weekly rhythm', async () => {
    await ada.goto(`${app.url}/g/grokking-club/meetings/rhythm`);
    await ada.getByLabel('Day', { exact: true }).selectOption({ label: 'Thursday' });
    await ada.getByRole('button', { name: 'Set the rhythm' }).click();
    await expect(ada).toHaveURL(/\/meetings$/);
  });

  await test.step('Ada opens an approval ballot; both vote; she closes it', async () => {
    await ada.goto(`${app.url}/g/grokking-club/ballots/new`);
    await ada.getByLabel('Closes').fill(inHours(2));
    await ada.getByRole('button', { name: 'Open the ballot' }).click();
    await expect(ada.getByRole('heading', { name: 'What do we discuss next?' })).toBeVisible();
    const address = ada.url();

    await emmy.goto(address);
    await expect(emmy.getByText('0 of 2 have voted')).toBeVisible();
    await vote(emmy, /Grokking as the Transition/);
    await expect(ada.getByText(/1 of 2 have voted: Emmy/)).toBeVisible();
    await vote(ada, /Grokking as the Transition/);

    await ada.getByRole('link', { name: 'Close now…' }).click();
    await ada
      .getByRole('main')
      .getByRole('button', { name: /^Close/ })
      .click();
    await expect(emmy.getByText(/Closed/).first()).toBeVisible();
  });

  const noteAddress =
    await test.step('the winner is on the agenda, and the note is there from the template', async () => {
      await ada.goto(`${app.url}/g/grokking-club/meetings`);
      await ada.getByRole('region', { name: 'Next' }).getByRole('link').click();
      await expect(ada.getByRole('link', { name: /Grokking as the Transition/ })).toBeVisible();
      await emmy.goto(`${app.url}/g/grokking-club/notes`);
      await expect(emmy.locator('main a[href*="/notes/"]')).toHaveCount(1);
      await ada.getByRole('button', { name: 'Open the notes' }).click();
      await expect(ada).toHaveURL(/\/notes\/\w+$/);
      return ada.url();
    });

  const [adasNote, emmysNote] = [new NotePage(ada), new NotePage(emmy)];
  await test.step('both write at once, see each other, and read “Saved”', async () => {
    await adasNote.open(noteAddress);
    await emmysNote.open(noteAddress);
    await expect(adasNote.text).toContainText('Grokking as the Transition');
    await Promise.all([adasNote.writeBelowTitle('Ada was here. '), emmysNote.append('Emmy was here. ')]);
    await expect(adasNote.text).toContainText('Emmy was here.');
    await expect(emmysNote.text).toContainText('Ada was here.');
    await expect(adasNote.carets).toContainText('Emmy');
    await adasNote.saved();
    await emmysNote.saved();
  });

  await test.step('the app is killed and started again: everything is there', async () => {
    await app.kill();
    app = await startApp({ port, dataDir: app.dataDir });
    await ada.goto(`${app.url}/g/grokking-club/archive`);
    const fresh = new NotePage(await ada.context().newPage());
    await fresh.open(noteAddress);
    await expect(fresh.text).toContainText('Ada was here.');
    await expect(fresh.text).toContainText('Emmy was here.');
    await emmy.goto(`${app.url}/g/grokking-club/queue`);
    await expect(emmy.getByRole('link', { name: 'Attention Is All You Need' })).toBeVisible();
    await expect(emmy.getByRole('link', { name: /Grokking as the Transition/ })).toHaveCount(0);
    await emmy.goto(`${app.url}/g/grokking-club/ballots`);
    await expect(emmy.getByText('What do we discuss next?')).toBeVisible();
  });
});

async function newVisitor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.soft(error.message, 'an error in the page').toBe(''));
  return page;
}

async function signUp(page: Page, name: string, from: string): Promise<void> {
  await page.goto(app.url + from);
  await page.getByRole('main').getByRole('link', { name: 'Sign up' }).click();
  await fillSignUp(page, name);
}

async function fillSignUp(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail address').fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign up' }).click();
}

async function vote(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('checkbox', { name: title }).check();
  await page.getByRole('main').getByRole('button', { name: /vote/i }).click();
  await expect(page.getByText(/of 2 have voted/)).toBeVisible();
}

/** A moment as `datetime-local` takes it, on the clocks of Berlin. */
function inHours(hours: number): string {
  const at = new Date(Date.now() + hours * 3_600_000);
  return at.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).slice(0, 16).replace(' ', 'T');
}
