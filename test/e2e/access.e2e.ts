import { expect } from 'playwright/test';
import type { Member } from '#groups/groups.ts';
import * as notes from '#notes/notes.server.ts';
import { transaction } from '#platform/database.server.ts';
import { write } from '#notes/writing.server.ts';
import type { App } from '../support/app.ts';
import { fullGroup, makeOperator } from '../support/factories.ts';
import { faultsOfBoth } from '../pages/faults.ts';
import { pageOf } from '../pages/visit.ts';
import { test } from './stage.ts';

/*
 * Axe reads the pages as people with and without eyesight meet them: names of controls, order of headings, contrast of
 * every text, in light and in dark. What it cannot judge (does the order make sense?) is for people.
 */

let app: App;
let ada: Member;
let noteId: string;

const everything = `# Everything

Some **strong** and *soft* words, a [link](https://example.org), \`code\`, $x^2$ and a broken $\\frac{$.

- [ ] @Ada write it by Friday
- [x] done

> A question

| a | b |
| - | - |
| 1 | 2 |

\`\`\`python
def f(x):  # a comment
    return "text" + str(42)
\`\`\`

:::fold More
Below
:::

A footnote[^1].

[^1]: Here.
`;

test.beforeAll(async ({ shared }) => {
  app = shared;
  ({ ada } = await fullGroup());
  await makeOperator(ada);
  ({ id: noteId } = await notes.make(ada, { title: 'Everything' }));
  await transaction((tx) =>
    write(tx, noteId, ada.accountId, (text) => {
      text.delete(0, text.length);
      text.insert(0, everything);
    })
  );
});

test('every page can be read and used by everybody, in light and in dark', async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await pageOf(browser, app.url, ada, { reducedMotion: 'reduce' });
  const group = `/g/${ada.groupSlug}`;
  const addresses = [
    ...[
      '/',
      '/feed/2026-05-04',
      '/settings',
      '/mentions',
      '/groups/new',
      '/admin',
      group,
      `${group}/ballots`
    ],
    ...[`${group}/meetings`, `${group}/meetings/new`, `${group}/meetings/rhythm`, `${group}/notes`],
    ...[`${group}/archive`, `${group}/members`, `${group}/settings`, `${group}/settings/template`],
    ...[`${group}/import`, `${group}/notes/${noteId}/history`]
  ];
  const faults: Record<string, string[]> = {};
  for (const address of addresses) {
    await page.goto(app.url + address);
    faults[address] = await faultsOfBoth(page);
  }
  expect(faults).toEqual(Object.fromEntries(addresses.map((address) => [address, []])));
});

test('a note can be written and read by everybody, in light and in dark', async ({ browser }) => {
  const page = await pageOf(browser, app.url, ada, { reducedMotion: 'reduce' });
  await page.goto(`${app.url}/g/${ada.groupSlug}/notes/${noteId}`);
  await expect(page.locator('.cm-content .live-formula').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'As it reads' }).locator('.code-string')).toHaveText(
    '"text"'
  );
  expect(await faultsOfBoth(page)).toEqual([]);
});
