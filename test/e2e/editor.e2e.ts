import { expect, type Browser, type Page } from 'playwright/test';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import * as notes from '#notes/notes.server.ts';
import { write } from '#notes/writing.server.ts';
import { transaction } from '#platform/database.server.ts';
import { NotePage } from '../pages/note.ts';
import { pageOf } from '../pages/visit.ts';
import type { App } from '../support/app.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import { test } from './stage.ts';

let app: App;
let ada: Member, emmy: Member, kurt: Member;

test.beforeAll(async ({ shared }) => {
  app = shared;
  ({ ada, emmy, kurt } = await fullGroup());
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

/** A new note with this text below its heading, open for writing. */
async function writing(
  browser: Browser,
  who: Member,
  title: string,
  text = '',
  options = {}
): Promise<NotePage> {
  const { id } = await notes.make(emmy, { title });
  if (text) await transaction((tx) => write(tx, id, null, (shared) => shared.insert(shared.length, text)));
  const page = await pageOf(browser, app.url, who, options);
  const note = new NotePage(page);
  await page.goto(`${app.url}/g/${emmy.groupSlug}/notes/${id}`);
  await page.getByRole('button', { name: 'Write' }).click();
  await expect(note.text).toBeVisible();
  return note;
}

const idOf = (page: Page) => /notes\/(\w+)$/.exec(page.url())?.[1] ?? '';
const textOf = async (page: Page) => (await notes.view(emmy, idOf(page))).text;

test('what one writes reads in its place, with the source where the cursor is', async ({ browser }) => {
  const note = await writing(
    browser,
    emmy,
    'In place',
    [
      'Some **strong** words and $x^2$ and [a link](https://example.org/).',
      '',
      '- [ ] to do',
      '',
      '| a | b |',
      '| - | - |',
      '| 1 | $y$ |',
      '',
      '$$',
      '\\frac{1}{2}',
      '$$',
      '',
      'Broken: $\\frac{1}$ here. ![a plot](https://elsewhere.example/plot.png)',
      '',
      '```python',
      'def f(): return "x"',
      '```',
      ''
    ].join('\n')
  );
  const { text, page } = note;
  await expect(text.locator('.live-formula math').first()).toBeVisible();
  await expect(text.locator('.live-table table')).toBeVisible();
  await expect(text.locator('.live-display math')).toBeVisible();
  await expect(text.locator('.live-reason')).toContainText("expected '}'");
  await expect(text.locator('.live-picture')).toHaveText('Picture: a plot');
  await expect(text).not.toContainText('**');
  await expect(text.locator('.live-code span').filter({ hasText: 'def' })).toBeVisible();

  await text.getByText('strong').click();
  await expect(text).toContainText('**strong**');

  await text.getByRole('checkbox').click();
  await note.saved();
  expect(await textOf(page)).toContain('- [x] to do');

  await text.locator('.live-table').click();
  await expect(text).toContainText('| - | - |');
});

test('people, papers, mathematics and blocks are offered while one writes', async ({ browser }) => {
  const paperId = await somePaper('Grokking as the Transition');
  await notes.make(emmy, { title: 'On it', paperId });
  const note = await writing(browser, emmy, 'Offered');
  const { page } = note;
  const options = page.getByRole('listbox').getByRole('option');

  await note.append('/act');
  await expect(options.first()).toContainText('Action item');
  await options.first().click();
  await expect(note.text).toContainText('@name what by Friday');
  await page.keyboard.type('Ad');
  await expect(options.first()).toContainText('Ada');
  await options.first().click();
  await note.append('\n\nsee [[grok');
  await expect(options.first()).toContainText('Grokking as the Transition');
  await options.first().click();
  await note.append('\n\n$\\alph');
  await expect(options.first()).toContainText('\\alpha');
  await options.first().click();
  await note.saved();
  const text = await textOf(page);
  expect(text).toContain(`[Grokking as the Transition](/papers/${paperId})`);
  expect(text).toContain('\\alpha');

  await test.step('the task is on Ada’s front page, and the paper’s page has the note', async () => {
    const adas = await pageOf(browser, app.url, ada);
    await expect(async () => {
      await adas.goto(app.url);
      await expect(adas.getByRole('heading', { name: 'Yours to do' })).toBeVisible({ timeout: 1000 });
    }).toPass();
    await adas.goto(`${app.url}/papers/${paperId}`);
    await expect(adas.getByRole('link', { name: 'Offered' })).toBeVisible();
    await adas.goto(app.url);
    await adas.getByRole('button', { name: /^Done/ }).click();
    await expect(note.text.locator('.live-done').first()).toBeVisible();
    expect(await textOf(page)).toContain('- [x] @Ada');
  });
});

test('a link pasted on words makes them a link; formatted text comes as Markdown', async ({ browser }) => {
  const note = await writing(browser, emmy, 'Pasted');
  const { page } = note;
  const paste = (data: Record<string, string>) =>
    note.text.evaluate((element, given) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, data);
  await note.append('words');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await paste({ 'text/plain': 'https://example.org/a_(b)' });
  await note.saved();
  expect(await textOf(page)).toContain('[words](https://example.org/a_%28b%29)');
  await page.keyboard.type('\n\n');
  await paste({
    'text/plain': 'One two',
    'text/html': '<h2>One</h2><ul><li><b>two</b></li></ul><script>window.owned = 1; alert(1)</script>'
  });
  await expect(note.text).toContainText('One');
  await note.saved();
  const text = await textOf(page);
  expect(text).toContain('## One');
  expect(text).toMatch(/- +\*\*two\*\*/);
  expect(text).not.toContain('alert');
  expect(await page.evaluate('window.owned')).toBeUndefined();
});

test('one follows another through a long note, and sees in the outline where they are', async ({
  browser
}) => {
  const long = Array.from({ length: 60 }, (_, index) => `## Part ${index}\n\nWords.\n`).join('\n');
  const emmys = await writing(browser, emmy, 'Long', long);
  const adas = new NotePage(await pageOf(browser, app.url, ada));
  await adas.page.goto(emmys.page.url());
  await adas.page.getByRole('button', { name: 'Write' }).click();
  await emmys.page.getByText('Outline').click();
  await emmys.page.getByRole('button', { name: 'Part 55', exact: true }).click();
  await emmys.page.keyboard.type('Here is Emmy. ');
  await adas.page
    .getByRole('button', { name: 'Follow Emmy' })
    .or(adas.page.getByTitle('Follow Emmy'))
    .first()
    .click();
  await expect(adas.text.getByText('Here is Emmy.')).toBeInViewport();
  await adas.page.getByText('Outline').click();
  await expect(adas.page.getByRole('navigation', { name: 'Outline' }).getByText('Emmy')).toBeVisible();
});

test('on a phone the marks stand at the lower edge, in reach of thumbs', async ({ browser }) => {
  const note = await writing(browser, emmy, 'Thumbs', '', {
    viewport: { width: 390, height: 844 },
    hasTouch: true
  });
  await note.append('bold');
  await note.page.keyboard.press('Control+Shift+ArrowLeft');
  const button = note.page.getByRole('button', { name: 'Bold' });
  const box = await button.boundingBox();
  expect(box!.y + box!.height).toBeGreaterThan(790);
  await button.click();
  await note.saved();
  expect(await textOf(note.page)).toContain('**bold**');
});

test('people talk about a passage, a guest among them, and it stays with its words', async ({ browser }) => {
  await groups.change(ada, { name: 'Grokking club', timezone: 'Europe/Berlin', guestsComment: true });
  const note = await writing(browser, emmy, 'Talked about', 'A passage to talk about.');
  await note.text.getByText('A passage').click({ clickCount: 3 });
  await note.page.getByRole('button', { name: 'Comment', exact: true }).first().click();
  const comments = note.page.getByRole('region', { name: 'Comments' });
  await comments.getByLabel('Comment').fill('Is this so, @Kurt?');
  await comments.getByRole('button', { name: 'Comment' }).click();
  await expect(note.text.locator('.commented')).toHaveText('A passage to talk about.');

  const kurts = await pageOf(browser, app.url, kurt);
  await kurts.goto(app.url);
  await kurts.getByRole('button', { name: 'Account of Kurt' }).click();
  await kurts.getByRole('link', { name: 'Mentions (1 new)' }).click();
  await kurts.getByRole('link', { name: 'Talked about' }).click();
  const kurtsComments = kurts.getByRole('region', { name: 'Comments' });
  await kurtsComments.getByLabel('Answer').fill('It is.');
  await kurtsComments.getByRole('button', { name: 'Answer' }).click();
  await expect(comments.getByText('It is.')).toBeVisible();

  await note.text.click();
  await note.page.keyboard.press('Control+Home');
  await note.page.keyboard.type('Before it. ');
  await expect(note.text.locator('.commented')).toHaveText('A passage to talk about.');
  await comments.getByRole('button', { name: 'Resolve' }).click();
  await expect(note.text.locator('.commented')).toHaveCount(0);
  await expect(comments.getByText('One resolved')).toBeVisible();
});
