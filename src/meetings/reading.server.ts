import { and, asc, desc, eq, gt, isNull, lt, not, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Account } from '#accounts/accounts.ts';
import { allow } from '#groups/permissions.ts';
import { account } from '#accounts/schema.ts';
import { ballot, vote } from '#ballots/schema.ts';
import type { Front } from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { group, membership } from '#groups/schema.ts';
import { endOf, type AgendaItem, type Decision, type Listed, type View } from '#meetings/meetings.ts';
import { agendaItem, meeting, series, summary } from '#meetings/schema.ts';
import { paper } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database } from '#platform/database.server.ts';
import { nomination } from '#queue/schema.ts';
import { NotFound } from '../failures.ts';

const mostComing = 50;
const mostPast = 20;
const mostShown = 10;

const columns = {
  id: meeting.id,
  title: meeting.title,
  startsAt: meeting.startsAt,
  durationMinutes: meeting.durationMinutes,
  place: meeting.place,
  cancelledAt: meeting.cancelledAt,
  cancelledFor: meeting.cancelledFor
};

/** The group's meetings: those to come, soonest first, and the last ones, newest first. */
export async function list(member: Member): Promise<{ coming: Listed[]; past: Listed[] }> {
  allow(member, 'group.read');
  const [coming, past] = await Promise.all([
    listPage(member, 'coming', { limit: mostComing }),
    listPage(member, 'past', { limit: mostPast })
  ]);
  return { coming, past };
}

/** A page of the meetings to come, soonest first, or of the past ones, newest first: those after the one with this id. */
export async function listPage(
  member: Member,
  when: 'coming' | 'past',
  { after = null, limit }: { after?: string | null; limit: number }
): Promise<Listed[]> {
  allow(member, 'group.read');
  const now = new Date();
  const isNext = after === null ? undefined : comesAfter(after, when);
  if (when === 'past') {
    const took = and(inGroup(member), not(notOver(now)), isNull(meeting.cancelledAt), isNext);
    return listed(took, desc(meeting.startsAt), limit);
  }
  // What a change of the rhythm called off is of no interest to anyone.
  const meant = or(isNull(meeting.cancelledAt), isNull(meeting.seriesId), isNull(series.endedAt));
  return listed(and(inGroup(member), notOver(now), meant, isNext), asc(meeting.startsAt), limit);
}

/** Those of one moment stand by id, in either order of time. */
function comesAfter(meetingId: string, when: 'coming' | 'past'): SQL {
  const last = sql`(select last.starts_at from ${meeting} last where last.id = ${meetingId})`;
  const isBeyond = when === 'past' ? lt(meeting.startsAt, last) : gt(meeting.startsAt, last);
  return or(isBeyond, and(eq(meeting.startsAt, last), gt(meeting.id, meetingId)))!;
}

/** What comes next, for everybody, where the group shows its schedule: without places and people. @throws NotFound */
export async function publicSchedule({
  groupId,
  shows
}: Pick<Front, 'groupId' | 'shows'>): Promise<Pick<Listed, 'id' | 'title' | 'startsAt' | 'papers'>[]> {
  if (!shows.schedule) throw new NotFound('This schedule');
  const coming = await listed(
    and(eq(meeting.groupId, groupId), notOver(new Date()), isNull(meeting.cancelledAt)),
    asc(meeting.startsAt),
    mostShown
  );
  return coming.map(({ id, title, startsAt, papers }) => ({ id, title, startsAt, papers }));
}

function listed(which: SQL | undefined, order: SQL, limit: number, skip = 0): Promise<Listed[]> {
  return database()
    .select({ ...columns, papers: titlesOnAgenda })
    .from(meeting)
    .leftJoin(series, eq(series.id, meeting.seriesId))
    .where(which)
    .orderBy(order, asc(meeting.id))
    .limit(limit)
    .offset(skip);
}

/** Titles of the papers on a meeting's agenda, in order. */
export const titlesOnAgenda = sql<string[]>`array(
  select ${paper.title} from ${agendaItem} join ${paper} on ${paper.id} = ${agendaItem.paperId}
  where ${agendaItem.meetingId} = ${meeting.id} order by ${agendaItem.position})`;

/** The meeting that is under way or comes next. */
export async function next(member: Member): Promise<Listed | null> {
  allow(member, 'group.read');
  const coming = and(inGroup(member), notOver(new Date()), isNull(meeting.cancelledAt));
  const [found] = await listed(coming, asc(meeting.startsAt), 1);
  return found ?? null;
}

