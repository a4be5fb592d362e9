import { and, desc, eq, gte, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { paper } from '#papers/schema.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import type { EventDetail, EventKind, QueueEvent } from '#queue/events.ts';
import { find } from '#queue/finding.server.ts';
import { nomination, nominationEvent } from '#queue/schema.ts';

const recordPage = 30;
const mostDigested = 200;

/** Writes down what somebody did with a nomination. */
export async function record(
  tx: Transaction,
  { groupId, accountId }: Pick<Member, 'groupId' | 'accountId'>,
  nominationId: string,
  kind: EventKind,
  detail: EventDetail = {}
): Promise<void> {
  await tx.insert(nominationEvent).values({ id: newId(), groupId, nominationId, kind, accountId, detail });
}

/** What happened in a group's queues, the newest first, by pages. */
export async function happenings(
  member: Member,
  page = 1
): Promise<{ events: QueueEvent[]; hasMore: boolean }> {
  allow(member, 'group.read');
  const rows = await told(database(), eq(nominationEvent.groupId, member.groupId), recordPage + 1, page - 1);
  return { events: rows.slice(0, recordPage), hasMore: rows.length > recordPage };
}

/** What happened to one nomination and to those merged into it, the newest first. */
export async function historyOf(member: Member, nominationId: string): Promise<QueueEvent[]> {
  allow(member, 'group.read');
  const events = await told(
    database(),
    and(eq(nominationEvent.nominationId, nominationId), eq(nominationEvent.groupId, member.groupId)),
    recordPage
  );
  if (events.length === 0) await find(member, nominationId);
  return events;
}

/** What happened in a group's queues since a moment, for a digest. */
export async function happenedSince(
  within: Database | Transaction,
  groupId: string,
  since: Date
): Promise<QueueEvent[]> {
  return told(
    within,
    and(eq(nominationEvent.groupId, groupId), gte(nominationEvent.createdAt, since)),
    mostDigested
  );
}

const proposer = alias(account, 'proposer');

function told(
  within: Database | Transaction,
  which: SQL | undefined,
  limit: number,
  pagesBefore = 0
): Promise<QueueEvent[]> {
  return within
    .select({
      id: nominationEvent.id,
      kind: nominationEvent.kind,
      by: account.name,
      at: nominationEvent.createdAt,
      detail: nominationEvent.detail,
      nominationId: nomination.id,
      paperId: paper.id,
      title: paper.title,
      proposer: proposer.name,
      isOut: sql<boolean>`${nomination.withdrawnAt} is not null`
    })
    .from(nominationEvent)
    .innerJoin(nomination, eq(nomination.id, nominationEvent.nominationId))
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .innerJoin(proposer, eq(proposer.id, nomination.proposedBy))
    .leftJoin(account, eq(account.id, nominationEvent.accountId))
    .where(which)
    .orderBy(desc(nominationEvent.createdAt), desc(nominationEvent.id))
    .limit(limit)
    .offset(pagesBefore * recordPage);
}
