import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, not, or, sql, type SQL } from 'drizzle-orm';
import * as groups from '#groups/groups.server.ts';
import { permissions } from '#groups/permissions.ts';
import type { MailKind } from '#groups/words.ts';
import { absence, attendance, meeting, series } from '#meetings/schema.ts';
import { group } from '#groups/schema.ts';
import { eventsOf } from '#meetings/calendars.server.ts';
import { invitation, reminder, type Addressee, type Told } from '#meetings/letters.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { recall } from '#platform/mail.server.ts';

const hour = 3_600_000;
/** Members are invited when a meeting is near enough to plan for. */
const invitedAhead = 14 * 24 * hour;
const remindedAhead = 24 * hour;
/** A meeting that moved by less is not reminded of again. */
const smallMove = 12 * hour;

/**
 * Writes to members about meetings that are new or changed since they were last written to, or called off after they
 * were. Nothing is written about the past, and nothing twice, whoever and however many call this.
 */
export async function tellChanges(now: Date = new Date()): Promise<void> {
  const due = await database().select({ id: meeting.id }).from(meeting).where(isUntold(now));
  for (const { id } of due) {
    await transaction(async (tx) => {
      const isDue = await locked(tx, and(eq(meeting.id, id), isUntold(now))!);
      if (!isDue) return;
      const told = await toldAbout(tx, id);
      const before = isDue.toldSequence === null ? null : (isDue.toldAs ?? {});
      const { sequence, title, startsAt, place } = told;
      const toldAs = { title, startsAt: startsAt.toISOString(), place };
      await tx.update(meeting).set({ toldSequence: sequence, toldAs }).where(eq(meeting.id, id));
      for (const reader of await readersOf(tx, told, isDue.groupId, 'invitation')) {
        const letter = await invitation(tx, told, reader, before);
        const once = `invitation:${id}:${told.sequence}:${reader.accountId}`;
        await groups.write(tx, reader, { ...letter, once }, now);
      }
    });
  }
}

function isUntold(now: Date) {
  return and(
    sql`${meeting.toldSequence} is distinct from ${meeting.sequence}`,
    gt(meeting.startsAt, now),
    or(
      isNotNull(meeting.toldSequence),
      and(isNull(meeting.cancelledAt), lte(meeting.startsAt, new Date(now.getTime() + invitedAhead)))
    )
  );
}

/**
 * Reminds members the day before a meeting whose series does not say when, save those who said no, are away, or were
 * invited only then.
 */
export async function remind(now: Date = new Date()): Promise<void> {
  const due = await database().select({ id: meeting.id }).from(meeting).where(isUnreminded(now));
  for (const { id } of due) await transaction((tx) => remindIf(tx, id, isUnreminded(now), now));
}

/**
 * Stops the letters of a reminder that have not gone out; by hand those people can be reminded again.
 * @returns whether there were any
 */
export async function callReminderBack(tx: Transaction, meetingId: string): Promise<boolean> {
  if ((await recall(tx, remindersOf(meetingId))) === 0) return false;
  await tx.update(meeting).set({ remindedFor: null }).where(eq(meeting.id, meetingId));
  return true;
}

/** What the letters that remind of a meeting are called, so that none is written twice. */
const remindersOf = (meetingId: string) => `reminder:${meetingId}:`;

/**
 * Reminds members of a meeting to come now, unless they were reminded of this time of it before.
 * @returns whether they were not
 */
export async function remindNow(tx: Transaction, meetingId: string, now: Date): Promise<boolean> {
  return remindIf(tx, meetingId, and(isToCome(now), isReminderNew), now);
}

async function remindIf(tx: Transaction, id: string, state: SQL | undefined, now: Date): Promise<boolean> {
  const isDue = await locked(tx, and(eq(meeting.id, id), state)!);
  if (!isDue) return false;
  const told = await toldAbout(tx, id);
  await tx.update(meeting).set({ remindedFor: told.startsAt }).where(eq(meeting.id, id));
  for (const reader of await readersOf(tx, told, isDue.groupId, 'reminder')) {
    if (reader.answer === 'no' || reader.isAway) continue;
    const once = `${remindersOf(id)}${told.startsAt.toISOString()}:${reader.accountId}`;
    await groups.write(tx, reader, { ...(await reminder(tx, told, reader)), once }, now);
  }
  return true;
}

function isUnreminded(now: Date) {
  const hasSteps = sql`exists (select 1 from ${series} where ${series.id} = ${meeting.seriesId} and ${series.cycle} is not null)`;
  return and(
    isToCome(now),
    lte(meeting.startsAt, new Date(now.getTime() + remindedAhead)),
    lt(meeting.createdAt, sql`${meeting.startsAt} - interval '1 day'`),
    isReminderNew,
    not(hasSteps)
  );
}

function isToCome(now: Date) {
  return and(gt(meeting.startsAt, now), isNull(meeting.cancelledAt));
}

const isReminderNew = or(
  isNull(meeting.remindedFor),
  sql`abs(extract(epoch from ${meeting.startsAt} - ${meeting.remindedFor})) > ${smallMove / 1000}`
);

async function locked(tx: Transaction, which: NonNullable<ReturnType<typeof and>>) {
  const [found] = await tx
    .select({ groupId: meeting.groupId, toldSequence: meeting.toldSequence, toldAs: meeting.toldAs })
    .from(meeting)
    .where(which)
    .for('no key update');
  return found;
}

async function toldAbout(tx: Transaction, id: string): Promise<Told> {
  const [event] = await eventsOf(tx, eq(meeting.id, id));
  const [{ timezone }] = (await tx
    .select({ timezone: group.timezone })
    .from(group)
    .where(eq(group.slug, event!.groupSlug))) as [{ timezone: string }];
  return { ...event!, timezone };
}

type MeetingReader = groups.Reader & Addressee & { isAway: boolean };

async function readersOf(
  tx: Transaction,
  told: Told,
  groupId: string,
  kind: MailKind
): Promise<MeetingReader[]> {
  const readers = await groups.readers(tx, groupId, kind, permissions['meeting.answer']);
  const ids = readers.map(({ accountId }) => accountId);
  if (ids.length === 0) return [];
  const day = sql`(${told.startsAt.toISOString()}::timestamptz at time zone ${told.timezone})::date`;
  const [answers, away] = await Promise.all([
    tx
      .select({ accountId: attendance.accountId, answer: attendance.answer })
      .from(attendance)
      .where(and(eq(attendance.meetingId, told.id), inArray(attendance.accountId, ids))),
    tx
      .select({ accountId: absence.accountId })
      .from(absence)
      .where(and(eq(absence.groupId, groupId), lte(absence.fromOn, day), gte(absence.untilOn, day)))
  ]);
  return readers.map((reader) => ({
    ...reader,
    answer: answers.find(({ accountId }) => accountId === reader.accountId)?.answer ?? null,
    isAway: away.some(({ accountId }) => accountId === reader.accountId)
  }));
}
