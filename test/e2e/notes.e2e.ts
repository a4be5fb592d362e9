import { expect, test, type Browser, type Page } from 'playwright/test';
import type { Member } from '#groups/groups.ts';
import * as notes from '#notes/notes.server.ts';
import { freePort, startApp, type App } from '../support/app.ts';
import { fullGroup } from '../support/factories.ts';
import { startOutside, type Outside } from '../support/outside.ts';
import { NotePage } from '../pages/note.ts';
import { pageOf as visit } from '../pages/visit.ts';

test.describe.configure({ mode: 'serial' });

let outside: Outside;
let app: App;
let port: number;
let ada: Member, grace: Member, emmy: Member, kurt: Member;

test.beforeAll(async () => {
  outside = await startOutside();
  port = await freePort();
  app = await start();
  ({ ada, grace, emmy, kurt } = await fullGroup());
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

test.afterAll(async () => {
  await app?.stop();
  await outside?.stop();
});

const start = () => startApp({ port, env: { DATABASE_URL: outside.url } });

const pageOf = (browser: Browser, member: Member, options = {}): Promise<Page> =>
  visit(browser, app.url, member, options);

async function newNote(title: string): Promise<{ id: string; address: string }> {
  const { id } = await notes.make(emmy, { title });
  return { id, address: `${app.url}/g/${emmy.groupSlug}/notes/${id}` };
}

test('two people write at once, see each other and read “Saved”', async ({ browser }) => {
  const { id, address } = await newNote('Together');
  const [hers, theirs] = [
    new NotePage(await pageOf(browser, ada)),
    new NotePage(await pageOf(browser, emmy))
  ];
  await hers.open(address);
  await theirs.open(address);
  await hers.append('Ada asks about $L_2$.\n\n');
  await expect(theirs.text).toContainText('Ada asks');
  await theirs.append('- Emmy answers\nat once');
  await expect(hers.text).toContainText('• at once');

  await expect(hers.carets).toHaveText(['Emmy']);
  await expect(theirs.carets).toHaveText(['Ada']);
  await expect(hers.readers).toContainText('Emmy');
  await expect(hers.rendered.locator('math')).toBeVisible();
  await expect(hers.rendered.getByRole('listitem')).toHaveText(['Emmy answers', 'at once']);

  await hers.saved();
  await theirs.saved();
  const { markdown } = await notes.markdownOf(kurt, id);
  expect(markdown).toBe('# Together\n\nAda asks about $L_2$.\n\n- Emmy answers\n- at once');
});

test('one undoes what one wrote oneself', async ({ browser }) => {
  const { address } = await newNote('Undone');
  const [hers, theirs] = [
    new NotePage(await pageOf(browser, ada)),
    new NotePage(await pageOf(browser, emmy))
  ];
  await hers.open(address);
  await theirs.open(address);
  await hers.append('from Ada. ');
  await expect(theirs.text).toContainText('from Ada.');
  await theirs.append('from Emmy.');
  await expect(hers.text).toContainText('from Emmy.');
  await hers.page.keyboard.press('ControlOrMeta+z');
  await expect(theirs.text).not.toContainText('from Ada.');
  await expect(theirs.text).toContainText('from Emmy.');
});

test('what is typed while the server is gone comes back after a closed tab, deletions too', async ({
  browser
}) => {
  const { id, address } = await newNote('Kept here');
  const page = await pageOf(browser, emmy);
  const note = new NotePage(page);
  await note.open(address);
  await note.append('one two three');
  await note.saved();
  await app.kill();
  await expect(note.status).toHaveText(/^Offline/);
  await note.append(' four');
  for (let letters = 0; letters < 'three four'.length; letters++) await page.keyboard.press('Backspace');
  await page.keyboard.type('3');
  await expect(note.status).toHaveText(/^Offline \(\d+ edits kept here\)$/);
  await page.close();

  app = await start();
  expect((await notes.markdownOf(emmy, id)).markdown).toContain('one two three');
  const again = new NotePage(await page.context().newPage());
  await again.open(address);
  await expect(again.text).toContainText('one two 3');
  await again.saved();
  expect((await notes.markdownOf(emmy, id)).markdown).toBe('# Kept here\n\none two 3');
});

test('a note that is renamed has its new name on every open page', async ({ browser }) => {
  const { address } = await newNote('Old name');
  const [hers, theirs] = [
    new NotePage(await pageOf(browser, grace)),
    new NotePage(await pageOf(browser, emmy))
  ];
  await hers.open(address);
  await theirs.open(address);
  await theirs.append('still here');
  await hers.choose('Rename');
  await hers.page.getByRole('textbox', { name: 'Title' }).fill('New name');
  await hers.page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(theirs.page.getByRole('heading', { name: 'New name' })).toBeVisible();
  await expect(theirs.text).toContainText('still here');
});

test('a guest reads along and cannot write', async ({ browser }) => {
  const { address } = await newNote('For guests too');
  const [hers, his] = [new NotePage(await pageOf(browser, ada)), await pageOf(browser, kurt)];
  await hers.open(address);
  await his.goto(address);
  const reading = new NotePage(his);
  await expect(reading.status).toHaveText('Read-only');
  await hers.append('News for **everyone**.');
  await expect(reading.rendered.getByText('News for everyone.')).toBeVisible();
  await expect(his.getByRole('toolbar')).toHaveCount(0);
});

test('whoever writes in a note that is deleted is told, and nothing of it stays in the browser', async ({
  browser
}) => {
  const { id, address } = await newNote('Short-lived');
  const [hers, theirs] = [
    new NotePage(await pageOf(browser, grace)),
    new NotePage(await pageOf(browser, emmy))
  ];
  await hers.open(address);
  await theirs.open(address);
  await theirs.append('for nothing');
  await theirs.saved();
  await hers.choose('Delete');
  await hers.page.getByRole('button', { name: 'Delete it' }).click();
  await expect(hers.page).toHaveURL(/\/notes$/);
  await expect(theirs.page.getByRole('alert')).toContainText('This note was deleted');
  await expect
    .poll(async () => {
      const kept = await theirs.page.evaluate(() => indexedDB.databases());
      return kept.filter(({ name }) => name?.includes(id)).length;
    })
    .toBe(0);
});

test('a note can be read without scripts, and downloaded', async ({ browser }) => {
  const { id, address } = await newNote('Plainly: read');
  const page = await pageOf(browser, kurt, { javaScriptEnabled: false });
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'As it reads' })).toContainText('Plainly: read');
  const file = await page.request.get(`${app.url}/notes/${id}.md`);
  expect(file.headers()).toMatchObject({ 'content-type': 'text/markdown; charset=utf-8' });
  expect(file.headers()['content-disposition']).toContain('filename="Plainly read.md"');
  expect(await file.text()).toBe('# Plainly: read\n\n');
});

test('on a phone one changes between writing and reading', async ({ browser }) => {
  const { address } = await newNote('In the hand');
  const page = await pageOf(browser, emmy, { viewport: { width: 390, height: 844 } });
  await page.goto(address);
  const note = new NotePage(page);
  await expect(note.rendered).toBeVisible();
  await page.getByRole('button', { name: 'Write' }).click();
  await note.append('typed with **thumbs**');
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(note.rendered.getByText('thumbs')).toBeVisible();
  await note.saved();
});
