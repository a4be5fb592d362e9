import { and, asc, desc, eq, gt, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import * as ballots from '#ballots/ballots.server.ts';
import type { Opening, Result } from '#ballots/ballots.ts';
import { allow } from '#groups/permissions.ts';
import { ballot } from '#ballots/schema.ts';
import type { Member } from '#groups/groups.ts';
import { putOnAgenda } from '#meetings/agenda.server.ts';
import { changed } from '#meetings/changed.ts';
import { notOver } from '#meetings/reading.server.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { planSteps, recordDone } from '#meetings/steps.server.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Database, type Transaction } from '#platform/database.server.ts';
import { requestJob } from '#platform/jobs.server.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';
import { NotFound } from '../failures.ts';

/** How the closing of a ballot ended, for whoever asked for it. */
export interface Closing {
  result: Result;
  /** The meeting whose agenda has the winners; null without winners, or while no meeting is planned. */
  meetingId: string | null;
  /** Somebody else had closed it before. */
  already: boolean;
}

/**
 * Asks the group what to discuss: opens a ballot for the first meeting that starts after its closing and that no
 * other ballot decides for. Without such a meeting the winner goes to the one that is next when it closes.
 */
export async function askGroup(
  member: Member,
  form: Opening
): Promise<{ id: string; meetingId: string | null }> {
  allow(member, 'ballot.open');
  return transaction(async (tx) => {
    const { id } = await ballots.open(member, form, tx);
    const meetingId = await undecidedAfter(tx, member.groupId, form.closesAt);
    if (meetingId) {
      await tx.update(meeting).set({ ballotId: id }).where(eq(meeting.id, meetingId));
      const done = { at: await ballots.clock(tx), by: member.accountId, ownBallotId: id };
      await recordDone(tx, meetingId, 'open', done);
      await planSteps(tx, eq(meeting.id, meetingId));
    }
    await requestJob('ballot.close', { ballotId: id }, { at: form.closesAt, within: tx, key: id });
    await accounts.record(tx, member, 'ballot.open', { about: form.title });
    await publish(changed(member.groupId), tx);
    return { id, meetingId };
  });
}

/** When the next meeting begins that no ballot decides for yet; null while there is none. */
export async function nextUndecided(member: Member): Promise<Date | null> {
  allow(member, 'ballot.open');
  const [found] = await undecided(database(), member.groupId, new Date());
  return found?.startsAt ?? null;
}

async function undecidedAfter(tx: Transaction, groupId: string, after: Date): Promise<string | null> {
  const [found] = await undecided(tx, groupId, after).for('no key update', { of: meeting });
  return found?.id ?? null;
}

/** A closed ballot that chose nothing leaves its meeting free to be asked for again. */
function undecided(within: Database | Transaction, groupId: string, after: Date) {
  const choseNothing = sql`${ballot.result} -> 'winners' = '[]'::jsonb`;
  return within
    .select({ id: meeting.id, startsAt: meeting.startsAt })
    .from(meeting)
    .leftJoin(ballot, eq(ballot.id, meeting.ballotId))
    .where(
      and(
        eq(meeting.groupId, groupId),
        isNull(meeting.cancelledAt),
        gt(meeting.startsAt, after),
        or(isNull(ballot.id), choseNothing)
      )
    )
    .orderBy(asc(meeting.startsAt))
    .limit(1);
}

/**
 * Closes a ballot: its winners go onto the agenda of the meeting that asked, or of the next one when none did or
 * that one does not take place, they leave the queue, and the meeting's note is asked for. All of it happens once;
 * whoever comes later gets the same answer. While no meeting is planned, winners stay in the queue.
 * @param member who closes it by hand; null for the deadline
 */
export async function closeBallot(member: Member | null, ballotId: string): Promise<Closing> {
  if (member) allow(member, 'ballot.close');
  const groupId = await groupOf(member, ballotId);
  return transaction(async (tx) => {
    const now = await ballots.clock(tx);
    const result = await ballots.close(tx, ballotId, now);
    if (!result) return alreadyClosed(tx, ballotId);
    const meetingId = result.winners.length > 0 ? await receiver(tx, groupId, ballotId, now) : null;
    if (meetingId) {
      const offered = await ballots.offersOf(tx, ballotId);
      await putOnAgenda(tx, meetingId, result.winners, { offered, by: member?.accountId ?? null });
      await queue.choose(tx, result.winners, now);
      await requestJob('note.prepare', { meetingId }, { within: tx, key: meetingId });
    }
    const by = member?.accountId ?? null;
    const asking = await tx.select({ id: meeting.id }).from(meeting).where(eq(meeting.ballotId, ballotId));
    for (const { id } of asking) {
      await recordDone(tx, id, 'close', { at: now, by, ballotId });
      await planSteps(tx, eq(meeting.id, id));
    }
    if (member) await accounts.record(tx, member, 'ballot.close', { about: await titleOf(tx, ballotId) });
    await publish(changed(groupId), tx);
    return { result, meetingId, already: false };
  });
}

async function titleOf(tx: Transaction, ballotId: string): Promise<string> {
  const [found] = await tx.select({ title: ballot.title }).from(ballot).where(eq(ballot.id, ballotId));
  return found?.title ?? '';
}

async function groupOf(member: Member | null, ballotId: string): Promise<string> {
  const [found] = await database()
    .select({ groupId: ballot.groupId })
    .from(ballot)
    .where(and(eq(ballot.id, ballotId), member ? eq(ballot.groupId, member.groupId) : undefined));
  if (!found) throw new NotFound('This ballot');
  return found.groupId;
}

/** The meeting that takes the winners; one that is under way still does. */
async function receiver(
  tx: Transaction,
  groupId: string,
  ballotId: string,
  now: Date
): Promise<string | null> {
  const isAsking = eq(meeting.ballotId, ballotId);
  const [found] = await tx
    .select({ id: meeting.id })
    .from(meeting)
    .where(and(eq(meeting.groupId, groupId), isNull(meeting.cancelledAt), notOver(now)))
    .orderBy(desc(sql`coalesce(${isAsking}, false)`), asc(meeting.startsAt))
    .limit(1)
    .for('no key update');
  return found?.id ?? null;
}

async function alreadyClosed(tx: Transaction, ballotId: string): Promise<Closing> {
  const result = (await ballots.resultOf(tx, ballotId))!;
  const taker = await discussing(tx, result.winners);
  return { result, meetingId: taker?.id ?? null, already: true };
}

/** The meeting that has the winners of a result on its agenda, if one has. */
export async function takerOf(member: Member, { winners }: Result): Promise<Taker | null> {
  allow(member, 'group.read');
  return discussing(database(), winners, eq(meeting.groupId, member.groupId));
}

/** A meeting that took a ballot's winners. */
export interface Taker {
  id: string;
  startsAt: Date;
}

async function discussing(
  within: Database | Transaction,
  nominationIds: string[],
  which: SQL | undefined = undefined
): Promise<Taker | null> {
  if (nominationIds.length === 0) return null;
  const [found] = await within
    .select({ id: meeting.id, startsAt: meeting.startsAt })
    .from(nomination)
    .innerJoin(
      agendaItem,
      and(eq(agendaItem.paperId, nomination.paperId), eq(agendaItem.nominationId, nomination.id))
    )
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(inArray(nomination.id, nominationIds), which))
    .limit(1);
  return found ?? null;
}

/** Closes every ballot whose time is over. One that fails does not keep the others open. */
export async function closeDue(at: Date | undefined = undefined): Promise<void> {
  const now = at ?? (await ballots.clock());
  const faults: unknown[] = [];
  for (const id of await ballots.due(now)) await closeBallot(null, id).catch((cause) => faults.push(cause));
  if (faults.length > 0) throw new AggregateError(faults, 'Some ballots could not be closed.');
}
