import { and, asc, between, eq, gte } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import { callBack, callOff, startDay } from '#meetings/callingoff.server.ts';
import { changed } from '#meetings/changed.ts';
import { allow } from '#groups/permissions.ts';
import type { DaysOff } from '#meetings/forms.ts';
import { currentOf, oneAtATime } from '#meetings/occurring.server.ts';
import { assertNotOver, wallClock } from '#meetings/rhythm.server.ts';
import { holiday } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { NotFound } from '../failures.ts';

/** Days on which the group's rhythm makes no meeting. */
export interface Holiday {
  id: string;
  fromOn: string;
  untilOn: string;
  label: string;
}

/** The group's days off that are not over, soonest first. */
export async function holidays(member: Member): Promise<Holiday[]> {
  allow(member, 'group.read');
  const today = wallClock(new Date(), member.timezone).date;
  return database()
    .select({ id: holiday.id, fromOn: holiday.fromOn, untilOn: holiday.untilOn, label: holiday.label })
    .from(holiday)
    .where(and(eq(holiday.groupId, member.groupId), gte(holiday.untilOn, today)))
    .orderBy(asc(holiday.fromOn), asc(holiday.id));
}

/** Takes days off: no meeting is made on them, and those of the rhythm that were made are called off. @throws Invalid for past days */
export async function takeOff(member: Member, { from, until, label }: DaysOff): Promise<void> {
  allow(member, 'series.set');
  assertNotOver({ from, until }, member.timezone);
  await transaction(async (tx) => {
    await oneAtATime(tx, member.groupId);
    const values = { fromOn: from, untilOn: until, label };
    await tx.insert(holiday).values({ id: newId(), groupId: member.groupId, ...values });
    const current = await currentOf(tx, member.groupId);
    if (current) {
      await callOff(tx, current, 'holiday', between(startDay(current.timezone), from, until));
      await callBack(tx, current);
    }
    await accounts.record(tx, member, 'holiday.add', { about: spanOf(values) });
    await publish(changed(member.groupId), tx);
  });
}

/** Gives days off back: meetings that only they called off take place. @throws NotFound */
export async function giveBack(member: Member, holidayId: string): Promise<void> {
  allow(member, 'series.set');
  await transaction(async (tx) => {
    await oneAtATime(tx, member.groupId);
    const [gone] = await tx
      .delete(holiday)
      .where(and(eq(holiday.id, holidayId), eq(holiday.groupId, member.groupId)))
      .returning({ fromOn: holiday.fromOn, untilOn: holiday.untilOn, label: holiday.label });
    if (!gone) throw new NotFound('This holiday');
    const current = await currentOf(tx, member.groupId);
    if (current) await callBack(tx, current);
    await accounts.record(tx, member, 'holiday.remove', { about: spanOf(gone) });
    await publish(changed(member.groupId), tx);
  });
}

function spanOf({ fromOn, untilOn, label }: Omit<Holiday, 'id'>): string {
  return [fromOn === untilOn ? fromOn : `${fromOn} to ${untilOn}`, label].filter(Boolean).join(', ');
}
