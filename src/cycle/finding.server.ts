import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { ballot } from '#ballots/schema.ts';
import type { Cycle, StepKind } from '#meetings/cycle.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { meeting, series, step } from '#meetings/schema.ts';
import type { Database, Transaction } from '#platform/database.server.ts';

/** A meeting as the steps that are done for it see it. */
export interface Occasion {
  id: string;
  groupId: string;
  startsAt: Date;
  durationMinutes: number;
  timezone: string;
  cycle: Cycle;
  ballot: { id: string; closesAt: Date; closedAt: Date | null; choseNothing: boolean } | null;
  /** When a ballot that opens now will close. */
  closesAt: Date;
  /** The lock that its queue is or was under, unless that was undone. */
  lockId: string | null;
}

/** A meeting that takes place, of a series that says what happens by itself. */
export async function occasion(
  tx: Database | Transaction,
  which: SQL | undefined
): Promise<Occasion | undefined> {
  const [found] = await tx
    .select({
      id: meeting.id,
      groupId: meeting.groupId,
      startsAt: meeting.startsAt,
      durationMinutes: meeting.durationMinutes,
      timezone: series.timezone,
      cycle: series.cycle,
      ballotId: ballot.id,
      closesAt: ballot.closesAt,
      closedAt: ballot.closedAt,
      result: ballot.result
    })
    .from(meeting)
    .innerJoin(series, eq(series.id, meeting.seriesId))
    .leftJoin(ballot, eq(ballot.id, meeting.ballotId))
    .where(and(which, isNull(meeting.cancelledAt), isNotNull(series.cycle)));
  if (!found?.cycle) return undefined;
  const { cycle, ballotId, closesAt: ballotCloses, closedAt, result, ...rest } = found;
  const steps = await tx
    .select({ kind: step.kind, dueAt: step.dueAt, lockId: step.lockId, doneAt: step.doneAt })
    .from(step)
    .where(and(eq(step.meetingId, found.id), isNull(step.undoneAt), isNull(step.missedAt)));
  const closing = steps.find(({ kind, doneAt }) => kind === 'close' && !doneAt);
  const locking = steps.find(({ lockId }) => lockId !== null);
  return {
    ...rest,
    cycle,
    ballot:
      ballotId && ballotCloses
        ? { id: ballotId, closesAt: ballotCloses, closedAt, choseNothing: result?.winners.length === 0 }
        : null,
    closesAt: closing?.dueAt ?? meetings.closingOf(cycle, rest.startsAt, rest.timezone),
    lockId: locking?.lockId ?? null
  };
}

/** When voting for a meeting ends: with the ballot that is open, or with the one that would open now. */
export function votingEnds({ ballot, closesAt }: Occasion): Date {
  return ballot && !ballot.closedAt ? ballot.closesAt : closesAt;
}

/** Locks a meeting last, so that what was found of it holds. */
export async function holdMeeting(tx: Transaction, { id, startsAt }: Occasion): Promise<boolean> {
  const [held] = await tx
    .select({ id: meeting.id })
    .from(meeting)
    .where(and(eq(meeting.id, id), eq(meeting.startsAt, startsAt), isNull(meeting.cancelledAt)))
    .for('no key update');
  return held !== undefined;
}

/** Whether a step of a meeting was done, and that was not undone. */
export async function isDone(tx: Transaction, meetingId: string, kind: StepKind): Promise<boolean> {
  const [found] = await tx
    .select({ id: step.id })
    .from(step)
    .where(
      and(eq(step.meetingId, meetingId), eq(step.kind, kind), isNotNull(step.doneAt), isNull(step.undoneAt))
    );
  return found !== undefined;
}
