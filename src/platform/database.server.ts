import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { config } from '#platform/config.server.ts';
import { log } from '#platform/log.server.ts';
import { perProcess } from '#platform/process.ts';

export type Database = PostgresJsDatabase;
/** An open transaction. A verb that takes one does its work inside the caller's. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** How to reach PostgreSQL, outside or embedded. */
export type DatabaseAddress =
  string | { host: string; port: number; database: string; user: string; password: string };

interface Connection {
  sql: Sql;
  db: Database;
  address: DatabaseAddress;
}

const shelf = perProcess('database', () => ({ open: undefined as Connection | undefined, statements: 0 }));

/** Opens the pool of this process; every later `database()` uses it. */
export function connect(address: DatabaseAddress): void {
  const sql = openPool(address, 10);
  shelf.open = { sql, db: drizzle(sql, { casing: 'snake_case' }), address };
}

function openPool(address: DatabaseAddress, max: number): Sql {
  const options = {
    max,
    connect_timeout: 10,
    onnotice: (notice: postgres.Notice) => log().debug({ notice: notice.message }, 'database notice'),
    ...(config().countStatements && { debug: () => void shelf.statements++ })
  };
  if (typeof address !== 'string') return postgres({ ...address, username: address.user, ...options });
  // A socket's folder stands percent-encoded where the host does, as in libpq's URIs; the driver does not decode it.
  const host = decodeURIComponent(new URL(address).hostname);
  return host.startsWith('/') ? postgres(address, { ...options, host }) : postgres(address, options);
}

function connection(): Connection {
  if (!shelf.open) throw new Error('The database is not connected: connect() comes first.');
  return shelf.open;
}

/** The query builder over the process's pool. */
export function database(): Database {
  return connection().db;
}

/** The driver beneath it, for what the builder cannot say (LISTEN, advisory locks). */
export function driver(): Sql {
  return connection().sql;
}

/** A connection of one's own, for work that must not wait behind pages; whoever asks for it ends it. */
export function ownConnection(): Sql {
  return openPool(connection().address, 1);
}

/** Where the database is, for those who need connections of their own. */
export function databaseAddress(): DatabaseAddress {
  return connection().address;
}

/** How many statements this process has sent so far, if it counts them (`countStatements`). */
export function statementsSent(): number {
  return shelf.statements;
}

/** Runs `work` in one transaction: all of it happens, or nothing. */
export function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().transaction(work);
}

/** Closes the pool; statements under way get `seconds` to finish. */
export async function disconnect(seconds = 5): Promise<void> {
  const open = shelf.open;
  shelf.open = undefined;
  await open?.sql.end({ timeout: seconds });
}
