import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/database.server.ts';

const lock = 4_021_983_121;

/**
 * Lets nobody else add papers until the transaction ends: a title has no key that the database could hold to, and
 * what is found to be new here must not be made there meanwhile.
 */
export async function lockPapers(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${lock})`);
}
