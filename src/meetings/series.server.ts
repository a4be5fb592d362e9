import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import { allow, type Member } from '#groups/groups.ts';
import { group } from '#groups/schema.ts';
import { weeklyOn, type Rhythm } from '#meetings/meetings.ts';
import { changed } from '#meetings/changed.ts';
import { occurrences } from '#meetings/rhythm.server.ts';
import { agendaItem, meeting, series } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';

/** How many meetings of a series are there before their time. */
const keptAhead = 4;

type Series = typeof series.$inferSelect;

/** The group's present rhythm, if it has one. */
export async function rhythm(
  member: Member
): Promise<Omit<Series, 'groupId' | 'createdAt' | 'endedAt'> | null> {
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
      place: series.place
    })
    .from(series)
    .where(isCurrentOf(member.groupId));
  return found ?? null;
}

/**
 * Sets the group's rhythm: the former series ends, and the next meetings of the new one are made. Meetings to come
 * that fall on a day of the new rhythm move to its time and keep what they have; others stay when something is on
 * their agenda or at the vote, and are called off when nothing is.
 */
export async function setRhythm(member: Member, form: Rhythm): Promise<void> {
  allow(member, 'series.set');
  await transaction(async (tx) => {
    await oneAtATime(tx, member.groupId);
    const now = new Date();
    const [former] = await tx
      .update(series)
      .set({ endedAt: now })
      .where(isCurrentOf(member.groupId))
      .returning({ id: series.id });
    const [made] = await tx
      .insert(series)
      .values({
        id: newId(),
        groupId: member.groupId,
        title: form.title,
        rrule: weeklyOn(form.weekday),
        startsOn: form.startsOn,
        startTime: form.time,
        timezone: member.timezone,
        durationMinutes: form.duration,
        place: form.place
      })
      .returning();
    if (former) await takeOver(tx, former.id, made!, now);
    await makeOccurrences(tx, made!, now);
    await publish(changed(member.groupId), tx);
  });
}

/** Two who set the rhythm at once do it one after the other. */
async function oneAtATime(tx: Transaction, groupId: string): Promise<void> {
  await tx.select({ id: group.id }).from(group).where(eq(group.id, groupId)).for('no key update');
}

async function takeOver(tx: Transaction, formerId: string, made: Series, now: Date): Promise<void> {
  const toCome = and(eq(meeting.seriesId, formerId), gte(meeting.startsAt, now));
  for (const { occursOn, startsAt } of occurrences(made, now, keptAhead)) {
    const { id: seriesId, title, durationMinutes, place } = made;
    await tx
      .update(meeting)
      .set({ seriesId, startsAt, title, durationMinutes, place })
      .where(and(toCome, eq(meeting.occursOn, occursOn)));
  }
  const onAgenda = tx.select().from(agendaItem).where(eq(agendaItem.meetingId, meeting.id));
  await tx
    .update(meeting)
    .set({ cancelledAt: now })
    .where(and(toCome, isNull(meeting.cancelledAt), isNull(meeting.ballotId), sql`not exists (${onAgenda})`));
}

async function makeOccurrences(tx: Transaction, made: Series, now: Date): Promise<number> {
  const { id: seriesId, groupId, title, durationMinutes, place } = made;
  const next = occurrences(made, now, keptAhead);
  const inserted = await tx
    .insert(meeting)
    .values(next.map((one) => ({ id: newId(), groupId, seriesId, title, durationMinutes, place, ...one })))
    .onConflictDoNothing({ target: [meeting.seriesId, meeting.occursOn] })
    .returning({ id: meeting.id });
  return inserted.length;
}

/** Makes the meetings to come of every running series that are not there yet, however often and many ask. */
export async function keepOccurrencesMade(now: Date = new Date()): Promise<void> {
  const running = await database().select().from(series).where(isNull(series.endedAt));
  for (const one of running) {
    await transaction(async (tx) => {
      await oneAtATime(tx, one.groupId);
      const [still] = await tx
        .select({ id: series.id })
        .from(series)
        .where(and(eq(series.id, one.id), isNull(series.endedAt)));
      if (still && (await makeOccurrences(tx, one, now)) > 0) await publish(changed(one.groupId), tx);
    });
  }
}

function isCurrentOf(groupId: string) {
  return and(eq(series.groupId, groupId), isNull(series.endedAt));
}
