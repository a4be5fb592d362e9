import { and, asc, desc, eq, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Front } from '#groups/groups.server.ts';
import { allow, type Member } from '#groups/groups.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
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
}

/** What was discussed when, newest first, by pages; `titled` keeps papers whose title contains it. */
export async function archive(
  member: Member,
  { titled = '', page = 1 }: { titled?: string; page?: number } = {}
): Promise<{ discussions: Discussion[]; hasMore: boolean }> {
  allow(member, 'group.read');
  return discussionsOf(member.groupId, { titled, page });
}

/** The same for everybody, where the group shows its archive; names only where it shows those. @throws NotFound */
export async function publicArchive(
  { groupId, shows }: Pick<Front, 'groupId' | 'shows'>,
  page: number
): Promise<{ discussions: Discussion[]; hasMore: boolean }> {
  if (!shows.archive) throw new NotFound('This archive');
  const { discussions, hasMore } = await discussionsOf(groupId, { titled: '', page });
  if (shows.names) return { discussions, hasMore };
  const nameless = discussions.map(({ papers, ...meeting }) => ({
    ...meeting,
    papers: papers.map((one) => ({ ...one, lead: null }))
  }));
  return { discussions: nameless, hasMore };
}

async function discussionsOf(
  groupId: string,
  { titled, page }: { titled: string; page: number }
): Promise<{ discussions: Discussion[]; hasMore: boolean }> {
  const matches = titled ? sql`${paper.title} ilike ${`%${escaped(titled)}%`}` : undefined;
  const about = database()
    .select({ paperId: paper.id })
    .from(agendaItem)
    .innerJoin(paper, eq(paper.id, agendaItem.paperId))
    .where(and(eq(agendaItem.meetingId, meeting.id), matches));
  const held = await database()
    .select({ id: meeting.id, title: meeting.title, startsAt: meeting.startsAt })
    .from(meeting)
    .where(
      and(
        eq(meeting.groupId, groupId),
        isNull(meeting.cancelledAt),
        lte(meeting.startsAt, new Date()),
        sql`exists (${about})`
      )
    )
    .orderBy(desc(meeting.startsAt), asc(meeting.id))
    .limit(archivePage + 1)
    .offset((page - 1) * archivePage);
  const shown = held.slice(0, archivePage);
  const papers = await papersOf(
    shown.map(({ id }) => id),
    matches
  );
  const discussions = shown.map((one) => ({
    ...one,
    papers: papers.filter(({ meetingId }) => meetingId === one.id).map(({ meetingId: _, ...rest }) => rest)
  }));
  return { discussions, hasMore: held.length > archivePage };
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

function papersOf(meetingIds: string[], matches: SQL | undefined) {
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
    .where(and(inArray(agendaItem.meetingId, meetingIds), matches))
    .orderBy(asc(agendaItem.position));
}

/** Text that ILIKE takes letter by letter. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
