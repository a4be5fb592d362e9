import { AsyncLocalStorage } from 'node:async_hooks';
import os from 'node:os';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { addressIn, type DatabaseAddress } from '#platform/address.ts';
import { newId } from '#platform/id.ts';
import { linesCut, linesMaker, silence } from '#platform/lines.server.ts';
import { log } from '#platform/log.server.ts';
import { perProcess } from '#platform/process.ts';
import { traced } from '#platform/tracing.server.ts';
import { Conflict } from '../failures.ts';

export type Database = PostgresJsDatabase;
/** An open transaction. A verb that takes one does its work inside the caller's. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

interface Connection {
  sql: Sql;
  db: Database;
  planner: Database;
  address: DatabaseAddress;
}

const shelf = perProcess('database', () => ({
  open: undefined as Connection | undefined,
  statements: 0,
  /** The transaction that all work of an `asOne` is part of. */
  around: new AsyncLocalStorage<Transaction>()
}));

/**
 * Opens the pool of this process; every later `database()` uses it.
 * @param to an address, or as `DATABASE_URL` has it
 * @throws CannotStart when that cannot be read
 */
export function connect(to: DatabaseAddress | string): void {
  const address = typeof to === 'string' ? addressIn(to) : to;
  const plain = openPool(address, 10);
  const sql = preparing(plain);
  const builder = { casing: 'snake_case' } as const;
  shelf.open = { sql, db: drizzle(sql, builder), planner: drizzle(plain, builder), address };
}

/**
 * By which this process's connections are known in `pg_stat_activity`, and it alone: in containers that share the
 * network of their machine, hosts and processes have the same names and numbers. PostgreSQL cuts it off after 63 bytes.
 */
export const applicationName = perProcess('application name', () =>
  `colloquy ${newId()} ${os.hostname()}`.slice(0, 63)
);

/**
 * What the server does about our end of a line: it notices within half a minute that we have vanished, and lets go of
 * the rows we had locked. A pooler in between (PgBouncer) must be told to pass these on or to ignore them.
 */
const session = {
  application_name: applicationName,
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 25_000
};

function openPool({ user, ...address }: DatabaseAddress, max: number): Sql {
  // The driver does not describe its option `socket`.
  const options = {
    ...address,
    username: user,
    max,
    connect_timeout: 10,
    keep_alive: silence,
    // Seconds; the driver's own pauses grow to twenty, in which a database that is back would be waited for.
    backoff: (failures: number) => Math.min(0.05 * 2 ** failures, 1),
    connection: session,
    socket: linesMaker(),
    onnotice: (notice: postgres.Notice) => log().debug({ notice: notice.message }, 'database notice'),
    debug: () => void shelf.statements++
  };
  return postgres(options);
}

/** With more values than this a statement is a list of rows, which hardly comes again with as many. */
const mostValues = 40;

/**
 * The query builder asks for nothing to be prepared; a page's statements come again and again. A prepared one takes one
 * way to the database instead of two, and keeps its plan. Connections last an hour at most, and their statements with them.
 */
function preparing<T extends Sql | TransactionSql>(sql: T): T {
  const unsafe = (text: string, values: never[] = [], options = {}) =>
    sql.unsafe(text, values, { ...options, prepare: values.length > 0 && values.length <= mostValues });
  const within = (open: Opening) => (name: string | Work, work?: Work) =>
    typeof name === 'string'
      ? open(name, (tx) => work?.(preparing(tx)))
      : open((tx: TransactionSql) => name(preparing(tx)));
  const opens =
    'begin' in sql
      ? { begin: within(sql.begin as Opening) }
      : { savepoint: within(sql.savepoint as Opening) };
  return Object.assign((...rest: Parameters<Sql>) => sql(...rest), sql, { unsafe, ...opens }) as T;
}

type Work = (tx: TransactionSql) => unknown;
type Opening = (name: string | Work, work?: Work) => Promise<unknown>;

