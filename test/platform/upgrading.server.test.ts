import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import * as groups from '#groups/groups.server.ts';
import { textOf } from '#notes/log.server.ts';
import { connect, disconnect, driver } from '#platform/database.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import * as queue from '#queue/queue.server.ts';

const journal = JSON.parse(fs.readFileSync('drizzle/meta/_journal.json', 'utf8')) as {
  entries: { tag: string; when: number }[];
};
const first = journal.entries[0]!;
let name: string;

beforeEach(async () => {
  name = `upgrade_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`create database ${name} template template0`);
  connect({ ...inject('postgres'), database: name });
});

afterEach(async () => {
  await disconnect();
  await asAdministrator(`drop database ${name} with (force)`);
});

async function asAdministrator(statement: string): Promise<void> {
  const address = inject('postgres');
  const sql = postgres({ ...address, username: address.user, database: 'template1', max: 1 });
  await sql.unsafe(statement);
  await sql.end();
}

/** The database as the first release left it, with its migrator's own record. */
async function leaveAsReleased(): Promise<void> {
  const sql = driver();
  await sql.unsafe(fs.readFileSync(`drizzle/${first.tag}.sql`, 'utf8'));
  await sql.unsafe(`create schema drizzle;
    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('first', ${first.when});`);
  await sql.unsafe(fs.readFileSync('test/platform/released.sql', 'utf8'));
}

/** How many rows each table has. */
async function counts(): Promise<Map<string, number>> {
  const sql = driver();
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  const rows = tables.map(async ({ name: table }) => {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ${sql(table)}`;
    return [table, row!.count] as const;
  });
  return new Map(await Promise.all(rows));
}

test('what the first release kept in any of its tables is there after all upgrades, and is read by today’s verbs', async () => {
  await leaveAsReleased();
  const before = await counts();
  expect([...before].filter(([, rows]) => rows === 0)).toEqual([]);
  await migrate();
  const after = await counts();
  for (const [table, rows] of before) expect(`${table} ${after.get(table)}`).toBe(`${table} ${rows}`);

  const emmy = await groups.enter(
    { id: 'emmy', name: 'Emmy', email: 'emmy@example.org', isOperator: false } as never,
    'grokking'
  );
  const ada = { ...emmy, accountId: 'ada', membershipId: 'm-ada', role: 'owner' as const };
  expect((await queue.waiting(emmy)).map(({ pitch }) => pitch)).toContain('Why so late?');
  expect((await ballots.view(ada, 'ballot')).mine).toEqual({ 'n-paper': 1 });
  expect(await textOf('note')).toBe('Late.');
});

test('instances that start together upgrade once, and one that runs goes on meanwhile', async () => {
  await leaveAsReleased();
  const running = driver()`select pg_sleep(0.3), count(*) from nomination`;
  await Promise.all([migrate(), migrate(), migrate()]);
  await running;
  const [row] = await driver()<{ count: number }[]>`
    select count(*)::int as count from drizzle.__drizzle_migrations`;
  expect(row!.count).toBe(journal.entries.length);
});

test('an older application refuses the database of a newer one in a sentence, and changes nothing', async () => {
  await migrate();
  await driver()`
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', ${Date.now() + 1e12})`;
  const schema = async () => driver()`
    select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2`;
  const before = await schema();
  await expect(migrate()).rejects.toThrow('A newer Colloquy has used this database');
  expect(await schema()).toEqual(before);
});

test('whoever may not make tables in the database is told what is missing', async () => {
  const stranger = `stranger_${name}`;
  await asAdministrator(`create role ${stranger} login password 'let me in'`);
  await disconnect();
  connect({ ...inject('postgres'), database: name, user: stranger, password: 'let me in' });
  await expect(migrate()).rejects.toThrow(/permission denied.*must own the database/s);
  await disconnect();
  await asAdministrator(`drop role ${stranger}`);
});
