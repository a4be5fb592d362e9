import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { carriedTables } from '#data/carried.server.ts';
import { format, peopleFile, papersFile, manifestFile, rowsFile, version } from '#data/format.ts';
import { asOfOneMoment, exportsBegun, rowsOf, type Row } from '#data/streaming.server.ts';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { group } from '#groups/schema.ts';
import { spend } from '#platform/limits.server.ts';
import { transaction } from '#platform/database.server.ts';
import { textOf } from '#notes/log.server.ts';
import { fileName } from '#notes/notes.ts';
import type { ZipEntry } from '#platform/zip.ts';
import { NotFound } from '../failures.ts';

/** Characters of one file of rows, about. */
const fileLength = 2 * 1024 * 1024;

/** A group with all that is in it, as the files of an archive (`docs/exports.md`), written while they are read. */
export async function exportGroup(member: Member): Promise<AsyncGenerator<ZipEntry>> {
  allow(member, 'group.export');
  await spend(exportsBegun, member.accountId);
  await transaction((tx) => accounts.record(tx, member, 'group.export'));
  return files(member.groupId);
}

/** The same by the operator's command line. @throws NotFound */
export async function exportBySlug(slug: string): Promise<AsyncGenerator<ZipEntry>> {
  const found = await transaction(async (tx) => {
    const [named] = await tx
      .select({ id: group.id, name: group.name })
      .from(group)
      .where(eq(group.slug, slug));
    if (!named) throw new NotFound(`The group ${slug}`);
    await accounts.record(tx, null, 'group.export', { about: named.name, to: named.id });
    return named;
  });
  return files(found.id);
}

function files(groupId: string): AsyncGenerator<ZipEntry> {
  return asOfOneMoment((sql) => entries(sql, groupId));
}

async function* entries(sql: Sql, groupId: string): AsyncGenerator<ZipEntry> {
  const modifiedAt = new Date();
  const file = (name: string, content: string): ZipEntry => ({ name, content, modifiedAt });
  const people = new Set<string>();
  const papers = new Set<string>();
  const tables: Record<string, number> = {};
  for (const { name, columns, key, references, condition } of await carriedTables(sql)) {
    tables[name] = 0;
    const query = `select to_jsonb(t) as row from "${name}" t where ${condition} order by ${key}`;
    const lines = new Lines((number) => rowsFile(name, number));
    for await (const whole of rowsOf(sql, query, [groupId])) {
      const row = Object.fromEntries(columns.map((column) => [column, whole[column]]));
      for (const { column, to } of references) {
        const id = row[column];
        if (typeof id !== 'string') continue;
        if (to === 'account') people.add(id);
        if (to === 'paper') papers.add(id);
      }
      if (name === 'note_citation') papers.add(String(row.cited_id));
      tables[name]++;
      const full = lines.add(row);
      if (full) yield file(...full);
    }
    const rest = lines.rest();
    if (rest) yield file(...rest);
  }
  yield* lined(peopleFile, rowsOf(sql, peopleQuery, [groupId, [...people] as never]), file);
  yield* lined(papersFile, rowsOf(sql, papersQuery, [[...papers] as never]), file);
  yield* markdown(sql, groupId, file);
  const manifest = { format, version, exportedAt: modifiedAt.toISOString(), tables };
  yield file(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Rows as lines of JSON, file by file. */
class Lines {
  private readonly nameOf: (number: number) => string;
  private lines: string[] = [];
  private length = 0;
  private number = 0;

  constructor(nameOf: (number: number) => string) {
    this.nameOf = nameOf;
  }

  /** @returns name and content of a file that is full */
  add(row: Row): [string, string] | null {
    const line = `${JSON.stringify(row)}\n`;
    this.lines.push(line);
    this.length += line.length;
    return this.length >= fileLength ? this.rest() : null;
  }

  rest(): [string, string] | null {
    if (this.lines.length === 0) return null;
    const content = this.lines.join('');
    this.lines = [];
    this.length = 0;
    return [this.nameOf(++this.number), content];
  }
}

async function* lined(
  name: string,
  rows: AsyncIterable<Row>,
  file: (name: string, content: string) => ZipEntry
): AsyncGenerator<ZipEntry> {
  const lines: string[] = [];
  for await (const row of rows) lines.push(`${JSON.stringify(row)}\n`);
  yield file(name, lines.join(''));
}

/** For people: each note as it stands. They are not read when the group is brought in. */
async function* markdown(
  sql: Sql,
  groupId: string,
  file: (name: string, content: string) => ZipEntry
): AsyncGenerator<ZipEntry> {
  const query = `
    select jsonb_build_object('id', id, 'title', title) as row from note
    where group_id = $1 and deleted_at is null order by created_at, id`;
  const taken = new Set<string>();
  for await (const { id, title } of rowsOf(sql, query, [groupId])) {
    const plain = fileName(String(title));
    let name = plain;
    for (let number = 2; taken.has(name); number++) name = plain.replace(/\.md$/, ` (${number}).md`);
    taken.add(name);
    yield file(`notes/${name}`, await textOf(String(id)));
  }
}

/** Of those who are in the group now the address, by which they are known elsewhere; of others the name only. */
const peopleQuery = `
  select jsonb_build_object('id', a.id, 'name', a.name, 'email', case when exists (
    select from membership m where m.group_id = $1 and m.account_id = a.id and m.ended_at is null
  ) then a.email end) as row
  from account a where a.id = any($2) order by a.id`;

const papersQuery = `
  select to_jsonb(p) - 'words' as row from paper p where p.id = any($1) order by p.id`;
