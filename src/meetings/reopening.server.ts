import { and, asc, eq, exists, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { ballot, option } from '#ballots/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { changed } from '#meetings/changed.ts';
import { hold, holdProposals } from '#meetings/closing.server.ts';
import type { Carried } from '#meetings/closing.ts';
import { mustBeOurs } from '#meetings/planning.server.ts';
import { agendaItem, carryOver, meeting } from '#meetings/schema.ts';
import { paper } from '#papers/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';
import { Conflict } from '../failures.ts';

/**
 * Opens a closed meeting again: what its closing took off the agenda comes back.
 * @throws Conflict when something of it has gone on meanwhile: begun, put to the vote, chosen or withdrawn
 */
export async function reopen(member: Member, meetingId: string): Promise<void> {
  allow(member, 'meeting.close');
  await transaction(async (tx) => {
    await holdProposals(tx, carryOver, meetingId);
    const { closedAt } = await hold(tx, member, meetingId);
    if (!closedAt) throw new Conflict('This meeting is open already.');
    for (const one of await carriedRows(tx, meetingId)) {
      if (one.toMeetingId) await fetchBack(tx, one, one.toMeetingId);
      else await takeFromQueue(tx, one);
    }
    await tx.delete(carryOver).where(eq(carryOver.meetingId, meetingId));
    await tx.update(meeting).set({ closedAt: null, closedBy: null }).where(eq(meeting.id, meetingId));
    await publish(changed(member.groupId), tx);
  });
}

type Row = Awaited<ReturnType<typeof carriedRows>>[number];

function carriedRows(tx: Transaction, meetingId: string) {
  return tx
    .select({
      meetingId: carryOver.meetingId,
      paperId: carryOver.paperId,
      nominationId: carryOver.nominationId,
      toMeetingId: carryOver.toMeetingId,
      leadId: carryOver.leadId,
      minutes: carryOver.minutes,
      position: carryOver.position,
      title: paper.title
    })
    .from(carryOver)
    .innerJoin(paper, eq(paper.id, carryOver.paperId))
    .where(eq(carryOver.meetingId, meetingId))
    .orderBy(asc(carryOver.position));
}

async function fetchBack(
  tx: Transaction,
  { title, paperId, meetingId, position }: Row,
  from: string
): Promise<void> {
  const back = await tx
    .update(agendaItem)
    .set({ meetingId, position })
    .where(
      and(
        eq(agendaItem.meetingId, from),
        eq(agendaItem.paperId, paperId),
        isNull(agendaItem.startedAt),
        sql`not exists (select 1 from agenda_item anew where anew.meeting_id = ${meetingId} and anew.paper_id = ${paperId})`,
        sql`exists (select 1 from ${meeting} where ${meeting.id} = ${from} and ${meeting.closedAt} is null)`
      )
    )
    .returning({ id: agendaItem.id });
  if (back.length === 0) throw goneOn(title);
}

async function takeFromQueue(tx: Transaction, row: Row): Promise<void> {
  const { title, nominationId, meetingId, paperId, leadId, minutes, position } = row;
  const isOnBallot = exists(
    tx
      .select({ one: sql`1` })
      .from(option)
      .innerJoin(ballot, eq(ballot.id, option.ballotId))
      .where(and(eq(option.nominationId, nomination.id), isNull(ballot.closedAt)))
  );
  const waits = and(isNull(nomination.withdrawnAt), isNull(nomination.chosenAt), sql`not ${isOnBallot}`);
  const [free] = await tx
    .select({ id: nomination.id })
    .from(nomination)
    .where(and(eq(nomination.id, nominationId ?? ''), waits));
  if (!free) throw goneOn(title);
  await queue.choose(tx, [free.id], new Date());
  await tx
    .insert(agendaItem)
    .values({ id: newId(), meetingId, paperId, nominationId, leadId, minutes, position })
    .onConflictDoNothing({ target: [agendaItem.meetingId, agendaItem.paperId] });
}

function goneOn(title: string): Conflict {
  return new Conflict(`The closing stands: “${title}” has gone on since.`);
}

/** What the closing of a meeting took off its agenda, and where it went. */
export async function carried(member: Member, meetingId: string): Promise<Carried[]> {
  allow(member, 'group.read');
  const next = alias(meeting, 'next');
  const rows = await database()
    .select({
      paperId: paper.id,
      title: paper.title,
      to: { id: next.id, startsAt: next.startsAt }
    })
    .from(carryOver)
    .innerJoin(meeting, eq(meeting.id, carryOver.meetingId))
    .innerJoin(paper, eq(paper.id, carryOver.paperId))
    .leftJoin(next, eq(next.id, carryOver.toMeetingId))
    .where(and(eq(carryOver.meetingId, meetingId), eq(meeting.groupId, member.groupId)))
    .orderBy(asc(carryOver.position));
  if (rows.length === 0) await mustBeOurs(member, meetingId);
  return rows;
}