function connection(): Connection {
  if (!shelf.open) throw new Error('The database is not connected: connect() comes first.');
  return shelf.open;
}

/** The query builder over the process's pool, or within the transaction of an `asOne`. */
export function database(): Database {
  return (shelf.around.getStore() as Database | undefined) ?? connection().db;
}

/**
 * The same for statements that are planned anew each time, because their best plan depends on what is asked for: how
 * common a word is, say.
 */
export function planner(): Database {
  return connection().planner;
}

/** The driver beneath it, for what the builder cannot say (LISTEN, advisory locks). */
export function driver(): Sql {
  return connection().sql;
}

/** A connection of one's own, for work that must not wait behind pages; whoever asks for it ends it. */
export function ownConnection(): Sql {
  return preparing(openPool(connection().address, 1));
}

/** Where the database is, for those who need connections of their own. */
export function databaseAddress(): DatabaseAddress {
  return connection().address;
}

/** How many statements this process has sent so far. */
export function statementsSent(): number {
  return shelf.statements;
}

/** Runs `work` in one transaction: all of it happens, or nothing. */
export function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return traced('transaction', () => database().transaction(work));
}

const mostAttempts = 8;

/**
 * Runs `work` so that all it reads and changes, by whatever verbs, is one serializable transaction: what it looked at
 * first still holds when its changes are committed, whoever else writes, too. It is done again from its beginning when
 * PostgreSQL finds that it was overtaken, so it may have no effects elsewhere.
 * @throws Conflict when it is overtaken again and again
 */
export async function asOne<T>(work: () => Promise<T>): Promise<T> {
  const { db } = connection();
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    try {
      return await traced('transaction', () =>
        db.transaction((tx) => shelf.around.run(tx, work), { isolationLevel: 'serializable' })
      );
    } catch (failure) {
      if (!wasOvertaken(failure)) throw failure;
    }
  }
  throw new Conflict('Others are changing this at the same moment, so nothing was done. Please try again.');
}

/** Whether PostgreSQL gave up a transaction because of others: serialization failure, deadlock. */
function wasOvertaken(failure: unknown): boolean {
  return causesOf(failure).some(({ code = '' }) => ['40001', '40P01'].includes(code));
}

/** A failure with what caused it, and what caused that; the query builder wraps what the driver throws. */
function causesOf(failure: unknown): (Error & { code?: string })[] {
  return failure instanceof Error ? [failure, ...causesOf(failure.cause)] : [];
}

/** What work in a transaction would come to: it is done, and all of it taken back. Nobody else ever sees it. */
export async function rehearse<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  // One of our own is known again in every module graph, which the library's is not.
  const takenBack = new Error('It was only tried.');
  let outcome: T | undefined;
  await database()
    .transaction(async (tx) => {
      outcome = await work(tx);
      throw takenBack;
    })
    .catch((failure: unknown) => {
      if (failure !== takenBack) throw failure;
    });
  return outcome as T;
}

/** What the driver says when it has no line, and PostgreSQL when it takes or keeps none (class 57P, 53300). */
const away =
  /^(CONNECT_TIMEOUT|CONNECTION_(CLOSED|DESTROYED|ENDED)|ECONN(REFUSED|RESET)|E(TIMEDOUT|PIPE|NOENT|HOSTUNREACH|NETUNREACH|AI_AGAIN)|57P0[1235]|53300)$/;

const diskFull = '53100';

/** Whether a statement failed because the database could not be asked, or could not write. */
export function outageIn(failure: unknown): 'away' | 'full' | undefined {
  for (const { message, code } of causesOf(failure)) {
    if (message === linesCut || (code && away.test(code))) return 'away';
    if (code === diskFull) return 'full';
  }
  return undefined;
}

/** Closes the pool; statements under way get `seconds` to finish. */
export async function disconnect(seconds = 5): Promise<void> {
  const open = shelf.open;
  shelf.open = undefined;
  await open?.sql.end({ timeout: seconds });
}
