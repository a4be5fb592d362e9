import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import { membership } from '#groups/schema.ts';
import type { Reading } from '#papers/names.ts';
import { paperReader } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';

/** Who of one's groups has a paper to read, skimmed it or read it, oneself among them. */
export async function readersOf(
  { id }: Account,
  paperId: string
): Promise<{ name: string; reading: Reading }[]> {
  const shareGroup = sql`exists (
    select 1 from ${membership} mine join ${membership} theirs on theirs.group_id = mine.group_id
    where mine.account_id = ${id} and mine.ended_at is null
      and theirs.account_id = ${paperReader.accountId} and theirs.ended_at is null)`;
  return database()
    .select({ name: account.name, reading: sql<Reading>`${paperReader.reading}` })
    .from(paperReader)
    .innerJoin(account, eq(account.id, paperReader.accountId))
    .where(
      and(
        eq(paperReader.paperId, paperId),
        isNotNull(paperReader.reading),
        sql`(${paperReader.accountId} = ${id} or ${shareGroup})`
      )
    )
    .orderBy(asc(account.name))
    .limit(100);
}
