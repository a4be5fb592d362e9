import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Account } from '#accounts/accounts.ts';
import * as notes from '#notes/notes.server.ts';
import * as feed from '#papers/feed.server.ts';
import * as looking from '#papers/looking.server.ts';
import { filtersOf, spanOf } from '#papers/looking.ts';
import * as papers from '#papers/papers.server.ts';
import { connect, database, databaseAddress, disconnect } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

/*
 * On tables as small as here PostgreSQL would rather read them whole. Told that this is dear, it reads an index wherever
 * there is one that serves; what is read whole all the same has none.
 */

useDatabase();

let ada: Account;

beforeAll(async () => {
  const { ada: member } = await fullGroup();
  ada = { id: member.accountId, name: member.name } as Account;
  const { nominationId } = await queue.nominate(member, await somePaper('Proposed'), 'Number one.');
  await queue.comment(member, nominationId, 'Number two.');
  await notes.make(member, { title: 'Number three' });
  for (let number = 0; number < 50; number++) await somePaper(`Some paper number ${number}`);
  await papers.learnWords();
  const address = databaseAddress();
  const [{ name }] = (await database().execute(sql`select current_database() as name`)) as unknown as [
    { name: string }
  ];
  await database().execute(sql.raw(`alter database ${name} set enable_seqscan = off`));
  await disconnect();
  connect(address);
});

/** How often tables were read whole and indexes were read, by this database's own count. */
async function reads(table: string): Promise<{ whole: number; byIndex: number }> {
  // Each connection counts for itself at first; ten at once reach all of the pool.
  await Promise.all(
    Array.from({ length: 10 }, () => database().execute(sql`select pg_stat_force_next_flush()`))
  );
  await database().execute(sql`select pg_stat_clear_snapshot()`);
  const [row] = (await database().execute(sql`
    select seq_scan::int as whole, coalesce(idx_scan, 0)::int as "byIndex" from pg_stat_user_tables where relname = ${table}`)) as unknown as [
    { whole: number; byIndex: number }
  ];
  return row;
}

const look = (span: string, query = '') =>
  looking.look(ada, spanOf(span)!, filtersOf(new URLSearchParams(query)));

const searches = [
  'number ',
  'nu',
  'some pap',
  '"paper number"',
  'author:lovelace year:2026',
  'year:2026',
  'number -some',
  'some paper number 7',
  'nothing of this kind'
];

const hot: Record<string, [table: string, ask: () => Promise<unknown>]> = {
  'a day of the feed': ['feed_listing', () => look('2026-11-23')],
  'a month of the feed': ['feed_listing', () => look('2026-11', 'category=cs.LG&words=number&unseen=on')],
  'the days around it': ['feed_listing', () => feed.daysAround('2026-11-23')],
  'every kind of search': ['paper', () => Promise.all(searches.map(papers.search))],
  'a search for mistyped words': ['paper_word', () => papers.search('nummber')],
  'papers related to one': ['paper', () => papers.related('nothing')],
  'a paper by an id of old': ['former_paper', () => papers.view('nothing').catch(() => null)],
  'what a group said in pitches': ['nomination', () => queue.search(ada, 'number')],
  'what a group said below proposals': ['nomination_comment', () => queue.search(ada, 'number')],
  'what a group wrote': ['note_text', () => notes.search(ada, 'number')],
  'what one has to read': ['paper_reader', () => looking.readingList(ada, 'to-read')],
  'whether a month has papers': ['feed_listing', () => looking.hasPapers(spanOf('2026-11')!)],
  'a paper by its id': ['paper', () => papers.known('2201.02177')]
};

for (const [what, [table, ask]] of Object.entries(hot)) {
  test(`${what} is found by an index`, async () => {
    const before = await reads(table);
    await ask();
    await expect.poll(async () => (await reads(table)).byIndex).toBeGreaterThan(before.byIndex);
    expect((await reads(table)).whole).toBe(before.whole);
  });
}

test('words are filed as they come in, so that a search need not read what waits to be', async () => {
  const indexes = await database().execute<{ name: string; options: string[] | null }>(sql`
    select relname as name, reloptions as options from pg_class where relname in ('paper_words', 'paper_word_trigrams')`);
  expect(indexes).toHaveLength(2);
  for (const { options } of indexes) expect(options).toEqual(['fastupdate=off']);
});
