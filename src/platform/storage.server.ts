import { driver } from '#platform/database.server.ts';

/** How much room the database takes, and what takes it. */
export interface Storage {
  /** Bytes of the whole database. */
  total: number;
  /** The largest first; `rows` as PostgreSQL estimates them. */
  tables: { name: string; rows: number; bytes: number; indexBytes: number }[];
}

/** Sizes from PostgreSQL's catalogue: no table is read. */
export async function storage(): Promise<Storage> {
  const [whole] = await driver()<{ total: string }[]>`select pg_database_size(current_database()) as total`;
  const tables = await driver()<{ name: string; rows: string; bytes: string; indexBytes: string }[]>`
    select n.nspname || '.' || c.relname as name, greatest(c.reltuples, 0)::bigint as rows,
      pg_total_relation_size(c.oid) as bytes, pg_indexes_size(c.oid) as "indexBytes"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'pgboss')
    order by bytes desc, name`;
  return {
    total: Number(whole!.total),
    tables: tables.map(({ name, rows, bytes, indexBytes }) => ({
      name: name.replace(/^public\./, ''),
      rows: Number(rows),
      bytes: Number(bytes),
      indexBytes: Number(indexBytes)
    }))
  };
}
