import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { ballot, option } from '#ballots/schema.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import * as feed from '#papers/feed.server.ts';
import { paper } from '#papers/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database } from '#platform/database.server.ts';
import { nomination, queue } from '#queue/schema.ts';

/** Milliseconds: arXiv announces once a day, so that nothing is new sooner. */
const pause = 20 * 60 * 60_000;

/**
 * Asks arXiv for newer versions of the papers that groups have before them: in a queue, on a ballot that has not closed,
 * on the agenda of a meeting to come. Each is asked for once a day, many in one question. Open queues are told of news.
 */
export async function lookForVersions(now: Date): Promise<void> {
  await rememberFirstVersions();
  const found = await ahead(now);
  const before = new Map(found.map(({ id, arxivVersion }) => [id, arxivVersion]));
  await feed.lookAgain(found.map(({ arxivId }) => arxivId ?? ''));
  const after = await database()
    .select({ id: paper.id, arxivVersion: paper.arxivVersion })
    .from(paper)
    .where(inArray(paper.id, [...before.keys()]));
  const newer = after.filter(({ id, arxivVersion }) => (arxivVersion ?? 0) > (before.get(id) ?? 0));
  const groups = await queuedIn(newer.map(({ id }) => id));
  for (const groupId of groups) await publish({ topic: `group:${groupId}`, kind: 'queue' });
}

/** Whoever proposes a paper by its id alone means the version that arXiv tells of when it is first asked. */
async function rememberFirstVersions(): Promise<void> {
  await database()
    .update(nomination)
    .set({ arxivVersion: sql`${paper.arxivVersion}` })
    .from(paper)
    .where(and(eq(paper.id, nomination.paperId), isWaiting, isNull(nomination.arxivVersion)));
}

const isWaiting = and(isNull(nomination.withdrawnAt), isNull(nomination.chosenAt));

async function ahead(now: Date) {
  const waiting = database().select({ id: nomination.paperId }).from(nomination).where(isWaiting);
  const voted = database()
    .select({ id: nomination.paperId })
    .from(option)
    .innerJoin(ballot, and(eq(ballot.id, option.ballotId), isNull(ballot.closedAt)))
    .innerJoin(nomination, eq(nomination.id, option.nominationId));
  const planned = database()
    .select({ id: agendaItem.paperId })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(gt(meeting.startsAt, now), isNull(meeting.cancelledAt)));
  return database()
    .select({ id: paper.id, arxivId: paper.arxivId, arxivVersion: paper.arxivVersion })
    .from(paper)
    .where(
      and(
        inArray(paper.id, waiting.union(voted).union(planned)),
        sql`${paper.arxivId} is not null and ${paper.completedAt} < ${new Date(now.getTime() - pause).toISOString()}`
      )
    )
    .orderBy(paper.completedAt);
}

async function queuedIn(paperIds: string[]): Promise<Set<string>> {
  if (paperIds.length === 0) return new Set();
  const found = await database()
    .select({ groupId: queue.groupId })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .where(and(inArray(nomination.paperId, paperIds), isWaiting));
  return new Set(found.map(({ groupId }) => groupId));
}
