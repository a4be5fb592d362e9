import { setImmediate as turn } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { ballot } from '#ballots/schema.ts';
import { group } from '#groups/schema.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { database } from '#platform/database.server.ts';
import { requestJob } from '#platform/jobs.server.ts';
import { interest, nomination, paperInterest, queue } from '#queue/schema.ts';
import { passedBy, touchedBy } from '#suggestions/record.server.ts';
import { taste } from '#suggestions/schema.ts';
import { fewestExamples } from '#suggestions/suggestions.ts';
import { learning, type Taste } from '#suggestions/taste.ts';

/** The job that learns what a group likes; without a group, what every group with news likes. */
export const learningJob = 'suggestions.learn';

/** Learns what one group likes from its record; a record that became too short takes the taste away. */
export async function learnOf(groupId: string): Promise<void> {
  const trainedAt = new Date();
  const touched = await touchedBy(groupId);
  const liked = touched.filter(({ kind }) => kind !== 'withdrawn');
  const passed = liked.length < fewestExamples ? [] : await passedBy(touched);
  const model = await learnInTurns(learning(touched, passed));
  if (!model) {
    await database().delete(taste).where(eq(taste.groupId, groupId));
    return;
  }
  const values = { trainedAt, examples: touched.length + passed.length, model };
  await database()
    .insert(taste)
    .values({ groupId, ...values })
    .onConflictDoUpdate({ target: taste.groupId, set: values });
}

/** Pages are answered and notes taken in while it learns: both may live in this process. */
async function learnInTurns(steps: Generator<void, Taste | null>): Promise<Taste | null> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turn();
  }
}

/** Asks for the learning of every group whose record grew since it was last learnt from. */
export async function learnNews(): Promise<void> {
  const since = sql`coalesce(${taste.trainedAt}, '-infinity')`;
  const ofGroup = sql`${queue} join ${nomination} on ${nomination.queueId} = ${queue.id}`;
  const withNews = await database()
    .select({ id: group.id })
    .from(group)
    .leftJoin(taste, eq(taste.groupId, group.id))
    .where(
      sql`exists (select 1 from ${ofGroup} where ${queue.groupId} = ${group.id}
          and greatest(${nomination.createdAt}, ${nomination.withdrawnAt}) > ${since})
        or exists (select 1 from ${ofGroup} join ${interest} on ${interest.nominationId} = ${nomination.id}
          where ${queue.groupId} = ${group.id} and ${interest.createdAt} > ${since})
        or exists (select 1 from ${paperInterest}
          where ${paperInterest.groupId} = ${group.id} and ${paperInterest.createdAt} > ${since})
        or exists (select 1 from ${ballot} where ${ballot.groupId} = ${group.id} and ${ballot.closedAt} > ${since})
        or exists (select 1 from ${meeting} join ${agendaItem} on ${agendaItem.meetingId} = ${meeting.id}
          where ${meeting.groupId} = ${group.id} and ${meeting.startsAt} <= now()
          and greatest(${meeting.startsAt}, ${agendaItem.createdAt}) > ${since})`
    );
  for (const { id } of withNews) await requestJob(learningJob, { groupId: id }, { key: id });
}
