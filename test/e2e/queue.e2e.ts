import { eq } from 'drizzle-orm';
import { expect } from 'playwright/test';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { database } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';
import { QueuePage } from '../pages/queue.ts';
import { pageOf } from '../pages/visit.ts';
import type { App } from '../support/app.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import { test } from './stage.ts';

let app: App;
let ada: Member, grace: Member, emmy: Member;

test.beforeAll(async ({ shared }) => {
  app = shared;
  ({ ada, grace, emmy } = await fullGroup());
});

const propose = async (by: Member, title: string, into?: string) =>
  (await queue.nominate(by, await somePaper(title), `Why ${title}.`, into)).nominationId;

test('two people and two queues: sorted, talked about, kept, snoozed, moved, merged, and found in the archive', async ({
  browser
}) => {
  test.setTimeout(180_000);
  const [alpha, beta, gamma] = [
    await propose(emmy, 'Alpha'),
    await propose(emmy, 'Beta'),
    await propose(ada, 'Gamma')
  ];
  const here = `${app.url}/g/${ada.groupSlug}`;
  const [adas, emmys] = [await pageOf(browser, app.url, ada), await pageOf(browser, app.url, emmy)];
  const [onAdas, onEmmys] = [new QueuePage(adas), new QueuePage(emmys)];

  await test.step('Ada makes a second queue, and without a script Emmy proposes into it and shows interest', async () => {
    await adas.goto(`${here}/queues`);
    await adas.getByLabel('Name').last().fill('Long reads');
    await adas.getByRole('button', { name: 'Make it' }).click();
    await expect(adas.getByRole('link', { name: 'Long reads' })).toBeVisible();
    const plain = await pageOf(browser, app.url, emmy, { javaScriptEnabled: false });
    const onPlain = new QueuePage(plain);
    await plain.goto(`${here}/queue`);
    await plain.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name: 'Long reads' }).click();
    await plain.getByLabel('Paper', { exact: true }).fill(await somePaper('Delta'));
    await plain.getByRole('button', { name: 'Propose', exact: true }).click();
    await onPlain.shows('Delta');
    const interested = onPlain.row('Delta').getByRole('button', { name: /discuss this/ });
    await interested.click();
    await expect(interested).toHaveAttribute('aria-pressed', 'true');
    await expect(interested).toHaveText('Interested 1');
    await interested.click();
    await expect(interested).toHaveAttribute('aria-pressed', 'false');
    await plain.context().close();
  });

  await test.step('Emmy’s interest, reading and comment show on Ada’s row without a reload', async () => {
    await adas.goto(`${here}/queue`);
    await onAdas.shows('Alpha', 'Beta', 'Gamma');
    await emmys.goto(`${here}/queue/${gamma}`);
    await emmys.getByRole('button', { name: /discuss this/ }).click();
    await emmys.getByRole('button', { name: 'Read', exact: true }).click();
    await emmys.getByLabel('Your comment').fill('Is **lemma 2** right?');
    await emmys.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(emmys.locator('li strong')).toHaveText('lemma 2');
    await expect(onAdas.row('Gamma')).toContainText('Read: Emmy.');
    await expect(onAdas.row('Gamma')).toContainText('1 comment');
    await expect(onAdas.row('Gamma').getByRole('button', { name: /1 person so far/ })).toBeVisible();
    await onAdas.row('Gamma').getByText('Why here?').click();
    await expect(onAdas.row('Gamma')).toContainText('1 interested + 0 for 0 full weeks');
  });

  await test.step('Ada sorts by hand: by keys with the place said, by dragging, and by buttons without a script', async () => {
    await adas.goto(`${here}/queues`);
    await adas.getByRole('button', { name: 'Sort by hand: Queue' }).click();
    await expect(adas.getByText('sorted by hand')).toBeVisible();
    await adas.goto(`${here}/queue`);
    await onAdas.shows('Gamma', 'Alpha', 'Beta');
    await onAdas.handle('Beta').focus();
    await adas.keyboard.press('ArrowUp');
    await expect(onAdas.said).toHaveText('“Beta” is now 2 of 3.');
    await expect(onAdas.handle('Beta')).toBeFocused();
    await onAdas.shows('Gamma', 'Beta', 'Alpha');
    const [from, to] = [await onAdas.handle('Alpha').boundingBox(), await onAdas.row('Gamma').boundingBox()];
    await adas.mouse.move(from!.x + 10, from!.y + 10);
    await adas.mouse.down();
    await adas.mouse.move(from!.x + 10, to!.y + 5, { steps: 8 });
    await adas.mouse.up();
    await onAdas.shows('Alpha', 'Gamma', 'Beta');
    const plain = await pageOf(browser, app.url, grace, { javaScriptEnabled: false });
    await plain.goto(`${here}/queue`);
    await plain.getByRole('button', { name: 'Down: Alpha' }).click();
    await new QueuePage(plain).shows('Gamma', 'Alpha', 'Beta');
    await plain.context().close();
    await onAdas.shows('Gamma', 'Alpha', 'Beta');
  });

  await test.step('what nobody wanted is asked about; Emmy keeps one, and the other leaves and is brought back', async () => {
    const long = new Date(Date.now() - 100 * 86_400_000);
    for (const id of [alpha, beta])
      await database().update(nomination).set({ wantedAt: long }).where(eq(nomination.id, id));
    await queue.tend();
    await emmys.goto(`${here}/queue?show=asked`);
    await onEmmys.row('Alpha').getByRole('button', { name: 'Keep' }).click();
    await onEmmys.shows('Beta');
    await database()
      .update(nomination)
      .set({ askedAt: new Date(Date.now() - 20 * 86_400_000) })
      .where(eq(nomination.id, beta));
    await queue.tend();
    await onAdas.shows('Gamma', 'Alpha');
    await emmys.goto(`${here}/queue/record`);
    await expect(emmys.getByText('It left the queue: asked for 2 weeks, nobody kept it.')).toBeVisible();
    await emmys.getByRole('link', { name: 'Look at it, or bring it back' }).first().click();
    await emmys.getByRole('button', { name: 'Bring it back' }).click();
    await onAdas.shows('Gamma', 'Alpha', 'Beta');
  });

  await test.step('Emmy snoozes one, looks for a lead for another, and Ada offers to lead it from the queue', async () => {
    await emmys.goto(`${here}/queue/${beta}`);
    await emmys.getByLabel('Snooze until').fill(inDays(9));
    await emmys.getByRole('button', { name: 'Snooze', exact: true }).click();
    await onAdas.shows('Gamma', 'Alpha');
    await emmys.goto(`${here}/queue/${alpha}`);
    await emmys.getByRole('button', { name: 'Needs someone to lead' }).click();
    await onAdas.row('Alpha').getByRole('button', { name: 'I would lead it' }).click();
    await expect(onAdas.row('Alpha')).toContainText('Ada would lead it.');
  });

  await test.step('the same work proposed twice becomes one, with both pitches', async () => {
    const twin = await propose(emmy, 'The same work by another id');
    await propose(ada, 'The same work by another id');
    await adas.getByRole('link', { name: 'Look, and merge' }).click();
    await adas.getByRole('button', { name: 'Merge' }).click();
    await expect(adas).toHaveURL(new RegExp(`/queue/${twin}$`));
    await expect(adas.getByText('Proposed by Ada, too')).toBeVisible();
    await emmys.goto(`${here}/queue/${twin}`);
    await emmys.getByRole('button', { name: 'Move', exact: true }).click();
    await expect(emmys.getByText('Emmy moved it from Queue to Long reads.')).toBeVisible();
  });

  await test.step('a ballot asks which queue it draws from', async () => {
    await adas.goto(`${here}/ballots/new`);
    await adas.getByRole('navigation', { name: 'Queue it draws from' }).getByText('Long reads').click();
    await expect(adas.getByRole('checkbox', { name: /Delta/ })).toBeVisible();
    await expect(adas.getByRole('checkbox', { name: /Gamma/ })).toHaveCount(0);
  });

  await test.step('once discussed, it is told wherever it shows', async () => {
    const yesterday = meetings.wallClock(new Date(Date.now() - 86_400_000), ada.timezone);
    const { id } = await meetings.arrange(grace, { title: 'Weekly', ...yesterday, duration: 60, place: '' });
    await meetings.addToAgenda(grace, id, gamma);
    await emmys.goto(`${here}/archive`);
    await emmys.getByLabel(/anything that can be pasted/).fill('gamma\nNothing like it');
    await emmys.getByRole('button', { name: 'Ask' }).click();
    await expect(emmys.getByRole('link', { name: /Discussed by Grokking club/ })).toBeVisible();
    await expect(emmys.getByRole('listitem').filter({ hasText: 'Nothing like it' })).toContainText('No:');
    await emmys.getByLabel('Words of papers').fill('Gamma');
    await emmys.getByRole('button', { name: 'Find' }).click();
    await expect(emmys.getByRole('heading', { name: 'Gamma' })).toBeVisible();
    await emmys.goto(`${here}/queue`);
    await emmys.getByText('Propose a paper').click();
    const { paperId } = await queue.view(emmy, gamma);
    await emmys.getByLabel('Paper', { exact: true }).fill(`${app.url}/papers/${paperId}`);
    await expect(emmys.getByRole('link', { name: /Discussed by Grokking club/ })).toBeVisible();
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
