import { eq } from 'drizzle-orm';
import { paper } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';
import { nomination } from '#queue/schema.ts';

/** Titles of the papers that were nominated, by nomination. */
export async function titlesOf(
  nominationIds: readonly string[],
  within: Database | Transaction = database()
): Promise<Map<string, string>> {
  if (nominationIds.length === 0) return new Map();
  const rows = await within
    .select({ id: nomination.id, title: paper.title })
    .from(nomination)
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .where(oneOf(nomination.id, nominationIds));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
