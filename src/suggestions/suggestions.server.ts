import { and, eq, isNull } from 'drizzle-orm';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { membership } from '#groups/schema.ts';
import { database } from '#platform/database.server.ts';
import type { Job } from '#platform/jobs.server.ts';
import { perProcess } from '#platform/process.ts';
import { learningJob, learnNews, learnOf } from '#suggestions/learning.server.ts';
import { judgeOf, rank, type Judge } from '#suggestions/ranking.ts';
import { knownTo } from '#suggestions/record.server.ts';
import { taste } from '#suggestions/schema.ts';
import type { Readable, Suggestion } from '#suggestions/suggestions.ts';
import { NotFound } from '../failures.ts';

/** Groups whose tastes a process keeps ready; one takes a few megabytes. */
const mostJudges = 30;

const shelf = perProcess('tastes', () => new Map<string, { trainedAt: number; judge: Judge }>());

/**
 * Puts papers, such as a day's, into the order in which the member's group is likely to want them, each with the
 * reason. What the group has proposed or discussed is left out, and what resembles nothing of its past.
 * @returns null when the group's record is too short to learn from, or has not been learnt from yet
 * @throws NotFound for somebody who no longer belongs to the group
 */
export async function order(member: Member, papers: readonly Readable[]): Promise<Suggestion[] | null> {
  allow(member, 'group.read');
  const [judge, known] = await Promise.all([
    judgeFor(member),
    knownTo(
      member.groupId,
      papers.map(({ id }) => id)
    )
  ]);
  if (!judge) return null;
  return rank(
    judge,
    papers.filter(({ id }) => !known.has(id))
  );
}

async function judgeFor({ membershipId, groupId }: Member): Promise<Judge | null> {
  const [found] = await database()
    .select({ trainedAt: taste.trainedAt })
    .from(membership)
    .leftJoin(taste, eq(taste.groupId, membership.groupId))
    .where(and(eq(membership.id, membershipId), eq(membership.groupId, groupId), isNull(membership.endedAt)));
  if (!found) throw new NotFound('This group');
  if (!found.trainedAt) return null;
  const kept = shelf.get(groupId);
  return kept?.trainedAt === found.trainedAt.getTime() ? kept.judge : fetchJudge(groupId);
}

async function fetchJudge(groupId: string): Promise<Judge | null> {
  const [found] = await database()
    .select({ trainedAt: taste.trainedAt, model: taste.model })
    .from(taste)
    .where(eq(taste.groupId, groupId));
  shelf.delete(groupId);
  if (!found) return null;
  const judge = judgeOf(found.model);
  shelf.set(groupId, { trainedAt: found.trainedAt.getTime(), judge });
  const [oldest] = shelf.keys();
  if (shelf.size > mostJudges && oldest !== undefined) shelf.delete(oldest);
  return judge;
}

/** What suggestions do by themselves. */
export const jobs: readonly Job[] = [
  {
    name: learningJob,
    cron: '23 3 * * *',
    atStart: true,
    run: async ({ groupId }) => {
      if (typeof groupId !== 'string') return learnNews();
      await learnOf(groupId);
      // Whoever opens the feed first in this process need not wait until the new taste is ready.
      await fetchJudge(groupId);
    }
  }
];
