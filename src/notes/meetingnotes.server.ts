import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { allow } from '#groups/permissions.ts';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import { note, noteText } from '#notes/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database } from '#platform/database.server.ts';
import { wordsQuery } from '#platform/words.ts';

const mostFound = 200;

/** Ids of the notes of meetings, by meeting, among those the reader may see. */
export async function notesOfMeetings(
  reader: Pick<Account, 'id'>,
  meetingIds: readonly string[]
): Promise<Map<string, string>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await database()
    .select({ meetingId: sql<string>`${note.meetingId}`, id: note.id })
    .from(note)
    .innerJoin(
      membership,
      and(
        eq(membership.groupId, note.groupId),
        eq(membership.accountId, reader.id),
        isNull(membership.endedAt)
      )
    )
    .where(and(oneOf(note.meetingId, meetingIds), isNull(note.deletedAt)));
  return new Map(rows.map(({ meetingId, id }) => [meetingId, id]));
}

/** Ids of the group's meetings whose note has all the words, the newest notes first. */
export async function meetingsWithWords(member: Member, text: string): Promise<string[]> {
  allow(member, 'note.read');
  const { tsquery } = wordsQuery(text);
  if (!tsquery) return [];
  const rows = await database()
    .select({ meetingId: sql<string>`${note.meetingId}` })
    .from(note)
    .innerJoin(noteText, eq(noteText.noteId, note.id))
    .where(
      and(
        eq(note.groupId, member.groupId),
        isNull(note.deletedAt),
        sql`${note.meetingId} is not null and ${noteText.words} @@ to_tsquery('colloquy', ${tsquery})`
      )
    )
    .orderBy(sql`${note.createdAt} desc`)
    .limit(mostFound);
  return rows.map(({ meetingId }) => meetingId);
}
