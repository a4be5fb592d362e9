import { randomBytes } from 'node:crypto';
import { and, asc, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { allow } from '#groups/permissions.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { group, membership } from '#groups/schema.ts';
import { feedOf, type CalendarEvent } from '#meetings/icalendar.server.ts';
import { titlesOnAgenda } from '#meetings/reading.server.ts';
import { calendar, meeting } from '#meetings/schema.ts';
import { database, transaction, type Database, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { NotFound } from '../failures.ts';

/** Random bytes of a key: nobody comes upon a calendar by trying. */
const keyBytes = 20;
/** A feed reaches back as many days, and has at most as many meetings. */
const daysBack = 90;
const mostEvents = 500;

/** The key of the group's calendar, for who belongs to it; null while there is none. */
export async function groupCalendar(member: Member): Promise<string | null> {
  allow(member, 'group.read');
  return keyOf(eq(calendar.groupId, member.groupId));
}

/** Lets whoever has its address follow the group's calendar; the same address until it is withdrawn. */
export async function openGroupCalendar(member: Member): Promise<void> {
  allow(member, 'calendar.share');
  await transaction(async (tx) => {
    if (await open(tx, { groupId: member.groupId })) await accounts.record(tx, member, 'calendar.open');
  });
}

/** Takes the address of the group's calendar back: it leads nowhere from now on. */
export async function closeGroupCalendar(member: Member): Promise<void> {
  allow(member, 'calendar.share');
  await transaction(async (tx) => {
    await tx.delete(calendar).where(eq(calendar.groupId, member.groupId));
    await accounts.record(tx, member, 'calendar.close');
  });
}

/** The key of somebody's own calendar, with the meetings of all their groups; null while there is none. */
export async function ownCalendar(who: Pick<Account, 'id'>): Promise<string | null> {
  return keyOf(eq(calendar.accountId, who.id));
}

/** Makes an address for one's own calendar; the same until it is withdrawn. */
export async function openOwnCalendar(who: Pick<Account, 'id'>): Promise<void> {
  await open(database(), { accountId: who.id });
}

/** Takes the address of one's own calendar back. */
export async function closeOwnCalendar(who: Pick<Account, 'id'>): Promise<void> {
  await database().delete(calendar).where(eq(calendar.accountId, who.id));
}

async function keyOf(whose: SQL): Promise<string | null> {
  const [found] = await database().select({ key: calendar.key }).from(calendar).where(whose);
  return found?.key ?? null;
}

/** @returns whether it was not open yet */
async function open(
  within: Database | Transaction,
  whose: { groupId: string } | { accountId: string }
): Promise<boolean> {
  const key = randomBytes(keyBytes).toString('base64url');
  const made = await within
    .insert(calendar)
    .values({ id: newId(), key, ...whose })
    .onConflictDoNothing()
    .returning({ id: calendar.id });
  return made.length > 0;
}

/** The calendar at a secret address, as iCalendar, for whoever asks. @throws NotFound, the same for whatever reason */
export async function calendarAt(key: string, origin: string): Promise<string> {
  const [found] = await database()
    .select({
      groupId: calendar.groupId,
      accountId: calendar.accountId,
      groupName: group.name,
      name: account.name
    })
    .from(calendar)
    .leftJoin(group, eq(group.id, calendar.groupId))
    .leftJoin(account, eq(account.id, calendar.accountId))
    .where(eq(calendar.key, key));
  if (!found) throw new NotFound('This calendar');
  if (found.groupId)
    return feedOf(found.groupName!, await events(eq(meeting.groupId, found.groupId)), origin);
  const belongs = sql`exists (select 1 from ${membership} where ${membership.groupId} = ${meeting.groupId}
    and ${membership.accountId} = ${found.accountId} and ${membership.endedAt} is null)`;
  return feedOf(`Reading with ${found.name!}`, await events(belongs), origin);
}

/** One meeting as iCalendar, for who puts it into a calendar by hand; a feed knows it for the same. @throws NotFound */
export async function eventFile(member: Member, meetingId: string, origin: string): Promise<string> {
  allow(member, 'group.read');
  const found = await eventsOf(
    database(),
    and(eq(meeting.id, meetingId), eq(meeting.groupId, member.groupId))!
  );
  if (found.length === 0) throw new NotFound('This meeting');
  return feedOf(member.groupName, found, origin);
}

function events(which: SQL): Promise<CalendarEvent[]> {
  const since = new Date(Date.now() - daysBack * 86_400_000);
  return eventsOf(database(), and(which, gt(meeting.startsAt, since), wasMeant)!).limit(mostEvents);
}

/** What was called off is told until the day is past: a calendar that has it takes it out. */
const wasMeant = or(isNull(meeting.cancelledAt), gt(meeting.startsAt, sql`now() - interval '1 day'`));

/** Meetings as calendars know them, soonest first. */
export function eventsOf(within: Database | Transaction, which: SQL) {
  return within
    .select({
      id: meeting.id,
      title: meeting.title,
      startsAt: meeting.startsAt,
      durationMinutes: meeting.durationMinutes,
      place: meeting.place,
      cancelledAt: meeting.cancelledAt,
      sequence: meeting.sequence,
      groupSlug: group.slug,
      groupName: group.name,
      papers: titlesOnAgenda
    })
    .from(meeting)
    .innerJoin(group, eq(group.id, meeting.groupId))
    .where(which)
    .orderBy(asc(meeting.startsAt), asc(meeting.id));
}
