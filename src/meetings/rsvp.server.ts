import { and, eq } from 'drizzle-orm';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import type { Answer } from '#meetings/answers.ts';
import { answer } from '#meetings/attending.server.ts';
import { endOf } from '#meetings/meetings.ts';
import { attendance, meeting } from '#meetings/schema.ts';
import { database } from '#platform/database.server.ts';
import { unsign } from '#platform/signing.server.ts';
import { NotFound } from '../failures.ts';

/** What somebody sees who follows the link in an invitation. */
export interface Asked {
  name: string;
  groupName: string;
  title: string;
  startsAt: Date;
  timezone: string;
  place: string;
  /** It was called off. */
  isOff: boolean;
  /** Its page, for members. */
  path: string;
  /** It can still be answered. */
  isOpen: boolean;
  answer: Answer | null;
}

/** The meeting that an invitation's word speaks of. @throws NotFound for a word that holds no longer */
export async function askedBy(word: string): Promise<Asked> {
  const { member, meetingId } = await about(word);
  const [found] = await database()
    .select({
      title: meeting.title,
      startsAt: meeting.startsAt,
      durationMinutes: meeting.durationMinutes,
      place: meeting.place,
      cancelledAt: meeting.cancelledAt,
      answer: attendance.answer
    })
    .from(meeting)
    .leftJoin(
      attendance,
      and(eq(attendance.meetingId, meeting.id), eq(attendance.accountId, member.accountId))
    )
    .where(eq(meeting.id, meetingId));
  if (!found) throw new NotFound('This link');
  const { cancelledAt, durationMinutes, ...shown } = found;
  return {
    ...shown,
    name: member.name,
    groupName: member.groupName,
    timezone: member.timezone,
    isOff: cancelledAt !== null,
    path: `/g/${member.groupSlug}/meetings/${meetingId}`,
    isOpen: !cancelledAt && endOf({ ...shown, durationMinutes }) > new Date()
  };
}

/** Answers by the link in an invitation, without signing in; the same however often. */
export async function answerBy(word: string, given: Answer): Promise<void> {
  const { member, meetingId } = await about(word);
  await answer(member, meetingId, given);
}

async function about(word: string): Promise<{ member: Member; meetingId: string }> {
  const [meetingId, accountId] = (await unsign('rsvp', word)) ?? [];
  if (!meetingId || !accountId) throw new NotFound('This link');
  const [found] = await database()
    .select({ groupId: meeting.groupId })
    .from(meeting)
    .where(eq(meeting.id, meetingId));
  if (!found) throw new NotFound('This link');
  return { member: await groups.memberIn(found.groupId, accountId), meetingId };
}
