import { and, asc, eq, isNull } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { changed } from '#meetings/changed.ts';
import { held } from '#meetings/planning.server.ts';
import { meeting, question } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { NotFound } from '../failures.ts';

/** What somebody wants asked at a meeting. */
export interface Question {
  id: string;
  text: string;
  by: { accountId: string; name: string };
  settledAt: Date | null;
}

/** What members want asked, in the order they wrote it. */
export async function questions(member: Member, meetingId: string): Promise<Question[]> {
  allow(member, 'group.read');
  return database()
    .select({
      id: question.id,
      text: question.text,
      by: { accountId: account.id, name: account.name },
      settledAt: question.settledAt
    })
    .from(question)
    .innerJoin(account, eq(account.id, question.accountId))
    .innerJoin(meeting, eq(meeting.id, question.meetingId))
    .where(and(eq(question.meetingId, meetingId), eq(meeting.groupId, member.groupId)))
    .orderBy(asc(question.createdAt), asc(question.id));
}

/** Writes down what one wants asked. */
export async function ask(member: Member, meetingId: string, text: string): Promise<void> {
  allow(member, 'meeting.ask');
  await transaction(async (tx) => {
    await held(tx, member, meetingId);
    await tx.insert(question).values({ id: newId(), meetingId, accountId: member.accountId, text });
    await publish(changed(member.groupId), tx);
  });
}

/** Says that a question was talked about. */
export async function settleQuestion(member: Member, meetingId: string, questionId: string): Promise<void> {
  allow(member, 'meeting.ask');
  await transaction(async (tx) => {
    await held(tx, member, meetingId);
    const which = and(eq(question.id, questionId), eq(question.meetingId, meetingId));
    await tx
      .update(question)
      .set({ settledAt: new Date() })
      .where(and(which, isNull(question.settledAt)));
    await publish(changed(member.groupId), tx);
  });
}

/** Takes a question back: one's own, or any for organisers. @throws NotFound */
export async function dropQuestion(member: Member, meetingId: string, questionId: string): Promise<void> {
  allow(member, 'meeting.ask');
  await transaction(async (tx) => {
    await held(tx, member, meetingId);
    const which = and(eq(question.id, questionId), eq(question.meetingId, meetingId));
    const [found] = await tx.select({ by: question.accountId }).from(question).where(which);
    if (!found) throw new NotFound('This question');
    if (found.by !== member.accountId) allow(member, 'meeting.arrange');
    await tx.delete(question).where(which);
    await publish(changed(member.groupId), tx);
  });
}
