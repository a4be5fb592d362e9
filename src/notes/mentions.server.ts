import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { group, membership } from '#groups/schema.ts';
import { note, noteMention, noteThread } from '#notes/schema.ts';
import { database } from '#platform/database.server.ts';

/** Where somebody was named. */
export interface Mention {
  id: string;
  noteId: string;
  noteTitle: string;
  groupSlug: string;
  groupName: string;
  /** The passage it is about, in a comment. */
  quote: string | null;
  createdAt: Date;
  isSeen: boolean;
}

const longestList = 100;

/** How many places somebody was named in that they have not looked at. */
export function unseen({ id }: Account): Promise<number> {
  return database().$count(noteMention, and(eq(noteMention.accountId, id), isNull(noteMention.seenAt)));
}

/** Where somebody was named in notes they can read: the unseen first, then the newest. */
export async function list({ id }: Account): Promise<Mention[]> {
  return database()
    .select({
      id: noteMention.id,
      noteId: note.id,
      noteTitle: note.title,
      groupSlug: group.slug,
      groupName: group.name,
      quote: noteThread.quote,
      createdAt: noteMention.createdAt,
      isSeen: sql<boolean>`${noteMention.seenAt} is not null`
    })
    .from(noteMention)
    .innerJoin(note, and(eq(note.id, noteMention.noteId), isNull(note.deletedAt)))
    .innerJoin(group, eq(group.id, note.groupId))
    .innerJoin(
      membership,
      and(eq(membership.groupId, note.groupId), eq(membership.accountId, id), isNull(membership.endedAt))
    )
    .leftJoin(noteThread, eq(noteThread.id, noteMention.threadId))
    .where(eq(noteMention.accountId, id))
    .orderBy(sql`${noteMention.seenAt} is not null`, desc(noteMention.createdAt))
    .limit(longestList);
}

/** Somebody has looked at a note: what names them there is no news any more. */
export async function see(accountId: string, noteId: string): Promise<void> {
  await database()
    .update(noteMention)
    .set({ seenAt: new Date() })
    .where(
      and(eq(noteMention.accountId, accountId), eq(noteMention.noteId, noteId), isNull(noteMention.seenAt))
    );
}
