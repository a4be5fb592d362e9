import { and, eq, isNull, sql } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import { paper } from '#papers/schema.ts';
import { database, type Database } from '#platform/database.server.ts';
import { interest, nomination, queue } from '#queue/schema.ts';

/** Of a nomination that neither left nor was chosen. */
export const waits = and(isNull(nomination.withdrawnAt), isNull(nomination.chosenAt));

const built = new WeakMap<Database, ReturnType<typeof build>>();

/** The statement behind the most visited page, built once a connection pool: building it costs more than asking it. */
export function allWaiting(): ReturnType<typeof build> {
  const db = database();
  const known = built.get(db) ?? build(db);
  built.set(db, known);
  return known;
}

function build(db: Database) {
  const reader = sql.placeholder('accountId');
  const shown = sql`from ${interest} where ${interest.nominationId} = ${nomination.id}`;
  return db
    .select({
      id: nomination.id,
      paperId: paper.id,
      title: paper.title,
      authors: paper.authors,
      authorCount: paper.authorCount,
      hasAbstract: sql<boolean>`${paper.abstract} <> ''`,
      newVersion: sql<
        number | null
      >`case when ${paper.arxivVersion} > ${nomination.arxivVersion} then ${paper.arxivVersion} end`,
      publishedOn: paper.publishedOn,
      pitch: nomination.pitch,
      proposer: account.name,
      own: sql<boolean>`${nomination.proposedBy} = ${reader}`,
      proposedAt: nomination.createdAt,
      interest: sql<number>`(select count(*)::int ${shown})`,
      interested: sql<boolean>`exists (select 1 ${shown} and ${interest.accountId} = ${reader})`
    })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .innerJoin(account, eq(account.id, nomination.proposedBy))
    .where(and(eq(queue.groupId, sql.placeholder('groupId')), waits))
    .prepare('waiting');
}
