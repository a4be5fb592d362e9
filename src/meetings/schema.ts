import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  time,
  uniqueIndex
} from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import { ballot } from '#ballots/schema.ts';
import { group } from '#groups/schema.ts';
import { paper } from '#papers/schema.ts';
import type { Cycle, Missed, StepKind } from '#meetings/cycle.ts';
import type { CancelledFor, Draw, ToldAs } from '#meetings/meetings.ts';
import type { Answer } from '#meetings/answers.ts';
import { createdAt, id, moment } from '#platform/columns.ts';
import { lock, nomination } from '#queue/schema.ts';

/** The rhythm of a group's meetings. */
export const series = pgTable(
  'series',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    /** RFC 5545, without DTSTART: `FREQ=WEEKLY;BYDAY=TH`. */
    rrule: text().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    /** Wall-clock time in `timezone`, whatever UTC is by then. */
    startTime: time().notNull(),
    timezone: text().notNull(),
    durationMinutes: integer().notNull().default(60),
    /** Where people meet: a room or an address. */
    place: text().notNull().default(''),
    /** What happens by itself before each meeting; null until somebody said so. */
    cycle: jsonb().$type<Cycle>(),
    createdAt: createdAt(),
    /** Since when it makes no meetings. */
    pausedAt: moment(),
    endedAt: moment()
  },
  (t) => [
    uniqueIndex('series_current')
      .on(t.groupId)
      .where(sql`${t.endedAt} is null`),
    index('series_group').on(t.groupId)
  ]
);

/** Days on which the group's rhythm makes no meeting, whichever rhythm it has. */
export const holiday = pgTable(
  'holiday',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    fromOn: date({ mode: 'string' }).notNull(),
    /** The last day, itself included. */
    untilOn: date({ mode: 'string' }).notNull(),
    label: text().notNull().default(''),
    createdAt: createdAt()
  },
  (t) => [index('holiday_group').on(t.groupId, t.untilOn)]
);

/** One occurrence, or a meeting of its own. */
export const meeting = pgTable(
  'meeting',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    seriesId: text().references(() => series.id),
    /** The day in the series' zone that the rhythm gave; makes the same occurrence once. */
    occursOn: date({ mode: 'string' }).notNull(),
    title: text().notNull(),
    startsAt: moment().notNull(),
    durationMinutes: integer().notNull(),
    place: text().notNull().default(''),
    /** The ballot that decides what is discussed. */
    ballotId: text().references(() => ballot.id),
    createdAt: createdAt(),
    /** When somebody said that it was over, and what became of its agenda. */
    closedAt: moment(),
    closedBy: text().references(() => account.id),
    cancelledAt: moment(),
    /** What called it off, when nobody did by hand. */
    cancelledFor: text().$type<CancelledFor>(),
    /** Raised whenever time, place, title or cancellation change, so that calendars take the newest (RFC 5545, 3.8.7.4). */
    sequence: integer().notNull().default(0),
    /** The sequence its members were last written to about; null before they were invited. */
    toldSequence: integer(),
    /** What they were told of it then, so that a change can be told beside it. */
    toldAs: jsonb().$type<ToldAs>(),
    /** The beginning that members were reminded of. */
    remindedFor: moment()
  },
  (t) => [
    uniqueIndex('meeting_occurrence').on(t.seriesId, t.occursOn),
    index('meeting_group').on(t.groupId, t.startsAt),
    index('meeting_start').on(t.startsAt),
    index('meeting_untold')
      .on(t.startsAt)
      .where(sql`${t.toldSequence} is distinct from ${t.sequence}`),
    uniqueIndex('meeting_ballot').on(t.ballotId)
  ]
);

/**
 * Something that is to happen by itself before a meeting, and what became of it. It is planned until `doneAt` or `missedAt`
 * is set, which happens once; one that was undone stays, and doing it again is another row.
 */
export const step = pgTable(
  'meeting_step',
  {
    id: id().primaryKey(),
    meetingId: text()
      .notNull()
      .references(() => meeting.id, { onDelete: 'cascade' }),
    kind: text().$type<StepKind>().notNull(),
    dueAt: moment().notNull(),
    createdAt: createdAt(),
    doneAt: moment(),
    /** Who did it by hand; null when it happened by itself. */
    doneBy: text().references(() => account.id, { onDelete: 'set null' }),
    /** When it was found that it makes no sense any more, and why. */
    missedAt: moment(),
    missed: text().$type<Missed>(),
    undoneAt: moment(),
    undoneBy: text().references(() => account.id, { onDelete: 'set null' }),
    /** What it made: a lock, or a ballot. */
    lockId: text().references(() => lock.id, { onDelete: 'set null' }),
    ballotId: text().references(() => ballot.id, { onDelete: 'set null' }),
    /** Instead, of a ballot that somebody opened by its own form: it keeps to times of its own. */
    ownBallotId: text().references(() => ballot.id, { onDelete: 'set null' })
  },
  (t) => [
    uniqueIndex('meeting_step_planned')
      .on(t.meetingId, t.kind)
      .where(sql`${t.doneAt} is null and ${t.missedAt} is null`),
    index('meeting_step_due')
      .on(t.dueAt)
      .where(sql`${t.doneAt} is null and ${t.missedAt} is null`),
    index('meeting_step_meeting').on(t.meetingId)
  ]
);

