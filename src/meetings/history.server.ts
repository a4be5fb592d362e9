import { and, asc, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow, permissions } from '#groups/permissions.ts';
import { membership } from '#groups/schema.ts';
import { agendaItem, attendance, meeting } from '#meetings/schema.ts';
import { inTurn } from '#meetings/rotation.ts';
import { records, type Turn } from '#meetings/turns.server.ts';
import { oneOf } from '#platform/columns.ts';
import { database } from '#platform/database.server.ts';

const historyPage = 30;

/** Who led and who came, at one past meeting. */
export interface Gathering {
  id: string;
  title: string;
  startsAt: Date;
  led: string[];
  came: string[];
}

/** What members have behind them, in the order of their turns. */
export async function turns(member: Member): Promise<Turn[]> {
  allow(member, 'group.read');
  const able = await database()
    .select({ accountId: account.id, name: account.name })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(
      and(
        eq(membership.groupId, member.groupId),
        isNull(membership.endedAt),
        inArray(membership.role, [...permissions['agenda.lead']])
      )
    );
  return inTurn(await records(database(), member.groupId, able), member.groupId) as Turn[];
}

/** Past meetings with who led and who came, newest first, by pages. */
export async function gatherings(
  member: Member,
  page = 1
): Promise<{ gatherings: Gathering[]; hasMore: boolean }> {
  allow(member, 'group.read');
  const found = await database()
    .select({ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt })
    .from(meeting)
    .where(
      and(eq(meeting.groupId, member.groupId), isNull(meeting.cancelledAt), lte(meeting.startsAt, new Date()))
    )
    .orderBy(desc(meeting.startsAt), asc(meeting.id))
    .limit(historyPage + 1)
    .offset((page - 1) * historyPage);
  const shown = found.slice(0, historyPage);
  const ids = shown.map(({ id }) => id);
  const [led, came] = await Promise.all([leadsOf(ids), visitorsOf(ids)]);
  const namesAt = (rows: { meetingId: string; name: string }[], id: string) => [
    ...new Set(rows.filter(({ meetingId }) => meetingId === id).map(({ name }) => name))
  ];
  const gatherings = shown.map((one) => ({
    ...one,
    led: namesAt(led, one.id),
    came: namesAt(came, one.id)
  }));
  return { gatherings, hasMore: found.length > historyPage };
}

function leadsOf(ids: string[]) {
  return database()
    .select({ meetingId: agendaItem.meetingId, name: account.name })
    .from(agendaItem)
    .innerJoin(account, eq(account.id, agendaItem.leadId))
    .where(oneOf(agendaItem.meetingId, ids))
    .orderBy(asc(agendaItem.position));
}

function visitorsOf(ids: string[]) {
  return database()
    .select({ meetingId: attendance.meetingId, name: account.name })
    .from(attendance)
    .innerJoin(account, eq(account.id, attendance.accountId))
    .where(and(oneOf(attendance.meetingId, ids), isNotNull(attendance.attendedAt)))
    .orderBy(asc(account.name));
}
