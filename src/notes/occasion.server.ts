import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import * as groups from '#groups/groups.server.ts';
import { group } from '#groups/schema.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import type { Occasion } from '#notes/notes.ts';
import { actionItem, note } from '#notes/schema.ts';
import { paper } from '#papers/schema.ts';
import type { Transaction } from '#platform/database.server.ts';

/** What is known of a meeting for its note; null when it does not exist or was called off. */
export async function occasionOf(
  tx: Transaction,
  meetingId: string
): Promise<(Occasion & { groupId: string }) | null> {
  const [found] = await tx
    .select({
      groupId: meeting.groupId,
      title: meeting.title,
      startsAt: meeting.startsAt,
      place: meeting.place,
      timezone: group.timezone
    })
    .from(meeting)
    .innerJoin(group, eq(group.id, meeting.groupId))
    .where(and(eq(meeting.id, meetingId), isNull(meeting.cancelledAt)));
  if (!found) return null;
  const agenda = await tx
    .select({
      paperId: paper.id,
      title: paper.title,
      authors: paper.authors,
      abstract: paper.abstract,
      lead: account.name
    })
    .from(agendaItem)
    .innerJoin(paper, eq(paper.id, agendaItem.paperId))
    .leftJoin(account, eq(account.id, agendaItem.leadId))
    .where(eq(agendaItem.meetingId, meetingId))
    .orderBy(asc(agendaItem.position));
  return { ...found, agenda, ...(await standing(tx, found.groupId)) };
}

/** What is known for a note of no meeting, which somebody begins now. */
export async function beginning(
  tx: Transaction,
  { groupId, timezone }: Member,
  title: string,
  about: { id: string; title: string; authors: string[]; abstract: string } | null
): Promise<Occasion> {
  const agenda = about ? [{ ...about, paperId: about.id, lead: null }] : [];
  return { title, timezone, startsAt: new Date(), place: '', agenda, ...(await standing(tx, groupId)) };
}

/** What holds for a group at any time: its people, and what is to be done. */
async function standing(tx: Transaction, groupId: string): Promise<Pick<Occasion, 'people' | 'openItems'>> {
  const people = await groups.namesIn(groupId, tx);
  const openItems = await tx
    .select({ text: actionItem.text, noteId: actionItem.noteId })
    .from(actionItem)
    .innerJoin(note, eq(note.id, actionItem.noteId))
    .where(and(eq(actionItem.groupId, groupId), isNull(actionItem.doneAt), isNull(note.deletedAt)))
    .orderBy(sql`${actionItem.dueOn} asc nulls last`, asc(actionItem.noteId), asc(actionItem.position))
    .limit(50);
  return { people: people.map(({ name }) => name), openItems };
}
