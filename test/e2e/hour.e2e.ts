import { eq } from 'drizzle-orm';
import { expect, type Browser, type BrowserContextOptions } from 'playwright/test';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { meeting } from '#meetings/schema.ts';
import { database } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { MeetingPage } from '../pages/meeting.ts';
import { NotePage } from '../pages/note.ts';
import { pageOf } from '../pages/visit.ts';
import type { App } from '../support/app.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import { test } from './stage.ts';

const day = 86_400_000;
const desk: BrowserContextOptions = { viewport: { width: 1400, height: 900 } };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

let app: App;
let ada: Member, grace: Member, emmy: Member;
let id: string;

test.beforeAll(async ({ shared }) => {
  app = shared;
});

test.beforeEach(async () => {
  ({ ada, grace, emmy } = await fullGroup());
  id = await arranged('This week', day);
  await arranged('Next week', 8 * day);
  for (const title of ['Sparse attention', 'Grokking', 'Scaling laws']) {
    const { nominationId } = await queue.nominate(emmy, await somePaper(title), '');
    await meetings.addToAgenda(grace, id, nominationId);
  }
});

test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

async function arranged(title: string, ahead: number): Promise<string> {
  const { date, time } = meetings.wallClock(new Date(Date.now() + ahead), grace.timezone);
  return (await meetings.arrange(grace, { title, date, time, duration: 60, place: 'Room 2' })).id;
}

async function at(browser: Browser, member: Member, options: BrowserContextOptions): Promise<MeetingPage> {
  const page = await pageOf(browser, app.url, member, options);
  // Somebody's clock is wrong by seven minutes.
  if (member === ada)
    await page.addInitScript(() => {
      const Real = Date;
      const skew = 420_000;
      globalThis.Date = class extends Real {
        constructor(...given: [] | [number]) {
          super(given.length > 0 ? given[0]! : Real.now() + skew);
        }
        static override now = () => Real.now() + skew;
      } as DateConstructor;
    });
  await page.goto(`${app.url}/g/${member.groupSlug}/meetings/${id}`);
  return new MeetingPage(page);
}

const begins = () => database().update(meeting).set({ startsAt: new Date() }).where(eq(meeting.id, id));

test('the hour: one clock for all, hands, the note beside it, and what came of it afterwards', async ({
  browser
}) => {
  await begins();
  const hers = await at(browser, ada, desk);
  const theirs = await at(browser, emmy, phone);
  const [first] = (await meetings.view(ada, id)).agenda;
  await meetings.plan(ada, first!.id, 20);

  await test.step('all see the same time left, also with a wrong clock and after loading again', async () => {
    await hers.item('Sparse attention').getByRole('button', { name: 'Begin' }).click();
    expect(await hers.left()).toBeLessThanOrEqual(1200);
    expect(Math.abs((await hers.left()) - (await theirs.left()))).toBeLessThanOrEqual(2);
    await theirs.page.reload();
    await hers.page.reload();
    expect(Math.abs((await hers.left()) - (await theirs.left()))).toBeLessThanOrEqual(2);
    await expect(theirs.item('Sparse attention')).toHaveAttribute('aria-current', 'step');
  });

  await test.step('a hand that goes up is seen by the others; attendance is one tap', async () => {
    await theirs.page.getByRole('button', { name: 'Raise my hand' }).click();
    await expect(hers.page.getByRole('region', { name: 'Who wants to speak' })).toContainText('Emmy');
    await hers.page.getByRole('button', { name: 'Emmy has spoken' }).click();
    await expect(theirs.page.getByText('No hand is up.')).toBeVisible();
    await theirs.page.getByRole('button', { name: 'I’m here' }).click();
    await expect(hers.page.getByText(/^1 of 3 here/)).toBeVisible();
  });

  await test.step('the note stands beside the agenda, and is a tap away on a phone', async () => {
    await hers.page.getByRole('button', { name: 'Begin the notes' }).click();
    const beside = new NotePage(hers.page);
    await expect(beside.text).toBeVisible();
    await beside.append('\n\nDecision: we read **part two** next.\n\n- [ ] @Emmy ask the authors');
    await beside.saved();
    await theirs.page.getByRole('button', { name: 'Notes' }).click();
    await expect(theirs.page).toHaveURL(/\/notes\/\w+$/);
    await expect(new NotePage(theirs.page).rendered).toContainText('part two');
  });

  await test.step('closing lets the rest go on, and the page says what came of the hour', async () => {
    await hers.beginClosing();
    await hers.fate('Scaling laws', 'Back to the queue');
    await hers.close();
    await expect(hers.agenda.getByRole('heading', { level: 3 })).toHaveText(['Sparse attention']);
    const left = hers.page.getByRole('region', { name: 'Not discussed' });
    await expect(left.getByRole('listitem')).toHaveCount(2);
    await expect(left).toContainText('goes on at the meeting on');
    await expect(left).toContainText('waits in the queue again');
    await expect(hers.page.getByRole('region', { name: 'Decisions' })).toContainText('we read part two next');
    await expect(hers.page.getByRole('region', { name: 'Action items' })).toContainText(
      '@Emmy ask the authors'
    );
    await expect(hers.page.getByRole('region', { name: 'Notes' })).toContainText('part two');
    expect((await meetings.view(emmy, id)).agenda).toHaveLength(1);
  });

  await test.step('and it can be undone', async () => {
    await hers.page.getByRole('button', { name: 'Open it again' }).click();
    await expect(hers.agenda.getByRole('heading', { level: 3 })).toHaveCount(3);
  });
});

test('without scripts: a summary, how far one has read, a question, and the closing', async ({ browser }) => {
  const own = await at(browser, emmy, { ...phone, javaScriptEnabled: false });
  const { page } = own;
  const grokking = own.item('Grokking');
  await grokking.getByText('Write a three-minute summary').click();
  await grokking.getByLabel('Summary').fill('Generalisation comes **late**: $t \\gg 1$.');
  await grokking.getByRole('button', { name: 'Keep it' }).click();
  await expect(grokking.locator('strong', { hasText: 'late' })).toBeVisible();
  await expect(grokking.locator('math')).toBeVisible();
  await expect(grokking).toContainText('by Emmy');
  await grokking.getByRole('button', { name: 'Skimmed' }).click();
  await expect(grokking.getByRole('list', { name: 'Who has read it' })).toHaveText(/Skimmed: Emmy/);
  await page.getByLabel('What do you want asked?').fill('Does it hold without decay?');
  await page.getByRole('region', { name: 'Questions' }).getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('Does it hold without decay?')).toBeVisible();
  await page.getByRole('button', { name: 'I’ll come' }).click();
  await expect(page.getByRole('button', { name: 'I’ll come' })).toHaveAttribute('aria-pressed', 'true');

  await begins();
  await page.reload();
  await own.beginClosing();
  await own.fate('Grokking', 'To the next meeting');
  await own.close();
  await expect(page.getByRole('region', { name: 'Not discussed' })).toContainText('Grokking');
  await page.getByRole('region', { name: 'Not discussed' }).getByRole('link').last().click();
  await expect(own.item('Grokking')).toContainText('by Emmy');
});
