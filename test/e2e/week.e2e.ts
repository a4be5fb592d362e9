import { eq, sql } from 'drizzle-orm';
import { expect } from 'playwright/test';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { meeting, step } from '#meetings/schema.ts';
import { database } from '#platform/database.server.ts';
import { closeJobs, openJobs, requestJob } from '#platform/jobs.server.ts';
import * as queue from '#queue/queue.server.ts';
import type { App } from '../support/app.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import { pageOf } from '../pages/visit.ts';
import { WeekPage } from '../pages/week.ts';
import { test } from './stage.ts';

let app: App;
let grace: Member, emmy: Member;

test.beforeAll(async ({ shared }) => {
  app = shared;
  await openJobs([]);
  ({ grace, emmy } = await fullGroup());
  for (const title of ['Attention', 'Grokking', 'Scaling'])
    await queue.nominate(emmy, await somePaper(title), '');
});

test.afterAll(async () => {
  await closeJobs();
});

/** As if the moment of a step had come; then asks the application for the job that looks for due work. */
async function itIsTimeFor(kind: 'lock' | 'open'): Promise<void> {
  const { id } = (await meetings.next(grace))!;
  const [first] = (await meetings.week(grace)).meetings;
  const { dueAt } = first!.steps.find((one) => one.kind === kind)!;
  const by = sql`make_interval(secs => ${(dueAt.getTime() - Date.now()) / 1000 + 1})`;
  await database()
    .update(meeting)
    .set({ startsAt: sql`${meeting.startsAt} - ${by}` })
    .where(eq(meeting.id, id));
  await database()
    .update(step)
    .set({ dueAt: sql`${step.dueAt} - ${by}` })
    .where(eq(step.meetingId, id));
  await requestJob('cycle.steps');
}

test('an organiser sets the week once, looks ahead, sees it happen, and undoes a step', async ({
  browser
}) => {
  test.setTimeout(120_000);
  const home = `${app.url}/g/${grace.groupSlug}`;
  const page = await pageOf(browser, app.url, grace, { timezoneId: 'Asia/Kolkata' });
  const week = new WeekPage(page, home);

  await test.step('Grace sets the rhythm, and goes on to what happens by itself', async () => {
    const inTenDays = new Date(Date.now() + 10 * 86_400_000);
    await page.goto(`${home}/meetings/rhythm`);
    await page.getByLabel('Day', { exact: true }).selectOption({ index: (inTenDays.getUTCDay() + 6) % 7 });
    await page.getByLabel('From', { exact: true }).fill(inTenDays.toISOString().slice(0, 10));
    await page.getByRole('button', { name: 'Look ahead first' }).click();
    await expect(week.dryRun.getByText('New.')).toHaveCount(4);
    expect(await meetings.rhythm(grace)).toBeNull();
    await page.getByRole('button', { name: 'Set the rhythm' }).click();
    await page.getByRole('link', { name: /happen by themselves/ }).click();
    await expect(week.dryRun.getByText('The ballot opens').first()).toBeVisible();
  });

  await test.step('what makes no sense is refused beside its field, and what was typed stays', async () => {
    await week.step('The ballot closes').getByLabel('Days before').fill('9');
    await page.getByRole('button', { name: 'Let it run' }).click();
    await expect(week.step('The ballot closes').getByText('before it opens')).toBeVisible();
    await expect(week.step('The ballot closes').getByLabel('Days before')).toHaveValue('9');
  });

  await test.step('she looks ahead at a change before she keeps it, in the group’s time and her own', async () => {
    await week.step('The ballot closes').getByLabel('Days before').fill('2');
    await week.step('The note is made').getByRole('checkbox').uncheck();
    await page.getByLabel('How to vote').selectOption('dots');
    await page.getByLabel('Dots for each voter').fill('7');
    await page.getByRole('button', { name: 'Look ahead first' }).click();
    await expect(week.dryRun.getByText('Nothing is kept yet.')).toBeVisible();
    await expect(week.dryRun.getByText('The note is made')).toHaveCount(0);
    await expect(week.dryRun.getByText(/for you/).first()).toBeVisible();
    expect((await meetings.rhythm(grace))!.cycle).toBeNull();
    await page.getByRole('button', { name: 'Let it run' }).click();
    await expect(page).toHaveURL(/\/meetings\/week$/);
    await expect(week.next).toHaveCount(5);
    expect((await meetings.rhythm(grace))!.cycle).toMatchObject({ method: 'dots', budget: 7, most: 5 });
  });

  await test.step('the queue locks by itself, and its page says so', async () => {
    await itIsTimeFor('lock');
    const emmys = await pageOf(browser, app.url, emmy);
    await emmys.goto(`${home}/queue`);
    await expect(emmys.getByText('The queue is locked for the coming ballot.')).toBeVisible();
    await expect(emmys.getByRole('region', { name: /lately/ })).toContainText('The queue was locked');
    await emmys.goto(`${home}/meetings/week`);
    await expect(emmys.getByRole('button', { name: /Now|Undo/ })).toHaveCount(0);
  });

  await test.step('the ballot opens by itself, which Grace’s page shows, and she withdraws it', async () => {
    await itIsTimeFor('open');
    await expect(week.happened.getByRole('link', { name: 'The ballot was opened' })).toBeVisible();
    await week.undo('The ballot was opened');
    await expect(week.happened.getByText('withdrawn')).toBeVisible();
    await expect(week.happened.getByText(/by Grace/)).toBeVisible();
    await week.happened.getByRole('link', { name: 'The ballot was opened' }).click();
    await expect(page.getByText('This ballot was taken back before it closed')).toBeVisible();
  });

  await test.step('she opens it again by hand, and the rest of the week follows', async () => {
    await week.open();
    await week.doNow('The ballot opens');
    await expect(week.next.filter({ hasText: 'The ballot was opened' })).toContainText('by Grace');
    await expect(week.next.filter({ hasText: 'The ballot closes' })).toBeVisible();
  });

  await test.step('another rhythm is looked at before it is set, without scripts too', async () => {
    const plain = await pageOf(browser, app.url, grace, { javaScriptEnabled: false });
    const { dryRun } = new WeekPage(plain, home);
    const before = await meetings.week(grace);
    await plain.goto(`${home}/meetings/rhythm`);
    await plain.getByLabel('Time', { exact: true }).fill('20:30');
    await plain.getByRole('button', { name: 'Look ahead first' }).click();
    await expect(dryRun.getByText('Nothing is kept yet.')).toBeVisible();
    await expect(dryRun.getByText(/^Moves, from/).first()).toBeVisible();
    await expect(dryRun.getByText('The ballot closes').first()).toBeVisible();
    await expect(plain.getByLabel('Time', { exact: true })).toHaveValue('20:30');
    expect(await meetings.week(grace)).toEqual(before);
  });

  await test.step('without JavaScript it works as well', async () => {
    const plain = await pageOf(browser, app.url, grace, { javaScriptEnabled: false });
    const pages = new WeekPage(plain, home);
    await plain.goto(`${home}/meetings/week/change`);
    await pages.step('The ballot closes').getByLabel('Days before').fill('1');
    await plain.getByRole('button', { name: 'Look ahead first' }).click();
    await expect(pages.dryRun.getByText('Nothing is kept yet.')).toBeVisible();
    await plain.getByRole('button', { name: 'Keep the change' }).click();
    await expect(plain).toHaveURL(/\/meetings\/week$/);
  });
});
