import path from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { ReservedSql } from 'postgres';
import { driver } from '#platform/database.server.ts';
import { CannotStart } from '#platform/start.ts';

// Any number will do, as long as every instance names the same one.
const migrationLock = 4_021_983_117;

const folder = path.resolve('drizzle');

/**
 * Brings the tables up to date. Instances that start together wait for each other under an advisory lock, since
 * drizzle's migrator takes none of its own; those that run go on meanwhile.
 * @throws CannotStart when a newer Colloquy has changed the tables: what this one would write might not fit them
 */
export async function migrate(): Promise<void> {
  const held = await driver().reserve();
  try {
    await held`select pg_advisory_lock(${migrationLock})`;
    await refuseNewer(held);
    await applyMigrations(drizzle(driver()), { migrationsFolder: folder });
  } finally {
    await held`select pg_advisory_unlock(${migrationLock})`.catch(() => undefined);
    held.release();
  }
}

async function refuseNewer(sql: ReservedSql): Promise<void> {
  const [made] = await sql`select to_regclass('drizzle.__drizzle_migrations') as journal`;
  if (!made?.journal) return;
  const [row] = await sql<{ newest: string | null }[]>`
    select max(created_at) as newest from drizzle.__drizzle_migrations`;
  const known = readMigrationFiles({ migrationsFolder: folder }).at(-1)?.folderMillis ?? 0;
  if (Number(row?.newest ?? 0) <= known) return;
  throw new CannotStart(
    'A newer Colloquy has used this database, and this one does not know its tables. Nothing was changed. ' +
      'Start that newer version again, or restore a backup from before.'
  );
}
