import fs from 'node:fs';
import { expect, type Browser } from 'playwright/test';
import type { Member } from '#groups/groups.ts';
import * as notes from '#notes/notes.server.ts';
import type { App } from '../support/app.ts';
import { fullGroup } from '../support/factories.ts';
import { NotePage } from '../pages/note.ts';
import { pageOf } from '../pages/visit.ts';
import { test } from './stage.ts';

test.describe.configure({ mode: 'serial' });

let app: App;
let ada: Member, grace: Member, emmy: Member;

test.beforeAll(async ({ shared }) => {
  app = shared;
  ({ ada, grace, emmy } = await fullGroup());
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

async function openNote(browser: Browser, member: Member, id: string): Promise<NotePage> {
  const note = new NotePage(await pageOf(browser, app.url, member));
  await note.open(`${app.url}/g/${member.groupSlug}/notes/${id}`);
  return note;
}

test('three people write in one note at once and all have the same in the end', async ({ browser }) => {
  const { id } = await notes.make(emmy, { title: 'Three' });
  const people = [ada, grace, emmy];
  const pages = await Promise.all(people.map((member) => openNote(browser, member, id)));
  // A line each, so that they write at the same time and not at the same place.
  await pages[0]!.append('one\ntwo\nthree');
  for (const page of pages) await expect(page.text).toContainText('three');
  await Promise.all(
    pages.map(async ({ page, text }, index) => {
      await text.getByText(['one', 'two', 'three'][index]!, { exact: true }).click();
      await page.keyboard.press('End');
      await page.keyboard.type(` by ${people[index]!.name}, letter by letter`, { delay: 15 });
    })
  );
  for (const page of pages) {
    await page.saved();
    await expect(page.carets).toHaveCount(2);
    for (const { name } of people) await expect(page.text).toContainText(`by ${name}, letter by letter`);
  }
  const { markdown } = await notes.markdownOf(emmy, id);
  const lines = ['one by Ada', 'two by Grace', 'three by Emmy'].map((line) => `${line}, letter by letter`);
  expect(markdown).toBe(`# Three\n\n${lines.join('\n')}`);
});

test('a version is kept, compared with now, and restored for whoever is writing', async ({ browser }) => {
  const { id } = await notes.make(emmy, { title: 'Kept' });
  const hers = await openNote(browser, emmy, id);
  await hers.append('As it was.');
  await hers.saved();
  const adas = await pageOf(browser, app.url, ada);
  await adas.goto(`${app.url}/g/${ada.groupSlug}/notes/${id}/history`);
  await adas.getByLabel('Keep the note as it stands now').fill('Before the meeting');
  await adas.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(adas.getByRole('paragraph').filter({ hasText: 'Before the meeting' })).toBeVisible();

  await hers.append(' And what came later.');
  await hers.saved();
  await adas.reload();
  await adas.getByRole('button', { name: 'Compare' }).click();
  const difference = adas.locator('#difference');
  await expect(difference.locator('ins')).toContainText('And what came later.');
  await expect(difference).toContainText('Emmy');

  await adas
    .getByRole('link', { name: /^Restore/ })
    .first()
    .click();
  await adas.getByRole('button', { name: 'Restore it' }).click();
  await expect(hers.text).not.toContainText('And what came later.');
  await expect(hers.text).toContainText('As it was.');
});

test('a note is shared with anybody who has its address, until that is withdrawn', async ({ browser }) => {
  const { id } = await notes.make(emmy, { title: 'Shared' });
  const adas = await openNote(browser, ada, id);
  await adas.append('For everybody: $e^{i\\pi}$');
  await adas.saved();
  await adas.choose('Share…');
  await adas.page.getByRole('button', { name: 'Make an address' }).click();
  const address = await adas.page.getByRole('textbox', { name: 'Address' }).inputValue();

  const anybody = await (await browser.newContext()).newPage();
  await anybody.goto(address);
  await expect(anybody.getByRole('heading', { name: 'Shared' })).toBeVisible();
  await expect(anybody.locator('math')).toBeVisible();
  await expect(anybody.getByText('Grokking club')).toHaveCount(0);

  await adas.page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(adas.page.getByRole('button', { name: 'Make an address' })).toBeVisible();
  expect((await anybody.goto(address))?.status()).toBe(404);
});

test('all notes of the group come as one archive of Markdown', async ({ browser }) => {
  const page = await pageOf(browser, app.url, ada);
  await page.goto(`${app.url}/g/${ada.groupSlug}/notes`);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: /zip|Download all/i }).click();
  const bytes = fs.readFileSync(await (await coming).path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  for (const name of ['Three.md', 'Kept.md', 'Shared.md']) expect(bytes.includes(name)).toBe(true);
});