/** A paper at a meeting, with its lead. */
export const agendaItem = pgTable(
  'agenda_item',
  {
    id: id().primaryKey(),
    meetingId: text()
      .notNull()
      .references(() => meeting.id, { onDelete: 'cascade' }),
    paperId: text()
      .notNull()
      .references(() => paper.id),
    nominationId: text().references(() => nomination.id),
    leadId: text().references(() => account.id),
    /** How chance chose the lead, if it did, so that anyone can draw again (`drawOrder`). */
    leadDraw: jsonb().$type<Draw>(),
    position: integer().notNull(),
    /** How long it is meant to take. */
    minutes: integer(),
    /** When the group came to it, and when it went on. */
    startedAt: moment(),
    finishedAt: moment(),
    createdAt: createdAt()
  },
  (t) => [
    uniqueIndex('agenda_item_once').on(t.meetingId, t.paperId),
    index('agenda_item_paper').on(t.paperId),
    index('agenda_item_lead').on(t.leadId)
  ]
);

/** A paper that the closing of a meeting took off its agenda, for it was not discussed; what its undoing needs. */
export const carryOver = pgTable(
  'carry_over',
  {
    meetingId: text()
      .notNull()
      .references(() => meeting.id, { onDelete: 'cascade' }),
    paperId: text()
      .notNull()
      .references(() => paper.id),
    nominationId: text().references(() => nomination.id),
    /** The meeting that has it now; null for the queue. */
    toMeetingId: text().references(() => meeting.id, { onDelete: 'cascade' }),
    leadId: text().references(() => account.id),
    minutes: integer(),
    position: integer().notNull()
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.paperId] }), index('carry_over_to').on(t.toMeetingId)]
);

/** What a paper says in three minutes, for those of a group who have not read it; it goes along from agenda to agenda. */
export const summary = pgTable(
  'paper_summary',
  {
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    paperId: text()
      .notNull()
      .references(() => paper.id),
    text: text().notNull(),
    /** Who wrote it last, and when. */
    writtenBy: text()
      .notNull()
      .references(() => account.id),
    writtenAt: moment().notNull()
  },
  (t) => [primaryKey({ columns: [t.groupId, t.paperId] })]
);

/** Somebody at a meeting: whether they said they come, and whether they were there. */
export const attendance = pgTable(
  'attendance',
  {
    meetingId: text()
      .notNull()
      .references(() => meeting.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    answer: text().$type<Answer>(),
    answeredAt: moment(),
    /** When they were seen there. */
    attendedAt: moment()
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.accountId] }), index('attendance_account').on(t.accountId)]
);

/** What somebody wants asked at a meeting. */
export const question = pgTable(
  'question',
  {
    id: id().primaryKey(),
    meetingId: text()
      .notNull()
      .references(() => meeting.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    createdAt: createdAt(),
    settledAt: moment()
  },
  (t) => [index('question_meeting').on(t.meetingId, t.createdAt)]
);

/** Somebody who raised their hand at a meeting; who raised it first speaks first. */
export const hand = pgTable(
  'hand',
  {
    meetingId: text()
      .notNull()
      .references(() => meeting.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    raisedAt: moment().notNull().defaultNow()
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.accountId] })]
);

/** Days on which a member does not lead and is not expected. */
export const absence = pgTable(
  'absence',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    fromOn: date({ mode: 'string' }).notNull(),
    /** The last day, itself included. */
    untilOn: date({ mode: 'string' }).notNull(),
    createdAt: createdAt()
  },
  (t) => [index('absence_group').on(t.groupId, t.untilOn)]
);

/** What somebody does at a meeting beside leading: scribe, skeptic, or what the group calls it. */
export const duty = pgTable(
  'duty',
  {
    meetingId: text()
      .notNull()
      .references(() => meeting.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.name] })]
);

/** Who leads an item asks somebody to lead it instead, perhaps in return for one of theirs. */
export const swap = pgTable(
  'swap',
  {
    id: id().primaryKey(),
    itemId: text()
      .notNull()
      .references(() => agendaItem.id, { onDelete: 'cascade' }),
    askedBy: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    askedOf: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    /** What is led in return. */
    returnItemId: text().references(() => agendaItem.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    acceptedAt: moment(),
    /** Refused by the one, or withdrawn by the other. */
    declinedAt: moment()
  },
  (t) => [
    uniqueIndex('swap_open')
      .on(t.itemId)
      .where(sql`${t.acceptedAt} is null and ${t.declinedAt} is null`),
    index('swap_asked').on(t.askedOf)
  ]
);

/** A calendar that can be followed at a secret address: a group's, or one person's with all their groups. */
export const calendar = pgTable(
  'calendar',
  {
    id: id().primaryKey(),
    key: text().notNull().unique(),
    groupId: text()
      .unique()
      .references(() => group.id, { onDelete: 'cascade' }),
    accountId: text()
      .unique()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: createdAt()
  },
  (t) => [check('calendar_whose', sql`num_nonnulls(${t.groupId}, ${t.accountId}) = 1`)]
);
