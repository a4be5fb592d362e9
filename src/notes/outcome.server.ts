import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { actionItem, note, noteDecision } from '#notes/schema.ts';
import { database } from '#platform/database.server.ts';

/** Something to do that a note says, done or not. */
export interface Task {
  position: number;
  text: string;
  assignee: string | null;
  /** `YYYY-MM-DD`. */
  dueOn: string | null;
  doneAt: Date | null;
}

/** What came of a meeting, as its note says it. */
export interface Outcome {
  noteId: string;
  /** As they are written, in Markdown. */
  decisions: string[];
  tasks: Task[];
}

/** The id of a meeting's note; null while there is none. */
export async function noteOf(member: Member, meetingId: string): Promise<string | null> {
  allow(member, 'note.read');
  const [found] = await database()
    .select({ id: note.id })
    .from(note)
    .where(and(eq(note.meetingId, meetingId), eq(note.groupId, member.groupId), isNull(note.deletedAt)));
  return found?.id ?? null;
}

/** What a meeting's note says was decided and is to be done; null while there is no note. */
export async function outcomeOf(member: Member, meetingId: string): Promise<Outcome | null> {
  return (await outcomesOf(member, [meetingId])).get(meetingId) ?? null;
}

/** The same of several meetings of the group, by meeting. */
export async function outcomesOf(
  member: Member,
  meetingIds: readonly string[]
): Promise<Map<string, Outcome>> {
  allow(member, 'note.read');
  if (meetingIds.length === 0) return new Map();
  const found = await database()
    .select({ noteId: note.id, meetingId: sql<string>`${note.meetingId}` })
    .from(note)
    .where(
      and(inArray(note.meetingId, [...meetingIds]), eq(note.groupId, member.groupId), isNull(note.deletedAt))
    );
  const noteIds = found.map(({ noteId }) => noteId);
  const [decided, tasks] = await Promise.all([decisionsIn(noteIds), tasksIn(noteIds)]);
  return new Map(
    found.map(({ noteId, meetingId }) => [
      meetingId,
      {
        noteId,
        decisions: decided.filter((one) => one.noteId === noteId).map(({ text }) => text),
        tasks: tasks.filter((one) => one.noteId === noteId).map(({ noteId: _, ...task }) => task)
      }
    ])
  );
}

function decisionsIn(noteIds: string[]) {
  return database()
    .select({ noteId: noteDecision.noteId, text: noteDecision.text })
    .from(noteDecision)
    .where(inArray(noteDecision.noteId, noteIds))
    .orderBy(asc(noteDecision.noteId), asc(noteDecision.position));
}

function tasksIn(noteIds: string[]) {
  return database()
    .select({
      noteId: actionItem.noteId,
      position: actionItem.position,
      text: actionItem.text,
      assignee: account.name,
      dueOn: actionItem.dueOn,
      doneAt: actionItem.doneAt
    })
    .from(actionItem)
    .leftJoin(account, eq(account.id, actionItem.assigneeId))
    .where(inArray(actionItem.noteId, noteIds))
    .orderBy(asc(actionItem.noteId), asc(actionItem.position));
}