/** One meeting with its agenda and the ballot that decides for it. @throws NotFound */
export async function view(member: Member, meetingId: string): Promise<View> {
  allow(member, 'group.read');
  const [found] = await database()
    .select({ ...columns, ballotId: meeting.ballotId, closedAt: meeting.closedAt, closedBy: account.name })
    .from(meeting)
    .leftJoin(account, eq(account.id, meeting.closedBy))
    .where(and(eq(meeting.id, meetingId), inGroup(member)));
  if (!found) throw new NotFound('This meeting');
  const { ballotId, ...shown } = found;
  const [agenda, decision] = await Promise.all([
    agendaOf(member, meetingId),
    ballotId ? decisionOf(member, ballotId) : null
  ]);
  const isOver = shown.closedAt !== null || endOf(shown) <= new Date();
  return { ...shown, isOver, agenda, ballot: decision };
}

async function agendaOf({ groupId }: Member, meetingId: string): Promise<AgendaItem[]> {
  const writer = alias(account, 'writer');
  const rows = await database()
    .select({
      id: agendaItem.id,
      paperId: paper.id,
      title: paper.title,
      authors: paper.authors,
      authorCount: paper.authorCount,
      pitch: sql<string>`coalesce(${nomination.pitch}, '')`,
      leadId: account.id,
      leadName: account.name,
      leadDraw: agendaItem.leadDraw,
      minutes: agendaItem.minutes,
      startedAt: agendaItem.startedAt,
      finishedAt: agendaItem.finishedAt,
      pages: paper.pages,
      summary: { text: summary.text, by: writer.name, at: summary.writtenAt }
    })
    .from(agendaItem)
    .innerJoin(paper, eq(paper.id, agendaItem.paperId))
    .leftJoin(nomination, eq(nomination.id, agendaItem.nominationId))
    .leftJoin(account, eq(account.id, agendaItem.leadId))
    .leftJoin(summary, and(eq(summary.groupId, groupId), eq(summary.paperId, agendaItem.paperId)))
    .leftJoin(writer, eq(writer.id, summary.writtenBy))
    .where(eq(agendaItem.meetingId, meetingId))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id));
  const names = await namesOf(rows.flatMap(({ leadDraw }) => leadDraw?.among ?? []));
  return rows.map(({ leadId, leadName, leadDraw, summary: { text, by, at }, ...item }) => ({
    ...item,
    summary: text && by && at ? { text, by, at } : null,
    lead: leadId && leadName ? { accountId: leadId, name: leadName } : null,
    draw: leadDraw && {
      seed: leadDraw.seed,
      among: leadDraw.among.map((accountId) => ({ accountId, name: names.get(accountId) ?? '' }))
    }
  }));
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(oneOf(account.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A ballot as a meeting's page shows it. */
export async function decisionOf({ accountId, groupId }: Member, ballotId: string): Promise<Decision | null> {
  const votes = sql`from ${vote} where ${vote.ballotId} = ${ballot.id}`;
  const [found] = await database()
    .select({
      id: ballot.id,
      title: ballot.title,
      closesAt: ballot.closesAt,
      closedAt: ballot.closedAt,
      voted: sql<number>`coalesce((${ballot.result} ->> 'votes')::int, (select count(*)::int ${votes}))`,
      mine: sql<boolean>`exists (select 1 ${votes} and ${vote.accountId} = ${accountId})`
    })
    .from(ballot)
    .where(and(eq(ballot.id, ballotId), eq(ballot.groupId, groupId)));
  return found ?? null;
}

/** A meeting of one of somebody's groups that discussed a paper. */
export interface Discussed {
  groupSlug: string;
  groupName: string;
  meetingId: string;
  on: Date;
  /** The group's zone, on whose clocks `on` is read. */
  timezone: string;
}

/** When papers were discussed in somebody's groups, or are to be, newest first. */
export async function discussed(
  reader: Pick<Account, 'id'>,
  paperIds: readonly string[]
): Promise<Map<string, Discussed[]>> {
  if (paperIds.length === 0) return new Map();
  const rows = await database()
    .select({
      paperId: agendaItem.paperId,
      groupSlug: group.slug,
      groupName: group.name,
      meetingId: meeting.id,
      on: meeting.startsAt,
      timezone: group.timezone
    })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(group, eq(group.id, meeting.groupId))
    .innerJoin(membership, eq(membership.groupId, group.id))
    .where(
      and(
        oneOf(agendaItem.paperId, paperIds),
        eq(membership.accountId, reader.id),
        isNull(membership.endedAt),
        isNull(meeting.cancelledAt)
      )
    )
    .orderBy(desc(meeting.startsAt));
  return Map.groupBy(rows, ({ paperId }) => paperId);
}

/** Meetings whose end is yet to come, and that nobody closed before it. */
export function notOver(now: Date): SQL {
  const end = sql`${meeting.startsAt} + ${meeting.durationMinutes} * interval '1 minute'`;
  return sql`(${meeting.closedAt} is null and ${end} > ${now.toISOString()}::timestamptz)`;
}

function inGroup(member: Member) {
  return eq(meeting.groupId, member.groupId);
}
