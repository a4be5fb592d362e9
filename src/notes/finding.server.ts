import { and, eq, isNull } from 'drizzle-orm';
import type { Member } from '#groups/groups.ts';
import { note, noteHead } from '#notes/schema.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';
import { NotFound } from '../failures.ts';

/** A note of the member's group that was not deleted. */
export function inGroup(member: Member, noteId: string) {
  return and(eq(note.id, noteId), eq(note.groupId, member.groupId), isNull(note.deletedAt));
}

/** The title of a note of the member's group. @throws NotFound */
export async function find(
  member: Member,
  noteId: string,
  within: Database | Transaction = database()
): Promise<{ title: string }> {
  const [found] = await within.select({ title: note.title }).from(note).where(inGroup(member, noteId));
  if (!found) throw new NotFound('This note');
  return found;
}

/** Keeps everyone from writing into a note until the transaction ends: its head first, as every writer does. */
export async function lockHead(tx: Transaction, noteId: string): Promise<number | null> {
  const [locked] = await tx
    .select({ head: noteHead.head })
    .from(noteHead)
    .where(eq(noteHead.noteId, noteId))
    .for('update');
  return locked?.head ?? null;
}
