import { expect, type Page } from 'playwright/test';
import type { Member } from '#groups/groups.ts';
import * as groups from '#groups/groups.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import * as queue from '#queue/queue.server.ts';
import type { App } from '../support/app.ts';
import { fullGroup, makeOperator, somePaper } from '../support/factories.ts';
import { pageOf } from '../pages/visit.ts';
import { test } from './stage.ts';

let app: App;
let ada: Member;
let noteId: string;

test.beforeAll(async ({ shared }) => {
  app = shared;
  ({ ada } = await fullGroup());
  await makeOperator(ada);
  await queue.nominate(
    ada,
    await somePaper('Attention is enough'),
    'A [link](https://example.org) and $x^2$.'
  );
  ({ id: noteId } = await notes.make(ada, { title: 'Everything' }));
  await meetings.arrange(ada, {
    title: 'Weekly',
    date: '2024-05-02',
    time: '18:00',
    duration: 60,
    place: ''
  });
  await groups.setPublic(ada, { archive: true, schedule: true, names: false });
});

/** Notes what a page asks of anybody but us. */
function listenTo(page: Page): string[] {
  const elsewhere: string[] = [];
  const note = (address: string) => {
    if (
      !address.startsWith('data:') &&
      !address.startsWith('blob:') &&
      new URL(address).host !== new URL(app.url).host
    )
      elsewhere.push(address);
  };
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  return elsewhere;
}

test('no page asks anybody else for anything, or does what its policy refuses', async ({ browser }) => {
  const page = await pageOf(browser, app.url, ada);
  const elsewhere = listenTo(page);
  const complaints: string[] = [];
  page.on('console', (said) => {
    if (/Content Security Policy|Permissions-Policy|Refused to/i.test(said.text()))
      complaints.push(said.text());
  });
  const group = `/g/${ada.groupSlug}`;
  const waiting = ['/'];
  const seen = new Set(waiting);
  // From link to link, one of each kind: what a page leads to is what people reach.
  const kindOf = (path: string) => path.replace(/\d{4}-\d\d-\d\d/g, 'D').replace(/[0-9A-Za-z_-]{16,}/g, 'I');
  const kinds = new Set<string>();
  waiting.push(
    `${group}/notes/${noteId}`,
    `/groups/${ada.groupSlug}`,
    '/admin',
    '/settings/passkeys',
    '/share'
  );
  while (waiting.length > 0) {
    const path = waiting.shift()!;
    if (kinds.has(kindOf(path)) || kinds.size > 60) continue;
    kinds.add(kindOf(path));
    const response = await page.goto(app.url + path, { waitUntil: 'load' });
    expect(response!.status(), path).toBeLessThan(400);
    const links = await page
      .locator('a[href^="/"]:not([download])')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    for (const link of links.map((one) => one.split(/[?#]/)[0]!))
      if (!seen.has(link) && !/\.(ics|md|html|zip|atom|rss|json)$|\/cite$/.test(link)) {
        seen.add(link);
        waiting.push(link);
      }
  }
  expect(kinds.size).toBeGreaterThan(20);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('nor does what visitors see', async ({ page }) => {
  const elsewhere = listenTo(page);
  for (const path of ['/', '/sign-in', '/sign-up', '/reset', `/groups/${ada.groupSlug}`, '/no-such-page'])
    await page.goto(app.url + path, { waitUntil: 'load' });
  expect(elsewhere).toEqual([]);
});
