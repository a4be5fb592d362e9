import type { Sql, TransactionSql } from 'postgres';
import { loadOrder, referencesIn, type Reference } from '#platform/catalogue.server.ts';

/** A table of which a group has rows that go along with it. */
export interface Carried {
  name: string;
  /** Columns that go along. */
  columns: string[];
  /** Its primary key, for an order. */
  key: string;
  /** What its columns refer to. */
  references: Reference[];
  /** A condition on its rows, with the group's id as $1. */
  condition: string;
}

/** What does not go along: votes, of which only the counts of a closed ballot do, and what is learnt anew. */
const leftBehind = ['vote', 'taste', 'join_request', 'handover'];

/** Secret addresses, codes and what they are for; whoever needs one makes another there. */
const leftOut = (column: string) =>
  /(^|_)(hash|secret|token|shared_at)$/.test(column) ||
  /_key$/.test(column) ||
  // Whom it lets in and what it shows to everybody is decided anew.
  /(^listed|_public)_since$/.test(column) ||
  ['join_domains', 'deletion_due_at'].includes(column) ||
  column === 'words';

/**
 * The tables that a group's rows are in, each after those it refers to, found by the database's own references: a row is
 * a group's when it would be deleted with it. Of tables that cannot go without a secret, none goes.
 */
export async function carriedTables(sql: Sql | TransactionSql): Promise<Carried[]> {
  const [tables, references] = [await loadOrder(sql), await referencesIn(sql)];
  const [required, keys] = [await requiredColumns(sql), await keysOf(sql)];
  const found = new Map<string, Carried>();
  for (const { name, columns } of tables) {
    const own = references.filter(({ table }) => table === name);
    const condition =
      name === 'reading_group' ? 't.id = $1' : conditionFrom(own, (to) => found.get(to)?.condition ?? null);
    const cannot =
      columns.some((column) => leftOut(column) && required.has(`${name}.${column}`)) ||
      own.some(({ to, required }) => required && !found.has(to) && !outside.includes(to));
    if (!condition || cannot || leftBehind.includes(name)) continue;
    found.set(name, {
      name,
      condition,
      key: keys.get(name)!,
      columns: columns.filter(
        (column) =>
          !leftOut(column) &&
          // A reference to something that stays behind.
          !own.some(
            ({ column: its, to }) => its === column && to !== name && !found.has(to) && !outside.includes(to)
          )
      ),
      references: own
    });
  }
  return [...found.values()];
}

/** What a group's rows refer to and other groups share: people and papers. */
const outside = ['account', 'paper'];

/** By the reference that a row is deleted with; the group's own comes first, where there are several. */
function conditionFrom(
  own: readonly Reference[],
  conditionOf: (table: string) => string | null
): string | null {
  const ways = own
    .filter(({ required, onDelete }) => required && onDelete === 'cascade')
    .sort((a, b) => Number(b.to === 'reading_group') - Number(a.to === 'reading_group'));
  for (const { column, to, toColumn } of ways) {
    const condition = conditionOf(to);
    if (condition) return `t."${column}" in (select t."${toColumn}" from "${to}" t where ${condition})`;
  }
  return null;
}

async function requiredColumns(sql: Sql | TransactionSql): Promise<Set<string>> {
  const rows = await sql<{ name: string }[]>`
    select c.relname || '.' || a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
      and a.attnotnull and not a.atthasdef and a.attgenerated = ''`;
  return new Set(rows.map(({ name }) => name));
}

async function keysOf(sql: Sql | TransactionSql): Promise<Map<string, string>> {
  const rows = await sql<{ name: string; key: string }[]>`
    select c.relname as name, string_agg('t.' || quote_ident(a.attname), ', ' order by k.place) as key
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    cross join unnest(i.indkey) with ordinality as k(attnum, place)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where i.indisprimary and c.relnamespace = 'public'::regnamespace
    group by c.relname`;
  return new Map(rows.map(({ name, key }) => [name, key]));
}
