import { and, asc, desc, eq, gt, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as accounts from '#accounts/accounts.server.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { changed } from '#meetings/changed.ts';
import { toCome } from '#meetings/coming.server.ts';
import { lateSteps, type Cycle, type MeetingStep } from '#meetings/cycle.ts';
import type { CancelledFor } from '#meetings/meetings.ts';
import { currentOf, isCurrentOf, oneAtATime, type Series } from '#meetings/occurring.server.ts';
import { meeting, series, step } from '#meetings/schema.ts';
import { moveClosings, planSteps } from '#meetings/steps.server.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Database, type Transaction } from '#platform/database.server.ts';
import { queue } from '#queue/schema.ts';
import { Conflict, Invalid } from '../failures.ts';

const mostHappened = 40;

/** A meeting to come with what happens by itself before it. */
export interface WeekOfMeeting {
  id: string;
  title: string;
  startsAt: Date;
  cancelledAt: Date | null;
  cancelledFor: CancelledFor | null;
  /** When an open ballot closes that was opened with times of its own, so that its end is no step. */
  ballotClosesAt: Date | null;
  /** Soonest first: what happened, and what is planned. */
  steps: MeetingStep[];
}

/** What happens by itself in a group, and what did. */
export interface Week {
  /** Null until somebody said so. */
  cycle: Cycle | null;
  meetings: WeekOfMeeting[];
  /** What was done, missed or undone, the newest first. */
  happened: MeetingStep[];
}

/**
 * Says what happens by itself before each meeting of the group's rhythm. Steps that are still to come follow at once, and
 * so does the closing of a ballot that was opened by it.
 * @throws Conflict without a rhythm
 * @throws Invalid for a step that would come after the meeting begins, or a queue of somebody else's
 */
export async function setCycle(member: Member, cycle: Cycle): Promise<void> {
  allow(member, 'series.set');
  await transaction(async (tx) => {
    await oneAtATime(tx, member.groupId);
    const current = await currentOf(tx, member.groupId);
    await assertFits(tx, current, cycle);
    const ofSeries = eq(meeting.seriesId, current!.id);
    await moveClosings(tx, and(ofSeries, gt(meeting.startsAt, sql`now()`)), { cycle });
    await tx.update(series).set({ cycle }).where(eq(series.id, current!.id));
    await planSteps(tx, ofSeries);
    await accounts.record(tx, member, 'cycle.change', { about: 'what happens by itself' });
    await publish(changed(member.groupId), tx);
  });
}

/** @throws Conflict without a rhythm @throws Invalid for what a cycle may not say in it */
export async function assertFits(
  tx: Database | Transaction,
  current: Series | undefined,
  cycle: Cycle
): Promise<void> {
  if (!current)
    throw new Conflict('The group has no rhythm yet. Set it first: on which day, and at what time.');
  const startTime = current.startTime.slice(0, 5);
  const late = lateSteps(cycle, startTime);
  if (late.length > 0)
    throw new Invalid(
      Object.fromEntries(late.map((kind) => [`${kind}.time`, `The meeting begins at ${startTime}.`]))
    );
  const { queueId } = cycle;
  if (!queueId) return;
  const [ours] = await tx
    .select({ id: queue.id })
    .from(queue)
    .where(and(eq(queue.id, queueId), eq(queue.groupId, current.groupId)));
  if (!ours) throw new Invalid({ queueId: 'Choose a queue of this group.' });
}

/** What happens by itself in the group, and what did. */
export async function week(member: Member): Promise<Week> {
  allow(member, 'group.read');
  const now = new Date();
  const [[current], meetings, happened] = await Promise.all([
    database().select({ cycle: series.cycle }).from(series).where(isCurrentOf(member.groupId)),
    toCome(database(), and(eq(meeting.groupId, member.groupId), isNotNull(meeting.seriesId)), now),
    stepsWhere(
      and(
        eq(meeting.groupId, member.groupId),
        or(isNotNull(step.doneAt), isNotNull(step.missedAt)),
        gt(meeting.startsAt, new Date(now.getTime() - 60 * 86_400_000))
      ),
      desc(happenedAt),
      mostHappened
    )
  ]);
  const ids = meetings.map(({ id }) => id);
  const steps = ids.length > 0 ? await stepsWhere(inArray(step.meetingId, ids), asc(step.dueAt), 500) : [];
  return {
    cycle: current?.cycle ?? null,
    meetings: meetings.map((one) => {
      const { id, title, startsAt, cancelledAt, cancelledFor } = one;
      const its = steps.filter(({ meetingId }) => meetingId === id);
      const isStep = its.some(({ kind, doneAt, missedAt }) => kind === 'close' && !doneAt && !missedAt);
      const ballotClosesAt = one.votedOn && !isStep ? one.ballotClosesAt : null;
      return { id, title, startsAt, cancelledAt, cancelledFor, ballotClosesAt, steps: its };
    }),
    happened
  };
}

/** What was done, missed or undone in the last days, for the group's pages. */
export async function happenedLately(member: Member): Promise<MeetingStep[]> {
  allow(member, 'group.read');
  const since = new Date(Date.now() - lately);
  const near = gt(meeting.startsAt, since);
  return stepsWhere(
    and(eq(meeting.groupId, member.groupId), near, sql`${happenedAt} > ${since.toISOString()}::timestamptz`),
    desc(happenedAt),
    3
  );
}

const lately = 3 * 86_400_000;
const happenedAt = sql`coalesce(${step.undoneAt}, ${step.doneAt}, ${step.missedAt})`;

const undoer = alias(account, 'undoer');

function stepsWhere(which: SQL | undefined, order: SQL, limit: number): Promise<MeetingStep[]> {
  return database()
    .select({
      id: step.id,
      meetingId: step.meetingId,
      startsAt: meeting.startsAt,
      kind: step.kind,
      dueAt: step.dueAt,
      doneAt: step.doneAt,
      doneBy: account.name,
      missedAt: step.missedAt,
      missed: step.missed,
      undoneAt: step.undoneAt,
      undoneBy: undoer.name,
      ballotId: sql<string | null>`coalesce(${step.ballotId}, ${step.ownBallotId})`
    })
    .from(step)
    .innerJoin(meeting, eq(meeting.id, step.meetingId))
    .leftJoin(account, eq(account.id, step.doneBy))
    .leftJoin(undoer, eq(undoer.id, step.undoneBy))
    .where(which)
    .orderBy(order, asc(step.id))
    .limit(limit);
}
