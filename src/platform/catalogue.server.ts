import type { Sql, TransactionSql } from 'postgres';

/* What PostgreSQL says of its own tables. */

/** A table and the columns that are written, generated ones left out. */
export interface Table {
  name: string;
  columns: string[];
}

/** A migration that was applied: the sum of its text, and when it was made (drizzle's journal), in milliseconds. */
export interface Migration {
  hash: string;
  madeAt: number;
}

/** The application's tables, by name. */
export function tablesOf(sql: Sql | TransactionSql): Promise<Table[]> {
  return sql<Table[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.relname
    order by c.relname`;
}

/** The same in an order in which each comes after those it refers to. @throws Error when some refer to each other */
export async function loadOrder(sql: Sql | TransactionSql): Promise<Table[]> {
  const references = await sql<{ from: string; to: string }[]>`
    select referring.relname as "from", referred.relname as "to"
    from pg_constraint k
    join pg_class referring on referring.oid = k.conrelid
    join pg_class referred on referred.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`;
  const waiting = new Map((await tablesOf(sql)).map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ name }) => !references.some(({ from, to }) => from === name && waiting.has(to))
    );
    if (free.length === 0) throw new Error(`Tables refer to each other: ${[...waiting.keys()].join(', ')}`);
    for (const table of free) waiting.delete(table.name);
    ordered.push(...free);
  }
  return ordered;
}

/** The migrations that were applied, oldest first. */
export async function migrationsOf(sql: Sql | TransactionSql): Promise<Migration[]> {
  const [there] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`;
  if (!there?.yes) return [];
  const rows = await sql<{ hash: string; madeAt: string }[]>`
    select hash, created_at as "madeAt" from drizzle.__drizzle_migrations order by created_at`;
  return rows.map(({ hash, madeAt }) => ({ hash, madeAt: Number(madeAt) }));
}

/** That a column refers to a row of a table, and what becomes of its own row when that one is deleted. */
export interface Reference {
  table: string;
  column: string;
  to: string;
  toColumn: string;
  required: boolean;
  onDelete: 'cascade' | 'set null' | 'stay';
}

/** Every reference of one column between the application's tables. */
export async function referencesIn(sql: Sql | TransactionSql): Promise<Reference[]> {
  return sql<Reference[]>`
    select referring.relname as "table", a.attname as "column",
      referred.relname as "to", b.attname as "toColumn", a.attnotnull as required,
      case k.confdeltype when 'c' then 'cascade' when 'n' then 'set null' else 'stay' end as "onDelete"
    from pg_constraint k
    join pg_class referring on referring.oid = k.conrelid
    join pg_class referred on referred.oid = k.confrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
    where k.contype = 'f' and cardinality(k.conkey) = 1 and k.connamespace = 'public'::regnamespace
    order by 1, 2`;
}
