import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import * as papers from '#papers/papers.server.ts';
import { database } from '#platform/database.server.ts';
import type { Passage } from '#platform/highlights.ts';
import { useDatabase } from '../support/database.ts';

/* Where very many papers have a word, only the newest of them are looked at, and what is rare is found all the same. */

useDatabase();

const plain = (passage: Passage) => passage.map(({ text }) => text).join('');
const found = async (text: string) =>
  (await papers.search(text)).papers.map(({ title, publishedOn }) => `${plain(title)}, ${publishedOn}`);

/** Papers of that title, spread over the days from one on. */
async function publish(title: string, count: number, from: string, days: number): Promise<void> {
  await database().execute(sql`
    insert into paper (id, title, title_key, authors, published_on, completed_at)
    select 'p' || nextval('many_papers'), ${title} || case when ${count} > 1 then ' ' || n else '' end, 'k', '["Ada Common"]',
      ${from}::date + (n % ${days}), now()
    from generate_series(1, ${count}::integer) n`);
}

beforeAll(async () => {
  await database().execute(sql`create sequence many_papers`);
  await publish('Common gradient noise and common descent', 5_000, '2026-10-01', 60);
  await publish('Common things of old', 2_000, '1996-01-01', 3650);
  await publish('Alchemy', 1_700, '1996-01-01', 1000);
  await publish('Common gradient descent', 1, '1999-05-05', 1);
  await publish('Phlogiston', 1, '1998-08-08', 1);
  await publish('Ohne Datum gradient', 1, '1998-08-08', 1);
  await database().execute(sql`update paper set published_on = null where title = 'Ohne Datum gradient'`);
});

test('of very many the newest are found', async () => {
  const common = await found('common ');
  expect(common).toHaveLength(20);
  for (const one of common) expect(one).toMatch(/2026-1[01]-\d\d$/);
  for (const one of await found('co')) expect(one).toMatch(/2026-1[01]-\d\d$/);
});

test('what was common long ago only is found, and what is rare however old', async () => {
  expect(await found('alchemy')).toHaveLength(20);
  expect(await found('phlogiston')).toEqual(['Phlogiston, 1998-08-08']);
  expect(await found('phlog')).toEqual(['Phlogiston, 1998-08-08']);
  expect(await found('ohne datum')).toEqual(['Ohne Datum gradient, null']);
});

test('a rare phrase of common words is found, however many papers have the words', async () => {
  expect(await found('"gradient descent"')).toEqual(['Common gradient descent, 1999-05-05']);
});

test('beside a word that very many papers have, the beginning of a rare one is found, however old', async () => {
  expect(await found('common grad')).toHaveLength(20);
  await publish('Common phlebotomy', 1, '1997-07-07', 1);
  expect(await found('common phleb')).toEqual(['Common phlebotomy, 1997-07-07']);
});

test('a year holds to itself, also with common words, and an author', async () => {
  const inYear = await found('common year:1999');
  expect(inYear).toHaveLength(20);
  for (const one of inYear) expect(one).toMatch(/1999-\d\d-\d\d$/);
  for (const one of await found('author:common year:1997')) expect(one).toMatch(/1997-\d\d-\d\d$/);
  expect(await found('year:2012')).toEqual([]);
  expect((await found('year:1996')).length).toBe(20);
});

test('words can be left out of very many', async () => {
  const without = await found('common -gradient');
  expect(without).toHaveLength(20);
  for (const one of without) expect(one).toMatch(/^Common things of old/);
});
