import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { ruleOf } from '#meetings/rhythm.ts';
import type { Rhythm } from '#meetings/forms.ts';
import { announce } from '#meetings/announcing.server.ts';
import { changed } from '#meetings/changed.ts';
import {
  daysOff,
  isCurrentOf,
  keptAhead,
  makeOccurrences,
  oneAtATime,
  raised,
  raisedFor,
  type Series
} from '#meetings/occurring.server.ts';
import { momentOf, occurrences } from '#meetings/rhythm.server.ts';
import { agendaItem, meeting, series } from '#meetings/schema.ts';
import { lateSteps, stepWords, type Cycle } from '#meetings/cycle.ts';
import { moveClosings, planSteps } from '#meetings/steps.server.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Invalid } from '../failures.ts';

/** The group's present rhythm, if it has one, with the day it gives next. */
export async function rhythm(
  member: Member
): Promise<(Omit<Series, 'groupId' | 'createdAt' | 'endedAt'> & { nextOn: string | null }) | null> {
  allow(member, 'group.read');
  const [found] = await database()
    .select({
      id: series.id,
      title: series.title,
      rrule: series.rrule,
      startsOn: series.startsOn,
      startTime: series.startTime,
      timezone: series.timezone,
      durationMinutes: series.durationMinutes,
      place: series.place,
      cycle: series.cycle,
      pausedAt: series.pausedAt
    })
    .from(series)
    .where(isCurrentOf(member.groupId));
  if (!found) return null;
  const [next] = occurrences(found, new Date(), 1);
  return { ...found, nextOn: next?.occursOn ?? null };
}

/**
 * Sets the group's rhythm: the former series ends, and the next meetings of the new one are made. Meetings to come
 * that fall on a day of the new rhythm move to its time and keep what they have; others stay when something is on
 * their agenda or at the vote, and are called off when nothing is.
 * @throws Invalid for a time before which not all can happen that happens by itself
 */
export async function setRhythm(member: Member, form: Rhythm): Promise<void> {
  allow(member, 'series.set');
  await transaction((tx) => setRhythmIn(tx, member, form));
}

/** The same within a transaction, for who was allowed to. @returns the id of the new series */
export async function setRhythmIn(tx: Transaction, member: Member, form: Rhythm): Promise<string> {
  await oneAtATime(tx, member.groupId);
  const now = new Date();
  const [former] = await tx
    .update(series)
    .set({ endedAt: now })
    .where(isCurrentOf(member.groupId))
    .returning({ id: series.id, cycle: series.cycle });
  if (former?.cycle) assertBefore(former.cycle, form.time);
  const rrule = ruleOf(form.every, form.weekday);
  const [made] = await tx
    .insert(series)
    .values({
      id: newId(),
      groupId: member.groupId,
      title: form.title,
      rrule,
      // Of every other week, the one of the first meeting counts.
      startsOn: firstDay(form, rrule, member.timezone),
      startTime: form.time,
      timezone: member.timezone,
      durationMinutes: form.duration,
      place: form.place,
      cycle: former?.cycle ?? null
    })
    .returning();
  if (former) await takeOver(tx, former.id, made!, now);
  await makeOccurrences(tx, made!, now);
  await accounts.record(tx, member, 'series.set', { about: `${form.title}, ${rrule}, ${form.time}` });
  await publish(changed(member.groupId), tx);
  return made!.id;
}

function assertBefore(cycle: Cycle, time: string): void {
  const [late] = lateSteps(cycle, time);
  if (!late) return;
  const does = stepWords[late].name.toLowerCase();
  throw new Invalid({
    time: `On the day itself, at ${cycle.steps[late]!.time}, ${does}. Begin later, or change first what happens by itself.`
  });
}

function firstDay({ startsOn, time }: Rhythm, rrule: string, timezone: string): string {
  const weekly = rrule.replace('INTERVAL=2;', '');
  const pattern = { rrule: weekly, startsOn, startTime: time, timezone };
  return occurrences(pattern, momentOf(startsOn, '00:00', timezone), 1)[0]?.occursOn ?? startsOn;
}

async function takeOver(tx: Transaction, formerId: string, made: Series, now: Date): Promise<void> {
  const toCome = and(eq(meeting.seriesId, formerId), gt(meeting.startsAt, now));
  for (const { occursOn, startsAt } of occurrences(made, now, keptAhead, await daysOff(tx, made, now))) {
    const { id: seriesId, title, durationMinutes, place } = made;
    const occasion = { title, startsAt, durationMinutes, place };
    await moveClosings(tx, and(toCome, eq(meeting.occursOn, occursOn)), { startsAt });
    // What a pause called off takes place in the new rhythm, which does not pause.
    const calledBack = sql`(${meeting.cancelledFor} is not null)`;
    const moved = await tx
      .update(meeting)
      .set({
        seriesId,
        ...occasion,
        cancelledAt: sql`case when not ${calledBack} then ${meeting.cancelledAt} end`,
        cancelledFor: null,
        sequence: sql`${raisedFor(occasion)} + ${calledBack}::int`
      })
      .where(and(toCome, eq(meeting.occursOn, occursOn)))
      .returning({ id: meeting.id });
    await announce(tx, 'meeting.changed', moved);
  }
  const onAgenda = tx.select().from(agendaItem).where(eq(agendaItem.meetingId, meeting.id));
  const off = await tx
    .update(meeting)
    .set({ cancelledAt: now, sequence: raised })
    .where(and(toCome, isNull(meeting.cancelledAt), isNull(meeting.ballotId), sql`not exists (${onAgenda})`))
    .returning({ id: meeting.id });
  await announce(tx, 'meeting.cancelled', off);
  await planSteps(tx, inArray(meeting.seriesId, [formerId, made.id]));
}
