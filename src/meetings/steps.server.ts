import { and, asc, eq, gt, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { ballot, option } from '#ballots/schema.ts';
import type { Cycle, StepKind } from '#meetings/cycle.ts';
import { closingOf, planned } from '#meetings/planned.server.ts';
import { meeting, series, step } from '#meetings/schema.ts';
import type { Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import * as queue from '#queue/queue.server.ts';

/*
 * Whoever changes a step has locked what it is about before: ballots, then nominations, then the meeting, then the step.
 */

/** Of a step that is still to happen. */
export const isPlanned = and(isNull(step.doneAt), isNull(step.missedAt));

/** A meeting that moved by less keeps the reminder it had. */
const smallMove = 12 * 3_600_000;

/**
 * Plans the steps of meetings to come, by the cycle of their series, as it is now: those that are still to happen get their
 * moment or go, what happened stays. A meeting that was called off has none, and its queue is unlocked.
 */
export async function planSteps(tx: Transaction, which: SQL | undefined): Promise<void> {
  const now = new Date();
  const meetings = await tx
    .select({
      id: meeting.id,
      groupId: meeting.groupId,
      startsAt: meeting.startsAt,
      cancelledAt: meeting.cancelledAt,
      ballotId: meeting.ballotId,
      remindedFor: meeting.remindedFor,
      cycle: series.cycle,
      timezone: series.timezone
    })
    .from(meeting)
    .innerJoin(series, eq(series.id, meeting.seriesId))
    .where(and(which, gt(meeting.startsAt, now)))
    .orderBy(asc(meeting.id));
  if (meetings.length === 0) return;
  const known = await stepsOf(
    tx,
    meetings.map(({ id }) => id)
  );
  for (const one of meetings) {
    const steps = known.filter(({ meetingId }) => meetingId === one.id);
    const due = one.cycle && !one.cancelledAt ? planned(one.cycle, one.startsAt, one.timezone) : [];
    const wanted = due.filter((step) => isWanted(step, one, steps));
    const open = steps.filter((row) => !row.doneAt && !row.missedAt);
    const gone = open.filter(({ kind }) => !wanted.some((step) => step.kind === kind)).map(({ id }) => id);
    if (gone.length > 0) await tx.delete(step).where(and(inArray(step.id, gone), isPlanned));
    if (wanted.length > 0)
      await tx
        .insert(step)
        .values(wanted.map(({ kind, at }) => ({ id: newId(), meetingId: one.id, kind, dueAt: at })))
        .onConflictDoUpdate({
          target: [step.meetingId, step.kind],
          targetWhere: isPlanned,
          set: { dueAt: sql`excluded.due_at` }
        });
    // A lock is for the ballot that is to open.
    if (!wanted.some(({ kind }) => kind === 'open'))
      for (const { lockId } of steps) if (lockId) await queue.endLock(tx, one.groupId, lockId, now);
  }
}

export type Row = typeof step.$inferSelect;

function stepsOf(tx: Transaction, meetingIds: string[]): Promise<Row[]> {
  return tx.select().from(step).where(inArray(step.meetingId, meetingIds)).orderBy(asc(step.createdAt));
}

/**
 * Each step happens once. What was missed is planned again when the meeting moved far enough for it, and so is a
 * reminder that was written for another time.
 */
export function isWanted(
  { kind, at }: { kind: StepKind; at: Date },
  { ballotId, startsAt, remindedFor }: { ballotId: string | null; startsAt: Date; remindedFor: Date | null },
  steps: Row[]
): boolean {
  const isOfBallot = kind === 'nudge' || kind === 'close';
  const happened = steps.filter(
    (row) =>
      row.kind === kind &&
      (row.doneAt ? !isOfBallot || row.ballotId === ballotId : row.missedAt !== null && row.missedAt >= at)
  );
  if (kind === 'remind')
    return (
      happened.length === 0 ||
      (remindedFor !== null && Math.abs(startsAt.getTime() - remindedFor.getTime()) > smallMove)
    );
  if (happened.length > 0) return false;
  if (kind === 'note') return true;
  // A ballot that somebody opened with times of its own keeps to those.
  const tied = (which: StepKind) => steps.some((row) => row.kind === which && row.ballotId === ballotId);
  if (ballotId) return tied('open') && !tied('close');
  // Without one there is nothing to remind of and to close, unless it is still to open.
  const opened = steps.some((row) => row.kind === 'open' && row.doneAt !== null);
  return kind === 'lock' || kind === 'open' || !opened;
}

/** What a step came to, for its row. */
export interface Done {
  at: Date;
  /** Who did it by hand; null when it happened by itself. */
  by: string | null;
  lockId?: string | undefined;
  ballotId?: string | undefined;
  /** A ballot with times of its own, which the cycle leaves to them. */
  ownBallotId?: string | undefined;
}

/**
 * Writes down that a step of a meeting was done, so that it does not happen again by itself. A meeting whose series says
 * nothing about steps has none.
 * @returns whether it was still planned
 */
export async function recordDone(
  tx: Transaction,
  meetingId: string,
  kind: StepKind,
  { at, by, ...made }: Done
): Promise<boolean> {
  const values = { doneAt: at, doneBy: by, ...made };
  const done = await tx
    .update(step)
    .set(values)
    .where(and(eq(step.meetingId, meetingId), eq(step.kind, kind), isPlanned))
    .returning({ id: step.id });
  if (done.length > 0) return true;
  const [here] = await tx
    .select({ id: meeting.id })
    .from(meeting)
    .innerJoin(series, eq(series.id, meeting.seriesId))
    .where(and(eq(meeting.id, meetingId), isNotNull(series.cycle)));
  if (here) await tx.insert(step).values({ id: newId(), meetingId, kind, dueAt: at, ...values });
  return false;
}

/**
 * Lets open ballots close as the cycle says for a new beginning of their meetings, or as a new cycle says, while they close
 * as it said before. Called before the meetings are locked, since ballots come first.
 */
export async function moveClosings(
  tx: Transaction,
  which: SQL | undefined,
  to: { startsAt: Date } | { cycle: Cycle }
): Promise<void> {
  const open = await tx
    .select({ ballotId: ballot.id, cycle: series.cycle, timezone: series.timezone, was: meeting.startsAt })
    .from(meeting)
    .innerJoin(series, eq(series.id, meeting.seriesId))
    .innerJoin(ballot, eq(ballot.id, meeting.ballotId))
    .where(and(which, isNull(ballot.closedAt)));
  for (const { cycle, timezone, was, ballotId } of open) {
    if (!cycle) continue;
    const asBefore = eq(ballot.closesAt, closingOf(cycle, was, timezone));
    const next = { cycle, startsAt: was, ...to };
    const closesAt = closingOf(next.cycle, next.startsAt, timezone);
    const moved = await tx
      .update(ballot)
      .set({ closesAt })
      .where(and(eq(ballot.id, ballotId), isNull(ballot.closedAt), asBefore))
      .returning({ id: ballot.id });
    if (moved.length === 0) continue;
    const options = await tx
      .select({ id: option.nominationId })
      .from(option)
      .where(eq(option.ballotId, ballotId))
      .orderBy(asc(option.nominationId));
    await queue.holdUntil(
      tx,
      options.map(({ id }) => id),
      closesAt
    );
  }
}
