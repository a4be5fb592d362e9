import { and, count, eq, inArray, isNotNull, isNull, lte, max, ne, or, sql } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { permissions } from '#groups/permissions.ts';
import { membership } from '#groups/schema.ts';
import { setLeadOf } from '#meetings/agenda.server.ts';
import { drawOrder, inTurn, type Record } from '#meetings/rotation.ts';
import { absence, agendaItem, attendance, meeting } from '#meetings/schema.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Conflict } from '../failures.ts';

/** A member who may lead, with what they have behind them. */
export interface Turn extends Record {
  name: string;
}

/** Gives an item to whoever's turn it is among those who can come. @throws Conflict when nobody can */
export async function leadInTurn(member: Member, itemId: string): Promise<void> {
  await setLeadOf(member, itemId, async ({ meetingId }, tx) => {
    const [next] = await candidates(tx, member, meetingId, itemId);
    if (!next) throw nobody();
    return { leadId: next.accountId };
  });
}

/** Draws the lead of an item among those who can come; the seed stays with it. @throws Conflict when nobody can */
export async function drawLead(member: Member, itemId: string): Promise<void> {
  await setLeadOf(member, itemId, async ({ meetingId }, tx) => {
    const among = (await candidates(tx, member, meetingId, itemId)).map(({ accountId }) => accountId).sort();
    const seed = newId();
    const [drawn] = drawOrder(seed, among);
    if (!drawn) throw nobody();
    return { leadId: drawn, leadDraw: { seed, among } };
  });
}

function nobody(): Conflict {
  return new Conflict('Everybody who may lead is away or cannot come then.');
}

/** Those who may lead at a meeting, are not away and did not say no, in the order of their turns. */
export async function candidates(
  within: Transaction | Database,
  member: Member,
  meetingId: string,
  itemId: string | null = null
): Promise<Turn[]> {
  const away = within
    .select({ one: sql`1` })
    .from(meeting)
    .leftJoin(attendance, and(eq(attendance.meetingId, meeting.id), eq(attendance.accountId, account.id)))
    .leftJoin(
      absence,
      and(
        eq(absence.groupId, meeting.groupId),
        eq(absence.accountId, account.id),
        sql`(${meeting.startsAt} at time zone ${member.timezone})::date between ${absence.fromOn} and ${absence.untilOn}`
      )
    )
    .where(and(eq(meeting.id, meetingId), or(isNotNull(absence.id), eq(attendance.answer, 'no'))));
  const able = await within
    .select({ accountId: account.id, name: account.name })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(
      and(
        eq(membership.groupId, member.groupId),
        isNull(membership.endedAt),
        inArray(membership.role, [...permissions['agenda.lead']]),
        sql`not exists (${away})`
      )
    );
  return inTurn(await records(within, member.groupId, able, itemId), meetingId) as Turn[];
}

/** What people have behind them in a group; the item that is sought a lead for does not count. */
export async function records(
  within: Transaction | Database,
  groupId: string,
  people: { accountId: string; name: string }[],
  besides: string | null = null
): Promise<Turn[]> {
  const ids = people.map(({ accountId }) => accountId);
  const [led, came] = await Promise.all([
    turnsOf(within, groupId, ids, besides),
    visitsOf(within, groupId, ids)
  ]);
  return people.map((person) => ({
    ...person,
    there: came.get(person.accountId) ?? 0,
    turns: led.get(person.accountId)?.turns ?? 0,
    lastLedAt: led.get(person.accountId)?.lastLedAt ?? null
  }));
}

async function turnsOf(
  within: Transaction | Database,
  groupId: string,
  ids: string[],
  besides: string | null
): Promise<Map<string, { turns: number; lastLedAt: Date | null }>> {
  const rows = await within
    .select({ leadId: agendaItem.leadId, turns: count(), lastLedAt: max(meeting.startsAt) })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(
      and(
        eq(meeting.groupId, groupId),
        isNull(meeting.cancelledAt),
        inArray(agendaItem.leadId, ids),
        besides ? ne(agendaItem.id, besides) : undefined
      )
    )
    .groupBy(agendaItem.leadId);
  return new Map(rows.map(({ leadId, ...rest }) => [leadId!, rest]));
}

async function visitsOf(
  within: Transaction | Database,
  groupId: string,
  ids: string[]
): Promise<Map<string, number>> {
  const rows = await within
    .select({ accountId: attendance.accountId, there: count() })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(
      and(
        eq(meeting.groupId, groupId),
        isNull(meeting.cancelledAt),
        lte(meeting.startsAt, new Date()),
        isNotNull(attendance.attendedAt),
        inArray(attendance.accountId, ids)
      )
    )
    .groupBy(attendance.accountId);
  return new Map(rows.map(({ accountId, there }) => [accountId, there]));
}

/** Whose turn it is at a meeting, for those who look at it; null when nobody can. */
export async function nextInTurn(member: Member, meetingId: string): Promise<string | null> {
  const [next] = await candidates(database(), member, meetingId);
  return next?.name ?? null;
}
