import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import type { Answer } from '#meetings/answers.ts';
import { allow, permissions } from '#groups/permissions.ts';
import { membership } from '#groups/schema.ts';
import { changed } from '#meetings/changed.ts';
import { endOf, opensAt } from '#meetings/meetings.ts';
import { absence, attendance, meeting } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { Conflict, NotFound } from '../failures.ts';

/** Somebody who is expected at a meeting, or was there. */
export interface Expected {
  accountId: string;
  name: string;
  answer: Answer | null;
  /** They are away on that day, whatever they answered. */
  isAway: boolean;
  attendedAt: Date | null;
}

/** Says whether one comes. @throws Conflict once the meeting is over or called off */
export async function answer(member: Member, meetingId: string, given: Answer): Promise<void> {
  allow(member, 'meeting.answer');
  await transaction(async (tx) => {
    const found = await at(tx, member, meetingId);
    if (endOf(found) <= new Date()) throw new Conflict('This meeting is over.');
    const values = { answer: given, answeredAt: new Date() };
    await tx
      .insert(attendance)
      .values({ meetingId, accountId: member.accountId, ...values })
      .onConflictDoUpdate({ target: [attendance.meetingId, attendance.accountId], set: values });
    await publish(changed(member.groupId), tx);
  });
}

/**
 * Says that somebody was there, or that they were not; of others only organisers do.
 * @throws Conflict before the doors open, a little ahead of the beginning
 */
export async function attend(
  member: Member,
  meetingId: string,
  { accountId, there }: { accountId: string; there: boolean }
): Promise<void> {
  allow(member, accountId === member.accountId ? 'meeting.attend' : 'meeting.attend.any');
  await transaction(async (tx) => {
    const found = await at(tx, member, meetingId);
    if (opensAt(found) > new Date()) throw new Conflict('This meeting has not begun yet.');
    const [belongs] = await tx
      .select({ id: membership.id })
      .from(membership)
      .where(and(eq(membership.groupId, member.groupId), eq(membership.accountId, accountId)))
      .limit(1);
    if (!belongs) throw new NotFound('This member');
    const attendedAt = there ? new Date() : null;
    await tx
      .insert(attendance)
      .values({ meetingId, accountId, attendedAt })
      .onConflictDoUpdate({
        target: [attendance.meetingId, attendance.accountId],
        set: { attendedAt: there ? sql`coalesce(${attendance.attendedAt}, now())` : null }
      });
    await publish(changed(member.groupId), tx);
  });
}

async function at(tx: Transaction, member: Member, meetingId: string) {
  const [found] = await tx
    .select({
      startsAt: meeting.startsAt,
      durationMinutes: meeting.durationMinutes,
      cancelledAt: meeting.cancelledAt
    })
    .from(meeting)
    .where(and(eq(meeting.id, meetingId), eq(meeting.groupId, member.groupId)));
  if (!found) throw new NotFound('This meeting');
  if (found.cancelledAt) throw new Conflict('This meeting was called off.');
  return found;
}

/** Everyone a meeting expects or saw, by name: members of now, and those who were there and left since. */
export async function expected(member: Member, meetingId: string): Promise<Expected[]> {
  allow(member, 'group.read');
  const isAway = sql<boolean>`exists (select 1 from ${absence}
    where ${absence.groupId} = ${meeting.groupId} and ${absence.accountId} = ${account.id}
    and (${meeting.startsAt} at time zone ${member.timezone})::date between ${absence.fromOn} and ${absence.untilOn})`;
  const mayCome = sql`${membership.role} in ${[...permissions['meeting.answer']]}`;
  return database()
    .selectDistinctOn([account.name, account.id], {
      accountId: account.id,
      name: account.name,
      answer: attendance.answer,
      isAway,
      attendedAt: attendance.attendedAt
    })
    .from(meeting)
    .innerJoin(membership, eq(membership.groupId, meeting.groupId))
    .innerJoin(account, eq(account.id, membership.accountId))
    .leftJoin(attendance, and(eq(attendance.meetingId, meeting.id), eq(attendance.accountId, account.id)))
    .where(
      and(
        eq(meeting.id, meetingId),
        eq(meeting.groupId, member.groupId),
        or(and(isNull(membership.endedAt), mayCome), sql`${attendance.attendedAt} is not null`)
      )
    )
    .orderBy(asc(account.name), asc(account.id));
}
