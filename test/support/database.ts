import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeBus, openBus } from '#platform/bus.server.ts';
import { connect, disconnect } from '#platform/database.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';

/** Gives this test file a database of its own, with all tables and nothing in them, an open bus and job tables. */
export function useDatabase(): void {
  const name = `test_${randomBytes(6).toString('hex')}`;

  beforeAll(async () => {
    await asAdministrator((sql) => sql.unsafe(`create database ${name} template postgres`));
    connect({ ...inject('postgres'), database: name });
    await openBus();
    await openJobs([]);
  });

  afterAll(async () => {
    await closeJobs();
    await closeBus();
    await disconnect();
    await asAdministrator((sql) => sql.unsafe(`drop database ${name} with (force)`));
  });
}

async function asAdministrator(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const address = inject('postgres');
  // `postgres` is the template being copied, so nobody may be connected to it.
  const sql = postgres({ ...address, username: address.user, database: 'template1', max: 1 });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
