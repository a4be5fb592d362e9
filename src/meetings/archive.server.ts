import { and, asc, desc, eq, exists, gte, isNotNull, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { account } from '#accounts/schema.ts';
import { ballot } from '#ballots/schema.ts';
import type { Front } from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { agendaItem, attendance, meeting } from '#meetings/schema.ts';
import { paper } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database } from '#platform/database.server.ts';
import { wordsQuery } from '#platform/words.ts';
import { nomination } from '#queue/schema.ts';
import { NotFound } from '../failures.ts';

const archivePage = 30;

/** A group that meets weekly takes forty years to get there. */
const mostListed = 2000;

/** A meeting at which papers were discussed. */
export interface Discussion {
  id: string;
  title: string;
  startsAt: Date;
  papers: { id: string; title: string; authors: string[]; authorCount: number | null; lead: string | null }[];
  /** The ballot that decided what was discussed, with how many voted. */
  ballot: { id: string; title: string; votes: number } | null;
}

/** What somebody looks for in the archive. */
export interface Sought {
  /** All of them in one paper, or in the meeting's title. */
  words?: string;
  /** Account id of somebody who led, had proposed, or was there. */
  person?: string;
  /** ISO dates in the group's zone, both included. */
  from?: string;
  until?: string;
  page?: number;
  /** Meetings that have the words elsewhere, as in their notes. */
  alsoMeetings?: readonly string[];
}

/** What was discussed when, newest first, by pages. */
export async function archive(
  member: Member,
  sought: Sought = {}
): Promise<{ discussions: Discussion[]; hasMore: boolean }> {
  allow(member, 'group.read');
  return discussionsOf(member, sought);
}

/** The same for everybody, where the group shows its archive; names only where it shows those. @throws NotFound */
export async function publicArchive(
  { groupId, shows }: Pick<Front, 'groupId' | 'shows'>,
  page: number
): Promise<{ discussions: Discussion[]; hasMore: boolean }> {
  if (!shows.archive) throw new NotFound('This archive');
  const { discussions, hasMore } = await discussionsOf({ groupId, timezone: 'UTC' }, { page });
  const open = discussions.map(({ papers, ...meeting }) => ({
    ...meeting,
    // What a group decided among is its own.
    ballot: null,
    papers: shows.names ? papers : papers.map((one) => ({ ...one, lead: null }))
  }));
  return { discussions: open, hasMore };
}

async function discussionsOf(
  { groupId, timezone }: Pick<Member, 'groupId' | 'timezone'>,
  { words = '', person = '', from = '', until = '', page = 1, alsoMeetings = [] }: Sought
): Promise<{ discussions: Discussion[]; hasMore: boolean }> {
  const held = await database()
    .select({
      id: meeting.id,
      title: meeting.title,
      startsAt: meeting.startsAt,
      ballotId: ballot.id,
      ballotTitle: ballot.title,
      votes: sql<number | null>`(${ballot.result} ->> 'votes')::int`
    })
    .from(meeting)
    .leftJoin(ballot, and(eq(ballot.id, meeting.ballotId), isNotNull(ballot.closedAt)))
    .where(
      and(
        eq(meeting.groupId, groupId),
        isNull(meeting.cancelledAt),
        lte(meeting.startsAt, new Date()),
        from ? gte(meeting.startsAt, midnight(from, 0, timezone)) : undefined,
        until ? lt(meeting.startsAt, midnight(until, 1, timezone)) : undefined,
        exists(onAgenda(undefined)),
        words ? saying(words, alsoMeetings) : undefined,
        person ? withPerson(person) : undefined
      )
    )
    .orderBy(desc(meeting.startsAt), asc(meeting.id))
    .limit(archivePage + 1)
    .offset((page - 1) * archivePage);
  const shown = held.slice(0, archivePage);
  const papers = await papersOf(shown.map(({ id }) => id));
  const discussions = shown.map(({ ballotId, ballotTitle, votes, ...one }) => ({
    ...one,
    papers: papers.filter(({ meetingId }) => meetingId === one.id).map(({ meetingId: _, ...rest }) => rest),
    ballot: ballotId && ballotTitle !== null ? { id: ballotId, title: ballotTitle, votes: votes ?? 0 } : null
  }));
  return { discussions, hasMore: held.length > archivePage };
}

function onAgenda(which: SQL | undefined) {
  return database()
    .select({ one: sql`1` })
    .from(agendaItem)
    .innerJoin(paper, eq(paper.id, agendaItem.paperId))
    .leftJoin(nomination, eq(nomination.id, agendaItem.nominationId))
    .where(and(eq(agendaItem.meetingId, meeting.id), which));
}

