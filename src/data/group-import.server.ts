import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import type { Brought } from '#data/data.ts';
import { Archive, refused } from '#data/archive.server.ts';
import { carriedTables, type Carried } from '#data/carried.server.ts';
import { format, manifestFile, papersFile, peopleFile, version } from '#data/format.ts';
import { bringPapers, bringPeople, type Renamed } from '#data/newcomers.server.ts';
import type { Row } from '#data/streaming.server.ts';
import { check } from '#notes/log.server.ts';
import { driver, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { log } from '#platform/log.server.ts';
import { Conflict, Failure } from '../failures.ts';

/** Rows and characters that one statement inserts. */
const most = { rows: 500, characters: 4 * 1024 * 1024 };

const Manifest = v.object({
  format: v.literal(format),
  version: v.number(),
  tables: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0)))
});

/**
 * Brings a group in from another installation: all of it in one transaction, or nothing.
 * @param actor the operator; null for the command line
 * @param source the archive's bytes, or the path of its file
 * @throws Invalid when it is not such an archive, or contradicts itself; Conflict when the group is here already
 */
export async function importGroup(actor: accounts.Actor, source: Buffer | string): Promise<Brought> {
  const archive = await Archive.open(source);
  try {
    return await transaction(async (tx) => {
      const { groupId, ...brought } = await bring(tx, archive);
      await accounts.record(tx, actor, 'group.import', { about: brought.name, to: groupId });
      return brought;
    });
  } catch (cause) {
    throw sentenceFor(cause);
  } finally {
    archive.close();
  }
}

async function bring(tx: Transaction, archive: Archive): Promise<Brought & { groupId: string }> {
  const { tables } = await manifestOf(archive);
  const carried = await carriedTables(driver());
  const unknown = [...archive.tables()].find((name) => !carried.some((table) => table.name === name));
  if (unknown) throw refused(`This Colloquy knows nothing of ${unknown}; a newer one may.`);
  const people = await bringPeople(tx, rowsIn(await archive.read(peopleFile)));
  const papers = await bringPapers(tx, rowsIn(await archive.read(papersFile)));
  const ids: Ids = {
    renamed: new Map([...people.renamed, ...papers]),
    account: people.renamed,
    paper: papers
  };
  const seen = new Seen(carried);
  let group = { groupId: '', slug: '', name: '' };
  const noteIds: string[] = [];
  for (const table of carried) {
    let count = 0;
    const later: Later[] = [];
    for (const file of archive.filesOf(table.name)) {
      const rows = rowsIn(await archive.read(file)).map((row) => settled(table, row, ids, seen));
      for (const row of rows) later.push(...seen.setAside(table, row));
      if (table.name === 'reading_group') group = await addressed(tx, rows);
      if (table.name === 'note_head') noteIds.push(...rows.map((row) => String(row.note_id)));
      await insert(tx, table.name, rows);
      count += rows.length;
    }
    await referWithin(tx, table.name, later, seen);
    if (count !== (tables[table.name] ?? 0)) throw refused(`Of ${table.name} not every row is there.`);
  }
  if (!group.slug) throw refused('It has no group.');
  const { faults } = await check(tx, noteIds);
  if (faults.length > 0) throw refused(`A note in it is damaged. ${faults[0]!.what}`);
  log().info({ group: group.slug }, 'a group was brought in');
  return { ...group, known: people.known, waiting: people.waiting, notes: noteIds.length };
}

async function manifestOf(archive: Archive): Promise<v.InferOutput<typeof Manifest>> {
  const [manifest] = rowsIn(await archive.read(manifestFile).then((text) => text.replace(/\s*\n\s*/g, ' ')));
  const read = v.safeParse(Manifest, manifest);
  if (!read.success) throw refused(`${manifestFile} does not say what it is.`);
  if (read.output.version !== version)
    throw refused(`It is of format ${read.output.version}, and this Colloquy reads format ${version}.`);
  return read.output;
}

function rowsIn(text: string): Row[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    try {
      return v.parse(v.record(v.string(), v.unknown()), JSON.parse(line));
    } catch {
      throw refused('It has a line that is no row.');
    }
  });
}

/** The names that people and papers of the archive have here. */
interface Ids {
  renamed: Renamed;
  account: Renamed;
  paper: Renamed;
}

