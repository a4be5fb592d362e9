import { once } from 'node:events';
import { finished, pipeline } from 'node:stream/promises';
import type { Readable, Writable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { Sql, TransactionSql } from 'postgres';
import { loadOrder, migrationsOf, tablesOf, type Migration } from '#platform/catalogue.server.ts';
import { driver, ownConnection } from '#platform/database.server.ts';
import { CannotStart } from '#platform/start.ts';

/*
 * A backup is one file: gzip over lines of text. First a header (JSON), then for each table a line that names it and
 * its columns, its rows as PostgreSQL's COPY writes them, and `\.`; then the jobs that waited; last a line with the
 * number of rows of each table, without which the file is not whole. All of it is read in one transaction that sees
 * the database as of one moment (REPEATABLE READ), as pg_dump does, while everybody goes on writing.
 */

const format = 'colloquy-backup';
const version = 1;
const endOfRows = '\\.\n';

/** What stands in the first line of a backup. */
interface Header {
  format: typeof format;
  version: number;
  takenAt: string;
  /** The migrations the tables were at. */
  migrations: Migration[];
}

/** A job that waited when the backup was taken. */
export interface WaitingJob {
  name: string;
  data: Record<string, unknown>;
  startAfter: string;
  key: string | null;
}

/** What was written or read, for the operator. */
export interface Extent {
  takenAt: string;
  tables: number;
  rows: number;
  jobs: number;
}

/** Writes everything this installation keeps, as of now, to a stream, which it ends. */
export async function backup(out: Writable): Promise<Extent> {
  const sql = ownConnection();
  const packed = createGzip({ level: 6 });
  const written = pipeline(packed, out);
  // Waited for below; should it fail before, it is not to end the process.
  written.catch(() => undefined);
  try {
    const extent = await sql.begin('isolation level repeatable read read only', (tx) => dump(tx, packed));
    packed.end();
    await written;
    return extent;
  } catch (cause) {
    packed.destroy(cause as Error);
    // What the file could not take has let the reading fail, too, and is the reason of it.
    throw await written.then(
      () => cause,
      (reason: unknown) => reason
    );
  } finally {
    await sql.end();
  }
}

async function dump(tx: TransactionSql, out: Writable): Promise<Extent> {
  const header: Header = {
    ...{ format, version, takenAt: new Date().toISOString() },
    migrations: await migrationsOf(tx)
  };
  await write(out, `${JSON.stringify(header)}\n`);
  const rows: Record<string, number> = {};
  for (const { name, columns } of await loadOrder(tx)) {
    await write(out, `${JSON.stringify({ table: name, columns })}\n`);
    const listed = columns.map((column) => `"${column}"`).join(', ');
    const reading = await tx.unsafe(`copy public."${name}" (${listed}) to stdout`).readable();
    rows[name] = 0;
    for await (const chunk of reading as AsyncIterable<Buffer>) {
      rows[name] += linesIn(chunk);
      await write(out, chunk);
    }
    await write(out, endOfRows);
  }
  const jobs = await waitingJobs(tx);
  await write(out, `${JSON.stringify({ jobs })}\n${JSON.stringify({ rows })}\n`);
  return { takenAt: header.takenAt, ...extentOf(rows), jobs: jobs.length };
}

async function write(out: Writable, piece: string | Buffer): Promise<void> {
  if (!out.write(piece)) await Promise.race([once(out, 'drain'), finished(out)]);
}

/** In COPY's text format a line feed ends a row; those in values are escaped. */
function linesIn(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}

function extentOf(rows: Record<string, number>) {
  const counts = Object.values(rows);
  return { tables: counts.length, rows: counts.reduce((sum, count) => sum + count, 0) };
}

async function waitingJobs(tx: TransactionSql): Promise<WaitingJob[]> {
  const [there] = await tx`select to_regclass('pgboss.job') is not null as yes`;
  if (!there?.yes) return [];
  return tx<WaitingJob[]>`
    select name, coalesce(data, '{}') as data, start_after as "startAfter", singleton_key as key
    from pgboss.job
    where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%'
    order by created_on, id`;
}

/**
 * Reads a backup into the database, which has to be empty: the tables as they were, in one transaction, so that a
 * file that is damaged or of another make leaves nothing behind.
 * @param prepare applies the migrations that the backup had, given by the header
 * @returns the extent and the jobs that waited
 * @throws CannotStart with a sentence for the operator
 */
export async function restore(
  file: Readable,
  prepare: (tx: TransactionSql, had: readonly Migration[]) => Promise<void>
): Promise<Extent & { waiting: WaitingJob[] }> {
  await mustBeEmpty(driver());
  const lines = new Lines(unpacked(file));
  try {
    return await driver().begin(async (tx) => {
      const header = headerOf(await lines.next());
      await prepare(tx, header.migrations);
      const { rows, waiting } = await load(tx, lines);
      return { takenAt: header.takenAt, ...extentOf(rows), jobs: waiting.length, waiting };
    });
  } catch (cause) {
    throw refusal(cause);
  } finally {
    file.destroy();
  }
}

async function mustBeEmpty(sql: Sql): Promise<void> {
  const [table] = await tablesOf(sql);
  if (table)
    throw new CannotStart(
      `This database is not empty (it has the table ${table.name}, among others). Restore into a new one: ` +
        'another DATA_DIR, or a DATABASE_URL whose database was just created.'
    );
}

function unpacked(file: Readable): AsyncIterable<Buffer> {
  const unpacking = createGunzip();
  // Told to whoever reads next, who may be busy with the database when it happens.
  unpacking.on('error', () => undefined);
  file.once('error', (cause) => unpacking.destroy(cause));
  return file.pipe(unpacking);
}

function headerOf(line: Buffer | null): Header {
  const header = parsed<Partial<Header>>(line);
  if (header.format !== format) throw new Damaged('It does not begin as a backup of Colloquy does.');
  if (header.version !== version)
    throw new CannotStart(
      `This backup is of format ${header.version}; this Colloquy reads format ${version}. Restore it with the Colloquy that made it.`
    );
  return header as Header;
}

async function load(tx: TransactionSql, lines: Lines) {
  const known = new Map((await tablesOf(tx)).map((table) => [table.name, new Set(table.columns)]));
  const rows: Record<string, number> = {};
  let waiting: WaitingJob[] = [];
  for (;;) {
    const line = parsed<{
      table?: string;
      columns?: string[];
      jobs?: WaitingJob[];
      rows?: Record<string, number>;
    }>(await lines.next());
    if (line.rows) {
      const differs = Object.keys({ ...rows, ...line.rows }).find((name) => rows[name] !== line.rows?.[name]);
      if (differs) throw new Damaged(`The table ${differs} is not whole.`);
      return { rows, waiting };
    }
    if (line.jobs) {
      waiting = line.jobs;
      continue;
    }
    const columns = known.get(line.table ?? '');
    if (!columns || !line.columns?.every((column) => columns.has(column)))
      throw new Damaged(`It has a table that its version does not know: ${line.table}.`);
    rows[line.table!] = await loadTable(tx, lines, line.table!, line.columns);
  }
}

async function loadTable(
  tx: TransactionSql,
  lines: Lines,
  name: string,
  columns: readonly string[]
): Promise<number> {
  const listed = columns.map((column) => `"${column}"`).join(', ');
  let count = 0;
  async function* rows() {
    for (;;) {
      const line = await lines.next();
      if (!line) throw new Damaged('It ends too early.');
      if (line.byteLength === endOfRows.length && line.toString() === endOfRows) return;
      count++;
      yield line;
    }
  }
  await pipeline(rows, await tx.unsafe(`copy public."${name}" (${listed}) from stdin`).writable());
  await advanceSequences(tx, name, columns);
  return count;
}

/** Numbers that a table gives by itself go on after the highest that was restored. */
async function advanceSequences(tx: TransactionSql, name: string, columns: readonly string[]): Promise<void> {
  for (const column of columns) {
    const [found] = await tx`select pg_get_serial_sequence(${`public."${name}"`}, ${column}) as sequence`;
    if (!found?.sequence) continue;
    await tx.unsafe(`select setval($1, coalesce(max("${column}"), 0) + 1, false) from public."${name}"`, [
      found.sequence
    ]);
  }
}

/** The file itself is at fault. */
class Damaged extends Error {}

function parsed<Line extends object>(line: Buffer | null): Line {
  if (!line) throw new Damaged('It ends too early.');
  try {
    return JSON.parse(line.toString()) as Line;
  } catch {
    throw new Damaged('It has a line that cannot be read.');
  }
}

function refusal(cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const isPacking = /^Z_|^ERR_.*PREMATURE/.test(code);
  // Of PostgreSQL: a value that its column does not take, or a row that another one contradicts.
  const isData = /^(22|23)\w{3}$/.test(code);
  if (!(cause instanceof Damaged) && !isPacking && !isData) return cause;
  return new CannotStart(
    `This file is not a whole backup, and nothing was restored. ${(cause as Error).message}`,
    { cause }
  );
}

/** The lines of a stream, each with its line feed. */
class Lines {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** @returns null at the end */
  async next(): Promise<Buffer | null> {
    const pieces: Buffer[] = [];
    for (;;) {
      const end = this.rest.indexOf(10);
      if (end >= 0) {
        pieces.push(this.rest.subarray(0, end + 1));
        this.rest = this.rest.subarray(end + 1);
        return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
      }
      if (this.rest.byteLength > 0) pieces.push(this.rest);
      const { value, done } = await this.chunks.next();
      if (done) {
        if (pieces.length > 0) throw new Damaged('It ends within a line.');
        return null;
      }
      this.rest = value;
    }
  }
}
