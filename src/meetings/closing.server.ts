import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { changed } from '#meetings/changed.ts';
import type { Fate } from '#meetings/closing.ts';
import { opensAt } from '#meetings/meetings.ts';
import { agendaItem, carryOver, hand, meeting } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Database, type Transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';

/**
 * Closes a meeting: what was discussed stays with it for good; what was not waits in the queue again or goes onto the
 * next agenda, with its lead and its time. All of it happens, or nothing, and `reopen` undoes it.
 * @param fates what became of each item, by its id
 * @throws Invalid for an item without a fate (`fate.<id>`), such as one that came onto the agenda meanwhile
 * @throws Conflict when the meeting has not begun, was called off or is closed
 */
export async function close(
  member: Member,
  meetingId: string,
  fates: Readonly<Record<string, Fate>>
): Promise<void> {
  allow(member, 'meeting.close');
  await transaction(async (tx) => {
    await holdProposals(tx, agendaItem, meetingId);
    const found = await hold(tx, member, meetingId);
    if (found.cancelledAt) throw new Conflict('This meeting was called off.');
    if (found.closedAt) throw new Conflict('Somebody closed this meeting meanwhile.');
    if (opensAt(found) > new Date()) throw new Conflict('This meeting has not begun yet.');
    const items = await itemsOf(tx, meetingId);
    const undecided = items.filter(({ id }) => !fates[id]);
    if (undecided.length > 0)
      throw new Invalid(
        Object.fromEntries(undecided.map(({ id }) => [`fate.${id}`, 'Say what became of it.']))
      );
    const left = items.filter(({ id }) => fates[id] !== 'discussed');
    await returnToQueue(
      tx,
      meetingId,
      left.filter(({ id }) => fates[id] === 'queue')
    );
    await moveOn(
      tx,
      member,
      found,
      left.filter(({ id }) => fates[id] === 'next')
    );
    const now = new Date();
    await tx
      .update(agendaItem)
      .set({ finishedAt: now })
      .where(
        and(
          eq(agendaItem.meetingId, meetingId),
          sql`${agendaItem.startedAt} is not null`,
          isNull(agendaItem.finishedAt)
        )
      );
    await tx.delete(hand).where(eq(hand.meetingId, meetingId));
    await tx
      .update(meeting)
      .set({ closedAt: now, closedBy: member.accountId })
      .where(eq(meeting.id, meetingId));
    await publish(changed(member.groupId), tx);
  });
}

type Item = Awaited<ReturnType<typeof itemsOf>>[number];
type Held = Awaited<ReturnType<typeof hold>>;

/** Locks a meeting of the actor's group. @throws NotFound */
export async function hold(tx: Transaction, { groupId }: Member, meetingId: string) {
  const [found] = await tx
    .select({
      id: meeting.id,
      startsAt: meeting.startsAt,
      cancelledAt: meeting.cancelledAt,
      closedAt: meeting.closedAt
    })
    .from(meeting)
    .where(and(eq(meeting.id, meetingId), eq(meeting.groupId, groupId)))
    .for('no key update');
  if (!found) throw new NotFound('This meeting');
  return found;
}

/**
 * Locks the nominations of what is or was on an agenda. Whatever changes an agenda locks in one order, here and elsewhere:
 * nominations, the meeting, then items, those of one kind by their ids.
 */
export async function holdProposals(
  tx: Transaction,
  rows: typeof agendaItem | typeof carryOver,
  meetingId: string
): Promise<void> {
  const found = await tx.select({ id: rows.nominationId }).from(rows).where(eq(rows.meetingId, meetingId));
  await queue.hold(
    tx,
    found.map(({ id }) => id)
  );
}

async function itemsOf(tx: Transaction, meetingId: string) {
  const items = await tx
    .select({
      id: agendaItem.id,
      paperId: agendaItem.paperId,
      nominationId: agendaItem.nominationId,
      leadId: agendaItem.leadId,
      minutes: agendaItem.minutes,
      position: agendaItem.position
    })
    .from(agendaItem)
    .where(eq(agendaItem.meetingId, meetingId))
    .orderBy(asc(agendaItem.id))
    .for('update');
  return items.toSorted((a, b) => a.position - b.position);
}

async function returnToQueue(tx: Transaction, meetingId: string, items: readonly Item[]): Promise<void> {
  for (const item of items) {
    if (!item.nominationId)
      throw new Invalid({ [`fate.${item.id}`]: 'This was never in the queue. Take it to the next meeting.' });
    await note(tx, meetingId, item, null);
    await tx.delete(agendaItem).where(eq(agendaItem.id, item.id));
  }
  await queue.putBack(
    tx,
    items.flatMap(({ nominationId }) => nominationId ?? [])
  );
}

async function moveOn(tx: Transaction, member: Member, from: Held, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  const next = await following(tx, member, from);
  if (!next)
    throw new Conflict('No meeting is planned after this one. Let what is left return to the queue.');
  await tx.select({ id: meeting.id }).from(meeting).where(eq(meeting.id, next.id)).for('no key update');
  for (const item of items) {
    const position = sql<number>`(select coalesce(max(position), 0) + 1 from agenda_item where meeting_id = ${next.id})`;
    const there = and(eq(agendaItem.meetingId, next.id), eq(agendaItem.paperId, item.paperId));
    if ((await tx.$count(agendaItem, there)) > 0)
      throw new Invalid({
        [`fate.${item.id}`]: 'It is on that agenda already. Say that it was discussed here, too.'
      });
    await note(tx, from.id, item, next.id);
    await tx
      .update(agendaItem)
      .set({ meetingId: next.id, position, startedAt: null, finishedAt: null })
      .where(eq(agendaItem.id, item.id));
  }
}

function note(tx: Transaction, meetingId: string, item: Item, toMeetingId: string | null): Promise<unknown> {
  const { paperId, nominationId, leadId, minutes, position } = item;
  return tx
    .insert(carryOver)
    .values({ meetingId, paperId, nominationId, leadId, minutes, position, toMeetingId });
}

/** The meeting after another one, of those that take place. */
export async function following(
  within: Database | Transaction,
  { groupId }: Member,
  { startsAt }: { startsAt: Date }
): Promise<{ id: string; startsAt: Date; ballotId: string | null } | null> {
  const [found] = await within
    .select({ id: meeting.id, startsAt: meeting.startsAt, ballotId: meeting.ballotId })
    .from(meeting)
    .where(
      and(
        eq(meeting.groupId, groupId),
        gt(meeting.startsAt, startsAt),
        gt(meeting.startsAt, new Date()),
        isNull(meeting.cancelledAt)
      )
    )
    .orderBy(asc(meeting.startsAt), asc(meeting.id))
    .limit(1);
  return found ?? null;
}

/** The meeting that comes after one, with the ballot that decides for it, for whoever looks ahead at its end. */
export async function after(
  member: Member,
  meetingId: string
): Promise<{ id: string; startsAt: Date; ballotId: string | null } | null> {
  allow(member, 'group.read');
  const [found] = await database()
    .select({ startsAt: meeting.startsAt })
    .from(meeting)
    .where(and(eq(meeting.id, meetingId), eq(meeting.groupId, member.groupId)));
  if (!found) throw new NotFound('This meeting');
  return following(database(), member, found);
}
