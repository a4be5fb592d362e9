import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import { group, membership } from '#groups/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database } from '#platform/database.server.ts';
import type { Proposal, Standing } from '#queue/queue.ts';
import { nomination, nominationComment } from '#queue/schema.ts';

/**
 * Where papers stand in the queues of somebody's groups: waiting, chosen once, or withdrawn. What was merged stands
 * where the one stands that goes on for both.
 */
export async function standing(
  reader: Account,
  paperIds: readonly string[]
): Promise<Map<string, Standing[]>> {
  if (paperIds.length === 0) return new Map();
  const rows = await database()
    .select({
      paperId: nomination.paperId,
      groupSlug: group.slug,
      groupName: group.name,
      nominationId: nomination.id,
      createdAt: nomination.createdAt,
      chosenAt: nomination.chosenAt,
      withdrawnAt: nomination.withdrawnAt
    })
    .from(nomination)
    .innerJoin(group, eq(group.id, nomination.groupId))
    .innerJoin(membership, eq(membership.groupId, group.id))
    .where(
      and(
        oneOf(nomination.paperId, paperIds),
        eq(membership.accountId, reader.id),
        isNull(membership.endedAt),
        isNull(nomination.joinedId)
      )
    )
    .orderBy(group.name, nomination.createdAt);
  const byPaper = new Map<string, Standing[]>();
  for (const { paperId, createdAt, chosenAt, withdrawnAt, ...where } of rows) {
    const state = withdrawnAt ? 'withdrawn' : chosenAt ? 'chosen' : 'waiting';
    const since = withdrawnAt ?? chosenAt ?? createdAt;
    byPaper.set(paperId, [...(byPaper.get(paperId) ?? []), { ...where, state, since }]);
  }
  return byPaper;
}

/** What the reader's groups said of a paper when somebody proposed it, the newest first. */
export async function proposalsOf(reader: Account, paperId: string): Promise<Proposal[]> {
  const rows = await database()
    .select({
      by: account.name,
      pitch: nomination.pitch,
      arxivVersion: nomination.arxivVersion,
      groupSlug: group.slug,
      groupName: group.name,
      nominationId: nomination.id,
      proposedAt: nomination.createdAt,
      chosenAt: nomination.chosenAt,
      withdrawnAt: nomination.withdrawnAt,
      joinedId: nomination.joinedId,
      comments: sql<number>`(
        select count(*)::int from ${nominationComment}
        where ${nominationComment.nominationId} = ${nomination.id} and ${nominationComment.removedAt} is null)`
    })
    .from(nomination)
    .innerJoin(group, eq(group.id, nomination.groupId))
    .innerJoin(membership, eq(membership.groupId, group.id))
    .innerJoin(account, eq(account.id, nomination.proposedBy))
    .where(
      and(eq(nomination.paperId, paperId), eq(membership.accountId, reader.id), isNull(membership.endedAt))
    )
    .orderBy(desc(nomination.createdAt))
    .limit(50);
  return rows.map(({ chosenAt, withdrawnAt, joinedId, ...row }) => ({
    ...row,
    state: joinedId ? 'joined' : withdrawnAt ? 'withdrawn' : chosenAt ? 'chosen' : 'waiting',
    since: withdrawnAt ?? chosenAt ?? row.proposedAt
  }));
}
