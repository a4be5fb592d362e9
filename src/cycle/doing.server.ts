import { and, asc, eq, lte } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import * as ballots from '#ballots/ballots.server.ts';
import { holdMeeting, isDone, occasion, type Occasion } from '#cycle/finding.server.ts';
import { doing, isTooLate, Overtaken, type Outcome } from '#cycle/steps.server.ts';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { allow } from '#groups/permissions.ts';
import { missedWords, stepKinds, stepWords, type StepKind } from '#meetings/cycle.ts';
import { meeting, step } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, NotFound } from '../failures.ts';

/** Steps done in one run; what is left over comes with the next. */
const mostAtOnce = 500;

/** A step whose moment has come. */
export interface Due {
  id: string;
  meetingId: string;
  kind: StepKind;
  dueAt: Date;
}

/** The steps whose moment has come and that nobody did, those of all groups. One query, held to an index. */
export function dueSteps(now: Date) {
  return database()
    .select({ id: step.id, meetingId: step.meetingId, kind: step.kind, dueAt: step.dueAt })
    .from(step)
    .where(and(meetings.isPlanned, lte(step.dueAt, now)))
    .orderBy(asc(step.dueAt))
    .limit(mostAtOnce);
}

/**
 * Does every step whose moment has come, and writes down those that make no sense any more. Whoever and however many call
 * this, each happens once; one that fails does not keep the others from it and is tried again.
 * @param at the moment to go by, instead of the clock of the database
 */
export async function doDue(at: Date | undefined = undefined): Promise<void> {
  const now = at ?? (await ballots.clock());
  const due = await dueSteps(now);
  const inOrder = due.toSorted(
    (a, b) => a.dueAt.getTime() - b.dueAt.getTime() || stepKinds.indexOf(a.kind) - stepKinds.indexOf(b.kind)
  );
  const faults: unknown[] = [];
  for (const one of inOrder)
    await doOne(one, now).catch((cause: unknown) => {
      if (!(cause instanceof Overtaken)) faults.push(cause);
    });
  if (faults.length > 0) throw new AggregateError(faults, 'Some steps could not be done.');
}

async function doOne({ id, meetingId, kind }: Due, now: Date): Promise<void> {
  const of = await occasion(database(), eq(meeting.id, meetingId));
  // Closing has a transaction of its own, which writes the step down, too.
  if (kind === 'close' && of?.ballot && !of.ballot.closedAt) {
    await meetings.closeBallot(null, of.ballot.id);
    return;
  }
  await transaction(async (tx) => {
    const outcome: Outcome = of ? await attempt(tx, of, kind, now) : { missed: 'too late' };
    if (kind === 'open' && outcome.missed && of?.lockId) await queue.endLock(tx, of.groupId, of.lockId, now);
    await claim(tx, id, outcome, now);
    if (of) await publish({ topic: `group:${of.groupId}`, kind: 'meetings' }, tx);
  });
}

async function attempt(tx: Transaction, of: Occasion, kind: StepKind, now: Date): Promise<Outcome> {
  if (isTooLate(kind, of, now)) return { missed: 'too late' };
  if (kind === 'close') return of.ballot ? {} : { missed: 'no ballot' };
  return doing[kind](tx, of, null, now);
}

/** The last thing of a step: of all who came so far one may commit. @throws Overtaken for the others */
async function claim(tx: Transaction, stepId: string, outcome: Outcome, now: Date): Promise<void> {
  const values = outcome.missed ? { missedAt: now, ...outcome } : { doneAt: now, ...outcome };
  const claimed = await tx
    .update(step)
    .set(values)
    .where(and(eq(step.id, stepId), meetings.isPlanned, lte(step.dueAt, now)))
    .returning({ id: step.id });
  if (claimed.length === 0) throw new Overtaken();
}

/**
 * Does a step of a meeting by hand, before its time or again after it was undone; it does not happen again by itself.
 * @throws NotFound for a meeting of another group, or without steps
 * @throws Conflict when it was done meanwhile, or makes no sense now
 */
export async function doNow(member: Member, meetingId: string, kind: StepKind): Promise<void> {
  allow(member, 'step.do');
  const ours = and(eq(meeting.id, meetingId), eq(meeting.groupId, member.groupId));
  const of = await occasion(database(), ours);
  if (!of) throw new NotFound('This meeting');
  const now = await ballots.clock();
  if (kind === 'close') return closeNow(member, of);
  if (isTooLate(kind, of, now)) throw new Conflict(missedWords['too late']);
  await transaction(async (tx) => {
    const outcome = await doing[kind](tx, of, member.accountId, now);
    if (outcome.missed) throw new Conflict(missedWords[outcome.missed]);
    if (!(await holdMeeting(tx, of))) throw new Overtaken();
    // A ballot may follow one whose choice was taken back.
    if (kind !== 'open' && (await isDone(tx, meetingId, kind))) throw new Overtaken();
    const { lockId, ballotId } = outcome;
    await meetings.recordDone(tx, meetingId, kind, { at: now, by: member.accountId, lockId, ballotId });
    await meetings.planSteps(tx, eq(meeting.id, meetingId));
    await accounts.record(tx, member, 'step.do', { about: stepWords[kind].name });
    await publish({ topic: `group:${member.groupId}`, kind: 'meetings' }, tx);
  }).catch((failure: unknown) => {
    throw failure instanceof Overtaken ? new Conflict('This was done or changed meanwhile.') : failure;
  });
}

async function closeNow(member: Member, { ballot: open }: Occasion): Promise<void> {
  if (!open || open.closedAt) throw new Conflict(missedWords['no ballot']);
  await meetings.closeBallot(member, open.id);
}
