import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, time, uniqueIndex } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import { ballot } from '#ballots/schema.ts';
import { group } from '#groups/schema.ts';
import { paper } from '#papers/schema.ts';
import { createdAt, id, moment } from '#platform/columns.ts';
import { nomination } from '#queue/schema.ts';

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
    createdAt: createdAt(),
    endedAt: moment()
  },
  (t) => [
    uniqueIndex('series_current')
      .on(t.groupId)
      .where(sql`${t.endedAt} is null`),
    index('series_group').on(t.groupId)
  ]
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
    cancelledAt: moment()
  },
  (t) => [
    uniqueIndex('meeting_occurrence').on(t.seriesId, t.occursOn),
    index('meeting_group').on(t.groupId, t.startsAt),
    uniqueIndex('meeting_ballot').on(t.ballotId)
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
    position: integer().notNull(),
    createdAt: createdAt()
  },
  (t) => [
    uniqueIndex('agenda_item_once').on(t.meetingId, t.paperId),
    index('agenda_item_paper').on(t.paperId)
  ]
);
