import { and, asc, eq, isNull } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import { allow, type Member } from '#groups/groups.ts';
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
  const noteId = await noteOf(member, meetingId);
  if (!noteId) return null;
  const [decided, tasks] = await Promise.all([
    database()
      .select({ text: noteDecision.text })
      .from(noteDecision)
      .where(eq(noteDecision.noteId, noteId))
      .orderBy(asc(noteDecision.position)),
    database()
      .select({
        position: actionItem.position,
        text: actionItem.text,
        assignee: account.name,
        dueOn: actionItem.dueOn,
        doneAt: actionItem.doneAt
      })
      .from(actionItem)
      .leftJoin(account, eq(account.id, actionItem.assigneeId))
      .where(eq(actionItem.noteId, noteId))
      .orderBy(asc(actionItem.position))
  ]);
  return { noteId, decisions: decided.map(({ text }) => text), tasks };
}
