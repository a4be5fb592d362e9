import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { connect, database, databaseAddress, disconnect } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

/* As in the plans of papers: told that reading a table whole is dear, PostgreSQL reads an index wherever one serves. */

useDatabase();

let emmy: Member;
let nominationId: string;

beforeAll(async () => {
  ({ emmy } = await fullGroup());
  for (let number = 0; number < 30; number++)
    ({ nominationId } = await queue.nominate(emmy, await somePaper(`Proposed paper ${number}`), 'Why not.'));
  for (let number = 0; number < 20; number++) await queue.comment(emmy, nominationId, `Comment ${number}`);
  await queue.tend();
  const address = databaseAddress();
  const [{ name }] = (await database().execute(sql`select current_database() as name`)) as unknown as [
    { name: string }
  ];
  await database().execute(sql.raw(`alter database ${name} set enable_seqscan = off`));
  await disconnect();
  connect(address);
});

async function readWhole(table: string): Promise<number> {
  // Each connection counts for itself at first; ten at once reach all of the pool.
  await Promise.all(
    Array.from({ length: 10 }, () => database().execute(sql`select pg_stat_force_next_flush()`))
  );
  await database().execute(sql`select pg_stat_clear_snapshot()`);
  const [row] = (await database().execute(
    sql`select seq_scan::int as whole from pg_stat_user_tables where relname = ${table}`
  )) as unknown as [{ whole: number }];
  return row.whole;
}

const hot: Record<string, [table: string, ask: () => Promise<unknown>]> = {
  'a page of the queue': ['nomination', () => queue.queueView(emmy)],
  'how much was said below each row': ['nomination_comment', () => queue.queueView(emmy)],
  'its lock': ['queue_lock', () => queue.queueView(emmy)],
  'its interest': ['interest', () => queue.queueView(emmy)],
  'a thread': ['nomination_comment', () => queue.thread(emmy, nominationId)],
  'what happened': ['nomination_event', () => queue.happenings(emmy)],
  'what is due to be asked about or to leave': ['nomination', () => queue.tend()],
  'where a paper stands': ['nomination', () => queue.choices(emmy)],
  'the archive': ['meeting', () => meetings.archive(emmy, { words: 'paper', person: emmy.accountId })],
  'a paper the group may have read': ['nomination', () => meetings.papersCalled(emmy, 'Proposed paper 7')]
};

for (const [what, [table, ask]] of Object.entries(hot)) {
  test(`${what} is found by an index`, async () => {
    const before = await readWhole(table);
    await ask();
    expect(await readWhole(table)).toBe(before);
  });
}
