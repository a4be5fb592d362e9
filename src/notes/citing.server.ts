import { and, desc, eq, exists, ilike, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { allow } from '#groups/permissions.ts';
import type { Member } from '#groups/groups.ts';
import { group, membership } from '#groups/schema.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import type { Citable } from '#notes/editing/completion.ts';
import { note, noteCitation } from '#notes/schema.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { nomination, queue } from '#queue/schema.ts';

const most = 12;

/** What a note of the group may cite: its papers (proposed, on an agenda, or written about) and its notes, newest first. */
export async function citable(member: Member, words: string): Promise<Citable[]> {
  allow(member, 'note.read');
  const pattern = `%${words.slice(0, 80).replace(/[\\%_]/g, '\\$&')}%`;
  const [papers, notes] = await Promise.all([
    database()
      .select({ id: paper.id, title: paper.title })
      .from(paper)
      .where(and(ilike(paper.title, pattern), ours(member.groupId)))
      .orderBy(desc(paper.id))
      .limit(most),
    database()
      .select({ id: note.id, title: note.title })
      .from(note)
      .where(and(eq(note.groupId, member.groupId), isNull(note.deletedAt), ilike(note.title, pattern)))
      .orderBy(desc(note.createdAt))
      .limit(most)
  ]);
  const cited = [
    ...papers.map((found): Citable => ({ kind: 'paper', ...found })),
    ...notes.map((found): Citable => ({ kind: 'note', ...found }))
  ];
  return cited.slice(0, most);
}

function ours(groupId: string): SQL | undefined {
  const proposed = database()
    .select({ one: sql`1` })
    .from(nomination)
    .innerJoin(queue, eq(queue.id, nomination.queueId))
    .where(and(eq(nomination.paperId, paper.id), eq(queue.groupId, groupId)));
  const discussed = database()
    .select({ one: sql`1` })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(agendaItem.paperId, paper.id), eq(meeting.groupId, groupId)));
  const written = database()
    .select({ one: sql`1` })
    .from(note)
    .where(and(eq(note.paperId, paper.id), eq(note.groupId, groupId), isNull(note.deletedAt)));
  return or(exists(proposed), exists(discussed), exists(written));
}

/** A note that cites something, for a reader who may see it. */
export interface CitingNote {
  id: string;
  title: string;
  groupSlug: string;
  groupName: string;
  createdAt: Date;
}

/** The notes that cite a paper or a note, or are about the paper, among those the account may read; newest first. */
export async function citing(account: Account, citedId: string): Promise<CitingNote[]> {
  const cites = database()
    .select({ one: sql`1` })
    .from(noteCitation)
    .where(and(eq(noteCitation.noteId, note.id), eq(noteCitation.citedId, citedId)));
  return database()
    .select({
      id: note.id,
      title: note.title,
      groupSlug: group.slug,
      groupName: group.name,
      createdAt: note.createdAt
    })
    .from(note)
    .innerJoin(group, eq(group.id, note.groupId))
    .innerJoin(
      membership,
      and(
        eq(membership.groupId, note.groupId),
        eq(membership.accountId, account.id),
        isNull(membership.endedAt)
      )
    )
    .where(and(isNull(note.deletedAt), ne(note.id, citedId), or(eq(note.paperId, citedId), exists(cites))))
    .orderBy(desc(note.createdAt))
    .limit(50);
}
