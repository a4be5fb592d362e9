import type { Sql } from 'postgres';
import { ownConnection } from '#platform/database.server.ts';
import type { Limit } from '#platform/limits.server.ts';

/** Exports that one account may begin: each reads a lot, over a connection of its own. */
export const exportsBegun: Limit = {
  name: 'exports',
  times: 20,
  seconds: 3600,
  says: 'That is a lot of downloads.'
};

/** Rows fetched at once from a cursor. */
const batch = 200;

/** A row as PostgreSQL writes it as JSON: every column, moments to the microsecond, bytes as `\x…`. */
export type Row = Record<string, unknown>;

/**
 * Reads many rows as of one moment, over a connection of its own that ends with the reading: what is exported agrees
 * with itself, however long somebody takes to download it.
 */
export async function* asOfOneMoment<Piece>(read: (sql: Sql) => AsyncIterable<Piece>): AsyncGenerator<Piece> {
  const sql = ownConnection();
  try {
    await sql.unsafe('begin isolation level repeatable read read only');
    yield* read(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The rows of a query, a batch at a time. */
export async function* rowsOf(sql: Sql, query: string, values: string[]): AsyncGenerator<Row> {
  for await (const rows of sql.unsafe<{ row: Row }[]>(query, values).cursor(batch))
    for (const { row } of rows) yield row;
}
