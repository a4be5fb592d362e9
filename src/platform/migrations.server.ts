import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { ReservedSql, TransactionSql } from 'postgres';
import { migrationsOf, type Migration } from '#platform/catalogue.server.ts';
import { driver } from '#platform/database.server.ts';
import { CannotStart } from '#platform/start.ts';

// Any number will do, as long as every instance names the same one.
const migrationLock = 4_021_983_117;

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
    await applyMigrations(drizzle(driver()), { migrationsFolder: folder() }).catch(tellWhy);
  } finally {
    await held`select pg_advisory_unlock(${migrationLock})`.catch(() => undefined);
    held.release();
  }
}

/** Not allowed to (42501), or an extension is not installed beside PostgreSQL (0A000, or 58P01 before 16). */
function tellWhy(failure: unknown): never {
  const cause = failure instanceof Error && failure.cause instanceof Error ? failure.cause : failure;
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  if (!['42501', '0A000', '58P01'].includes(code)) throw failure;
  throw new CannotStart(
    `The tables cannot be made: PostgreSQL says “${message}”. The user of DATABASE_URL must own the database ` +
      '(alter database … owner to …), and PostgreSQL’s own extensions must be installed.',
    { cause: failure }
  );
}

async function refuseNewer(sql: ReservedSql): Promise<void> {
  const newest = (await migrationsOf(sql)).at(-1)?.madeAt ?? 0;
  const known = readMigrationFiles({ migrationsFolder: folder() }).at(-1)?.folderMillis ?? 0;
  if (newest <= known) return;
  throw new CannotStart(
    'A newer Colloquy has used this database, and this one does not know its tables. Nothing was changed. ' +
      'Start that newer version again, or restore a backup from before.'
  );
}

/**
 * Makes the tables as they were after certain migrations, inside the transaction that fills them, and notes those
 * migrations where drizzle looks for them.
 * @throws CannotStart when some of them are not known here
 */
export async function migrateTo(tx: TransactionSql, had: readonly Migration[]): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder: folder() });
  if (had.some(({ hash }, at) => known[at]?.hash !== hash))
    throw new CannotStart(
      had.length > known.length
        ? 'This backup was made by a newer Colloquy. Restore it with that one.'
        : 'This backup was made by a Colloquy whose tables were made in another way. Restore it with that one.'
    );
  await tx.unsafe(`
    create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations
      (id serial primary key, hash text not null, created_at bigint)`);
  for (const { sql, hash, folderMillis } of known.slice(0, had.length)) {
    for (const statement of sql) await tx.unsafe(statement);
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  }
}

function folder(): string {
  return path.resolve('drizzle');
}
