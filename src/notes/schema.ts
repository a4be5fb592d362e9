import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import { group } from '#groups/schema.ts';
import { meeting } from '#meetings/schema.ts';
import { paper } from '#papers/schema.ts';
import { bytes, createdAt, id, moment } from '#platform/columns.ts';

/** A document edited together: a meeting's, a paper's, or free. */
export const note = pgTable(
  'note',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    meetingId: text().references(() => meeting.id),
    paperId: text().references(() => paper.id),
    title: text().notNull(),
    createdBy: text().references(() => account.id),
    createdAt: createdAt(),
    deletedAt: moment()
  },
  (t) => [
    index('note_group').on(t.groupId, t.createdAt),
    uniqueIndex('note_meeting')
      .on(t.meetingId)
      .where(sql`${t.deletedAt} is null`),
    index('note_paper').on(t.paperId)
  ]
);

/**
 * The document of a note as the log knows it. `head` is the number of its last update; whoever appends locks this
 * row first, so numbers have no gaps in commit order.
 */
export const noteHead = pgTable('note_head', {
  noteId: text()
    .primaryKey()
    .references(() => note.id, { onDelete: 'cascade' }),
  head: bigint({ mode: 'number' }).notNull().default(0),
  /** Raised whenever somebody's access ends or shrinks; a flush that was let in under an older one is refused. */
  accessEpoch: integer().notNull().default(0),
  /** Part of the name under which browsers keep offline edits; raised to make them forget. */
  generation: integer().notNull().default(1)
});

/** One update as it came in: the raw bytes are the truth. */
export const noteUpdate = pgTable(
  'note_update',
  {
    noteId: text()
      .notNull()
      .references(() => noteHead.noteId, { onDelete: 'cascade' }),
    seq: bigint({ mode: 'number' }).notNull(),
    payload: bytes().notNull(),
    /** Null when the server wrote it. */
    accountId: text().references(() => account.id),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.noteId, t.seq] })]
);

/** The whole state up to and including update `seq`, compacted. Two are kept. */
export const noteSnapshot = pgTable(
  'note_snapshot',
  {
    noteId: text()
      .notNull()
      .references(() => noteHead.noteId, { onDelete: 'cascade' }),
    seq: bigint({ mode: 'number' }).notNull(),
    state: bytes().notNull(),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.noteId, t.seq] })]
);
