import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow, type Action } from '#groups/permissions.ts';
import { changed } from '#meetings/changed.ts';
import { opensAt } from '#meetings/meetings.ts';
import { agendaItem, hand, meeting } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { Conflict, NotFound } from '../failures.ts';

/** Says how long an item is meant to take. */
export async function plan(member: Member, itemId: string, minutes: number): Promise<void> {
  await changeItem(member, itemId, (tx) =>
    tx.update(agendaItem).set({ minutes }).where(eq(agendaItem.id, itemId))
  );
}

/** Comes to an item: its time runs from now for all alike, and what was under way is finished. */
export async function begin(member: Member, itemId: string): Promise<void> {
  await changeItem(member, itemId, async (tx, found) => {
    if (found.cancelledAt || opensAt(found) > new Date()) throw new Conflict('This meeting has not begun.');
    if (found.closedAt) throw new Conflict('This meeting is closed.');
    const now = new Date();
    const underWay = and(isNotNull(agendaItem.startedAt), isNull(agendaItem.finishedAt));
    await tx
      .update(agendaItem)
      .set({ finishedAt: now })
      .where(and(eq(agendaItem.meetingId, found.meetingId), underWay));
    await tx.update(agendaItem).set({ startedAt: now, finishedAt: null }).where(eq(agendaItem.id, itemId));
  });
}

/** Goes on from an item; its time stands still. */
export async function finish(member: Member, itemId: string): Promise<void> {
  await changeItem(member, itemId, (tx) =>
    tx
      .update(agendaItem)
      .set({ finishedAt: new Date() })
      .where(and(eq(agendaItem.id, itemId), isNotNull(agendaItem.startedAt), isNull(agendaItem.finishedAt)))
  );
}

async function changeItem(
  member: Member,
  itemId: string,
  work: (
    tx: Transaction,
    found: { meetingId: string; startsAt: Date; cancelledAt: Date | null; closedAt: Date | null }
  ) => Promise<unknown>
): Promise<void> {
  allow(member, 'meeting.time');
  await transaction(async (tx) => {
    // The meeting is the lock: of two who go on at once, the later leaves one item under way.
    const [found] = await tx
      .select({
        meetingId: meeting.id,
        startsAt: meeting.startsAt,
        cancelledAt: meeting.cancelledAt,
        closedAt: meeting.closedAt
      })
      .from(agendaItem)
      .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
      .where(and(eq(agendaItem.id, itemId), eq(meeting.groupId, member.groupId)))
      .for('no key update', { of: meeting });
    if (!found) throw new NotFound('This part of the agenda');
    await work(tx, found);
    await publish(changed(member.groupId), tx);
  });
}

/** Who wants to speak, in their order. */
export async function hands(
  member: Member,
  meetingId: string
): Promise<{ accountId: string; name: string }[]> {
  allow(member, 'group.read');
  return database()
    .select({ accountId: account.id, name: account.name })
    .from(hand)
    .innerJoin(account, eq(account.id, hand.accountId))
    .innerJoin(meeting, eq(meeting.id, hand.meetingId))
    .where(and(eq(hand.meetingId, meetingId), eq(meeting.groupId, member.groupId)))
    .orderBy(asc(hand.raisedAt), asc(account.id));
}

/** Raises one's hand; who has it up keeps their place. */
export async function raiseHand(member: Member, meetingId: string): Promise<void> {
  await atMeeting(member, 'meeting.speak', meetingId, (tx) =>
    tx.insert(hand).values({ meetingId, accountId: member.accountId }).onConflictDoNothing()
  );
}

/** Takes a hand down: one's own, or that of whoever speaks now. */
export async function lowerHand(member: Member, meetingId: string, accountId: string): Promise<void> {
  const isOwn = accountId === member.accountId;
  await atMeeting(member, isOwn ? 'meeting.speak' : 'meeting.time', meetingId, (tx) =>
    tx.delete(hand).where(and(eq(hand.meetingId, meetingId), eq(hand.accountId, accountId)))
  );
}

async function atMeeting(
  member: Member,
  action: Action,
  meetingId: string,
  work: (tx: Transaction) => Promise<unknown>
): Promise<void> {
  allow(member, action);
  await transaction(async (tx) => {
    const [found] = await tx
      .select({ id: meeting.id })
      .from(meeting)
      .where(and(eq(meeting.id, meetingId), eq(meeting.groupId, member.groupId)));
    if (!found) throw new NotFound('This meeting');
    await work(tx);
    await publish(changed(member.groupId), tx);
  });
}
