import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { driver } from '#platform/database.server.ts';

// Any number will do, as long as every instance names the same one.
const migrationLock = 4_021_983_117;

/**
 * Brings the tables up to date. Instances that start together wait for each other under an advisory lock, since
 * drizzle's migrator takes none of its own.
 */
export async function migrate(): Promise<void> {
  const held = await driver().reserve();
  try {
    await held`select pg_advisory_lock(${migrationLock})`;
    await applyMigrations(drizzle(driver()), { migrationsFolder: path.resolve('drizzle') });
  } finally {
    await held`select pg_advisory_unlock(${migrationLock})`.catch(() => undefined);
    held.release();
  }
}
