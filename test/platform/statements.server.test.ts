import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { oneOf } from '#platform/columns.ts';
import { account } from '#accounts/schema.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { useDatabase } from '../support/database.ts';

useDatabase();

test('a statement that came once is prepared, so that PostgreSQL need not read and plan it again', async () => {
  const kept = () =>
    database().execute<{ text: string }>(
      sql`select statement as text from pg_prepared_statements where statement like ${'%pg_prepared_statements%'}`
    );
  expect(await kept()).toHaveLength(1);
  expect(await kept()).toHaveLength(1);
});

test('within a transaction, too, and within one that is part of it', async () => {
  const kept = (tx: Transaction) =>
    tx.execute(sql`select from pg_prepared_statements where statement like ${'%within a transaction%'}`);
  await transaction(async (tx) => {
    await tx.execute(sql`select ${'1'} as "within a transaction"`);
    expect(await kept(tx)).toHaveLength(1);
    await tx.transaction((inner) => inner.execute(sql`select ${'2'} as "and within a transaction"`));
    expect(await kept(tx)).toHaveLength(2);
  });
});

test('a list of rows is not: it hardly comes again with as many', async () => {
  const rows = sql.join(
    Array.from({ length: 60 }, (_, number) => sql`(${number}::int)`),
    sql`, `
  );
  await database().execute(sql`select count(*) from (values ${rows}) as rows_of_a_list`);
  expect(
    await database().execute(
      sql`select from pg_prepared_statements where statement like ${'%rows_of_a_list%'} and statement not like '%pg_prepared%'`
    )
  ).toEqual([]);
});

test('a statement about several ids reads the same for one and for many', () => {
  const text = (ids: string[]) =>
    database().select({ id: account.id }).from(account).where(oneOf(account.id, ids)).toSQL().sql;
  expect(text(['a'])).toBe(text(['a', 'b', 'c']));
});
