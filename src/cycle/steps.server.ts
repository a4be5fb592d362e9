import { and, eq, isNull } from 'drizzle-orm';
import * as ballots from '#ballots/ballots.server.ts';
import { ballot, option } from '#ballots/schema.ts';
import { holdMeeting, votingEnds, type Occasion } from '#cycle/finding.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { rulesOf, type Missed, type StepKind } from '#meetings/cycle.ts';
import { meeting } from '#meetings/schema.ts';
import * as notes from '#notes/notes.server.ts';
import type { Transaction } from '#platform/database.server.ts';
import { requestJob } from '#platform/jobs.server.ts';
import * as queue from '#queue/queue.server.ts';
import { moment } from '#ui/moment.ts';
import { Invalid } from '../failures.ts';

/** What a step came to: what it made, or why it did not happen (`missed`). */
export interface Outcome {
  lockId?: string;
  ballotId?: string;
  missed?: Missed;
}

/** Does a step within the caller's transaction. @param by who does it by hand; null when it happens by itself */
type Doing = (tx: Transaction, of: Occasion, by: string | null, now: Date) => Promise<Outcome>;

/** The meeting was moved or called off between look and deed. */
export class Overtaken extends Error {}

/** How each step is done, save closing, which is a deed of the ballot's. Nothing of it outlives a rollback. */
export const doing: Record<Exclude<StepKind, 'close'>, Doing> = {
  async lock(tx, of, _by, now) {
    if (isDecided(of)) return { missed: 'decided already' };
    const found = await candidates(tx, of, now);
    if (!found || found.nominationIds.length < 2) return { missed: 'too few' };
    await queue.holdUntil(tx, found.nominationIds, of.closesAt);
    await hold(tx, of);
    return { lockId: await queue.lockQueue(tx, of.groupId, found, now) };
  },

  async open(tx, of, by, now) {
    if (isDecided(of)) return { missed: 'decided already' };
    const locked = of.lockId === null ? null : await queue.shortlistOf(tx, of.lockId);
    const nominationIds = locked ?? (await candidates(tx, of, now))?.nominationIds ?? [];
    if (nominationIds.length < 2) return { missed: 'too few' };
    const outcome = await openBallot(tx, of, { by, nominationIds });
    if (of.lockId && locked) await queue.endLock(tx, of.groupId, of.lockId, now);
    return outcome;
  },

  async nudge(tx, { ballot: open }, _by, now) {
    if (!open || open.closedAt) return { missed: 'no ballot' };
    return (await ballots.remindNow(tx, open.id, now))
      ? { ballotId: open.id }
      : { missed: 'reminded before' };
  },

  async note(tx, { id }) {
    if ((await notes.makeForMeeting(tx, id)) === null) throw new Overtaken();
    return {};
  },

  async remind(tx, { id }, _by, now) {
    return (await meetings.remindNow(tx, id, now)) ? {} : { missed: 'reminded before' };
  }
};

/** Whether it is too late for a step, whoever would do it. */
export function isTooLate(kind: StepKind, of: Occasion, now: Date): boolean {
  return !meetings.stillMakesSense(kind, now, of, votingEnds(of));
}

function isDecided({ ballot }: Occasion): boolean {
  return ballot !== null && !(ballot.closedAt && ballot.choseNothing);
}

/** The first of the queue, save what is voted on already. */
async function candidates(tx: Transaction, { groupId, cycle }: Occasion, now: Date) {
  const voted = await tx
    .select({ id: option.nominationId })
    .from(option)
    .innerJoin(ballot, eq(ballot.id, option.ballotId))
    .where(and(eq(ballot.groupId, groupId), isNull(ballot.closedAt)));
  const except = voted.map(({ id }) => id);
  return queue.shortlist(tx, groupId, { queueId: cycle.queueId, most: cycle.shortlist, except }, now);
}

async function openBallot(
  tx: Transaction,
  of: Occasion,
  { by, nominationIds }: { by: string | null; nominationIds: string[] }
): Promise<Outcome> {
  const { groupId, cycle, startsAt, timezone, closesAt } = of;
  const opening = {
    title: `What do we discuss on ${moment(startsAt, timezone, 'date')}?`,
    ...{ nominationIds, closesAt, quorum: cycle.quorum, rules: rulesOf(cycle) },
    seats: Math.min(cycle.seats, nominationIds.length - 1)
  };
  const opened = await ballots.openIn(tx, { groupId, openedBy: by }, opening).catch((failure: unknown) => {
    if (failure instanceof Invalid && failure.fields.quorum) return null;
    throw failure;
  });
  if (!opened) return { missed: 'no people' };
  await hold(tx, of);
  const tied = await tx
    .update(meeting)
    .set({ ballotId: opened.id })
    .where(
      and(eq(meeting.id, of.id), of.ballot ? eq(meeting.ballotId, of.ballot.id) : isNull(meeting.ballotId))
    )
    .returning({ id: meeting.id });
  if (tied.length === 0) throw new Overtaken();
  await requestJob('ballot.close', { ballotId: opened.id }, { at: closesAt, within: tx, key: opened.id });
  return { ballotId: opened.id };
}

async function hold(tx: Transaction, of: Occasion): Promise<void> {
  if (!(await holdMeeting(tx, of))) throw new Overtaken();
}