/** A row as it can be inserted: its people and papers are those of here, and what else it refers to came with it. */
function settled(table: Carried, row: Row, { renamed, account, paper }: Ids, seen: Seen): Row {
  const settledRow: Row = {};
  for (const [column, value] of Object.entries(row)) {
    if (!table.columns.includes(column)) throw refused(`This Colloquy knows no ${column} of ${table.name}.`);
    settledRow[column] = typeof value === 'object' ? replaced(value, renamed) : value;
  }
  for (const { column, to, toColumn } of table.references) {
    const value = settledRow[column];
    if (value === null || value === undefined || to === table.name) continue;
    const here =
      to === 'account' || to === 'paper'
        ? (to === 'account' ? account : paper).get(String(value))
        : seen.has(to, toColumn, value)
          ? value
          : undefined;
    if (here === undefined)
      throw refused(`A row of ${table.name} refers to something that did not come with it.`);
    settledRow[column] = here;
  }
  if (table.name === 'note_citation')
    settledRow.cited_id = renamed.get(String(settledRow.cited_id)) ?? settledRow.cited_id;
  seen.add(table.name, settledRow);
  return settledRow;
}

/** Ids within JSON, such as among whom a lead was drawn. */
function replaced(value: unknown, renamed: Renamed): unknown {
  if (typeof value === 'string') return renamed.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, renamed));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, renamed)]));
}

/** The values of columns that others refer to, of the rows that came in so far. */
class Seen {
  private readonly values = new Map<string, Map<string, Set<unknown>>>();

  constructor(carried: readonly Carried[]) {
    for (const { references } of carried)
      for (const { to, toColumn } of references) {
        const columns = this.values.get(to) ?? new Map<string, Set<unknown>>();
        this.values.set(to, columns.set(toColumn, columns.get(toColumn) ?? new Set()));
      }
  }

  add(table: string, row: Row): void {
    for (const [column, values] of this.values.get(table) ?? []) values.add(row[column]);
  }

  /** Takes out of a row what refers to rows of its own table, which may come after it. */
  setAside({ name, references }: Carried, row: Row): Later[] {
    return references.flatMap(({ column, to, toColumn }) => {
      const value = row[column];
      if (to !== name || value === null || value === undefined) return [];
      row[column] = null;
      return [{ column, toColumn, value, of: row[toColumn] }];
    });
  }

  has(table: string, column: string, value: unknown): boolean {
    return this.values.get(table)?.get(column)?.has(value) ?? false;
  }
}

/** That the row `of` refers to another one of its table. */
interface Later {
  column: string;
  toColumn: string;
  value: unknown;
  of: unknown;
}

async function referWithin(
  tx: Transaction,
  table: string,
  later: readonly Later[],
  seen: Seen
): Promise<void> {
  for (const { column, toColumn, value, of } of later) {
    if (!seen.has(table, toColumn, value))
      throw refused(`A row of ${table} refers to something that did not come with it.`);
    await tx.execute(sql`
      update ${sql.identifier(table)} set ${sql.identifier(column)} = ${value}
      where ${sql.identifier(toColumn)} = ${of}`);
  }
}

/** The group's address, another one where it is taken here. */
async function addressed(
  tx: Transaction,
  rows: Row[]
): Promise<{ groupId: string; slug: string; name: string }> {
  const [row, other] = rows;
  if (!row || other || !/^[a-z0-9-]{1,60}$/.test(String(row.slug))) throw refused('It has not one group.');
  const taken = await tx.execute(sql`select 1 from reading_group where slug = ${row.slug}`);
  if (taken.length > 0) row.slug = `${String(row.slug)}-${newId().slice(0, 5).toLowerCase()}`;
  return { groupId: String(row.id), slug: String(row.slug), name: String(row.name) };
}

/** Every row names the same columns, so that what is left out gets its default. */
async function insert(tx: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  let batch: string[] = [];
  let length = 0;
  const columns = Object.keys(rows[0] ?? {});
  const flush = async () => {
    if (batch.length === 0) return;
    const listed = sql.join(
      columns.map((column) => sql.identifier(column)),
      sql`, `
    );
    await tx.execute(sql`
      insert into ${sql.identifier(table)} (${listed})
      select ${listed} from jsonb_populate_recordset(null::${sql.identifier(table)}, ${`[${batch.join(',')}]`}::text::jsonb)`);
    batch = [];
    length = 0;
  };
  for (const row of rows) {
    if (Object.keys(row).join() !== columns.join()) throw refused(`Rows of ${table} are of several shapes.`);
    const text = JSON.stringify(row);
    batch.push(text);
    length += text.length;
    if (batch.length >= most.rows || length >= most.characters) await flush();
  }
  await flush();
}

/** What PostgreSQL refuses is the archive's fault: a value that a column does not take, a row that contradicts another. */
function sentenceFor(cause: unknown): unknown {
  if (cause instanceof Failure) return cause;
  const within = cause instanceof Error && cause.cause ? cause.cause : cause;
  const code = String((within as { code?: unknown }).code ?? '');
  if (code === '23505')
    return new Conflict('This group, or something in it, is here already. Nothing was changed.');
  return /^2[23]/.test(code) ? refused(`${(within as Error).message}.`) : cause;
}
