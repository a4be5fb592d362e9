import { and, desc, eq, inArray } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { changed } from '#meetings/changed.ts';
import { usualDuties } from '#meetings/meetings.ts';
import { held } from '#meetings/planning.server.ts';
import { duty, meeting } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { Conflict } from '../failures.ts';

/** What there is to do at a meeting, and who does it. */
export interface Duty {
  name: string;
  by: { accountId: string; name: string } | null;
}

/** A group's own duties are remembered for as many meetings. */
const remembered = 8;

/** What there is to do at a meeting: the usual, what the last meetings had besides, and what this one has. */
export async function duties(member: Member, meetingId: string): Promise<Duty[]> {
  allow(member, 'group.read');
  const last = database()
    .select({ id: meeting.id })
    .from(meeting)
    .where(eq(meeting.groupId, member.groupId))
    .orderBy(desc(meeting.startsAt))
    .limit(remembered);
  const [known, taken] = await Promise.all([
    database().selectDistinct({ name: duty.name }).from(duty).where(inArray(duty.meetingId, last)),
    database()
      .select({ name: duty.name, by: { accountId: account.id, name: account.name } })
      .from(duty)
      .innerJoin(account, eq(account.id, duty.accountId))
      .innerJoin(meeting, eq(meeting.id, duty.meetingId))
      .where(and(eq(duty.meetingId, meetingId), eq(meeting.groupId, member.groupId)))
  ]);
  const own = [...known, ...taken].map(({ name }) => name).sort();
  return [...new Set([...usualDuties, ...own])].map((name) => ({
    name,
    by: taken.find((one) => one.name === name)?.by ?? null
  }));
}

/** Takes on a duty. @throws Conflict when somebody else has it */
export async function takeOn(member: Member, meetingId: string, name: string): Promise<void> {
  allow(member, 'meeting.duty');
  await transaction(async (tx) => {
    await held(tx, member, meetingId);
    const usual = usualDuties.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
    const [taken] = await tx
      .insert(duty)
      .values({ meetingId, name: usual, accountId: member.accountId })
      .onConflictDoNothing()
      .returning({ name: duty.name });
    if (!taken) throw new Conflict(`Somebody is ${usual} already.`);
    await publish(changed(member.groupId), tx);
  });
}

/** Lays a duty down; somebody else's only organisers do. @throws Forbidden */
export async function layDown(member: Member, meetingId: string, name: string): Promise<void> {
  allow(member, 'meeting.duty');
  await transaction(async (tx) => {
    await held(tx, member, meetingId);
    const which = and(eq(duty.meetingId, meetingId), eq(duty.name, name));
    const [found] = await tx.select({ accountId: duty.accountId }).from(duty).where(which);
    if (!found) return;
    if (found.accountId !== member.accountId) allow(member, 'meeting.arrange');
    await tx.delete(duty).where(which);
    await publish(changed(member.groupId), tx);
  });
}