function saying(words: string, alsoMeetings: readonly string[]): SQL | undefined {
  const { tsquery } = wordsQuery(words);
  const inTitle = (title: typeof paper.title | typeof meeting.title) =>
    sql`${title} ilike ${`%${escaped(words)}%`}`;
  const inPaper = tsquery ? sql`${paper.words} @@ to_tsquery('colloquy', ${tsquery})` : undefined;
  return or(
    inTitle(meeting.title),
    exists(onAgenda(or(inTitle(paper.title), inPaper))),
    alsoMeetings.length > 0 ? oneOf(meeting.id, alsoMeetings) : undefined
  );
}

function withPerson(accountId: string): SQL | undefined {
  const wasThere = database()
    .select({ one: sql`1` })
    .from(attendance)
    .where(
      and(
        eq(attendance.meetingId, meeting.id),
        eq(attendance.accountId, accountId),
        isNotNull(attendance.attendedAt)
      )
    );
  const ledOrProposed = or(eq(agendaItem.leadId, accountId), eq(nomination.proposedBy, accountId));
  return or(exists(wasThere), exists(onAgenda(ledOrProposed)));
}

/** The beginning of a day on the group's clock, or of one so many days later. */
function midnight(day: string, later: number, timezone: string): Date {
  return new Date(
    Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(timezone).epochMilliseconds
  );
}

/** Who led, proposed or was there at some meeting of the group, by name: whom one may look for. */
export async function peopleInArchive(member: Member): Promise<{ id: string; name: string }[]> {
  allow(member, 'group.read');
  const inGroup = sql`${meeting.groupId} = ${member.groupId} and ${meeting.cancelledAt} is null and ${meeting.startsAt} <= now()`;
  return database()
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(
      sql`${account.id} in (
        select ${agendaItem.leadId} from ${agendaItem} join ${meeting} on ${meeting.id} = ${agendaItem.meetingId}
          where ${inGroup}
        union select ${nomination.proposedBy} from ${agendaItem}
          join ${meeting} on ${meeting.id} = ${agendaItem.meetingId}
          join ${nomination} on ${nomination.id} = ${agendaItem.nominationId} where ${inGroup}
        union select ${attendance.accountId} from ${attendance} join ${meeting} on ${meeting.id} = ${attendance.meetingId}
          where ${inGroup} and ${attendance.attendedAt} is not null)`
    )
    .orderBy(asc(account.name), asc(account.id))
    .limit(500);
}

/** Papers that the group proposed or discussed whose titles are like a text, or that have all its words; the likest first. */
export async function papersCalled(
  member: Member,
  text: string
): Promise<{ paperId: string; title: string }[]> {
  allow(member, 'group.read');
  const wanted = text.trim().slice(0, 400);
  const { tsquery } = wordsQuery(wanted);
  if (!tsquery) return [];
  const rows = await database().execute<{ paperId: string; title: string }>(sql`
    with ours as (
      select n.paper_id from ${nomination} n where n.group_id = ${member.groupId}
      union select i.paper_id from ${agendaItem} i join ${meeting} m on m.id = i.meeting_id
        where m.group_id = ${member.groupId} and m.cancelled_at is null
    )
    select p.id as "paperId", p.title from ours join ${paper} p on p.id = ours.paper_id
    where p.words @@ to_tsquery('colloquy', ${tsquery}) or p.title % ${wanted}
    order by similarity(p.title, ${wanted}) desc, p.id limit 21`);
  return [...rows];
}

/** Ids of the papers the group has discussed, the newest first, each once. */
export async function discussedPapers(member: Member): Promise<string[]> {
  allow(member, 'group.read');
  const rows = await database()
    .select({ id: agendaItem.paperId })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(
      and(eq(meeting.groupId, member.groupId), isNull(meeting.cancelledAt), lte(meeting.startsAt, new Date()))
    )
    .orderBy(desc(meeting.startsAt), asc(agendaItem.position))
    .limit(mostListed);
  return [...new Set(rows.map(({ id }) => id))];
}

function papersOf(meetingIds: string[]) {
  return database()
    .select({
      meetingId: agendaItem.meetingId,
      id: paper.id,
      title: paper.title,
      authors: paper.authors,
      authorCount: paper.authorCount,
      lead: account.name
    })
    .from(agendaItem)
    .innerJoin(paper, eq(paper.id, agendaItem.paperId))
    .leftJoin(account, eq(account.id, agendaItem.leadId))
    .where(oneOf(agendaItem.meetingId, meetingIds))
    .orderBy(asc(agendaItem.position));
}

/** Text that ILIKE takes letter by letter. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
