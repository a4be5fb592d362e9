import { sql } from 'drizzle-orm';
import { bigint, date, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import { group } from '#groups/schema.ts';
import { meeting } from '#meetings/schema.ts';
import { paper } from '#papers/schema.ts';
import { bytes, createdAt, id, moment, words } from '#platform/columns.ts';

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
    deletedAt: moment(),
    /** While it can be read by anybody who has the address with this key. */
    shareKey: text().unique(),
    sharedAt: moment()
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
  /** Part of the name under which browsers keep offline edits; raised to make them forget. */
  generation: integer().notNull().default(1),
  /** The update up to which citations, decisions, action items and mentions were read out of the text. */
  gleaned: bigint({ mode: 'number' }).notNull().default(0)
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

/** Whose edits a Yjs client made: what remains of the writers once compaction has taken their updates away. */
export const noteWriter = pgTable(
  'note_writer',
  {
    noteId: text()
      .notNull()
      .references(() => noteHead.noteId, { onDelete: 'cascade' }),
    client: bigint({ mode: 'number' }).notNull(),
    accountId: text()
      .notNull()
      .references(() => account.id)
  },
  (t) => [primaryKey({ columns: [t.noteId, t.client] })]
);

/** The whole state up to and including update `seq`, kept for good under a name or for a reason. */
export const noteVersion = pgTable(
  'note_version',
  {
    id: id().primaryKey(),
    noteId: text()
      .notNull()
      .references(() => noteHead.noteId, { onDelete: 'cascade' }),
    seq: bigint({ mode: 'number' }).notNull(),
    reason: text({ enum: ['named', 'pause', 'restore', 'meeting'] }).notNull(),
    /** Null for those that were kept by themselves. */
    name: text(),
    text: text().notNull(),
    state: bytes().notNull(),
    /** Null when nobody asked for it. */
    createdBy: text().references(() => account.id),
    createdAt: createdAt()
  },
  (t) => [index('note_version_note').on(t.noteId, t.createdAt)]
);

/** A conversation about a passage. The anchors are encoded relative positions; the quotation is what stood there. */
export const noteThread = pgTable(
  'note_thread',
  {
    id: id().primaryKey(),
    noteId: text()
      .notNull()
      .references(() => note.id, { onDelete: 'cascade' }),
    anchorFrom: bytes().notNull(),
    anchorTo: bytes().notNull(),
    quote: text().notNull(),
    createdBy: text()
      .notNull()
      .references(() => account.id),
    createdAt: createdAt(),
    resolvedAt: moment(),
    resolvedBy: text().references(() => account.id)
  },
  (t) => [index('note_thread_note').on(t.noteId, t.createdAt)]
);

export const noteComment = pgTable(
  'note_comment',
  {
    id: id().primaryKey(),
    threadId: text()
      .notNull()
      .references(() => noteThread.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id),
    text: text().notNull(),
    createdAt: createdAt(),
    editedAt: moment(),
    deletedAt: moment(),
    words: words().generatedAlwaysAs(sql`to_tsvector('colloquy', text)`)
  },
  (t) => [
    index('note_comment_thread').on(t.threadId, t.createdAt),
    index('note_comment_words').using('gin', t.words).with({ fastupdate: false })
  ]
);

/** Somebody was named in a note or, when it has a thread, in a comment. */
export const noteMention = pgTable(
  'note_mention',
  {
    id: id().primaryKey(),
    noteId: text()
      .notNull()
      .references(() => note.id, { onDelete: 'cascade' }),
    threadId: text().references(() => noteThread.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id),
    /** How often the text names this person; only a rise is news. */
    times: integer().notNull().default(1),
    createdAt: createdAt(),
    seenAt: moment()
  },
  (t) => [
    uniqueIndex('note_mention_text')
      .on(t.noteId, t.accountId)
      .where(sql`${t.threadId} is null`),
    uniqueIndex('note_mention_thread')
      .on(t.threadId, t.accountId)
      .where(sql`${t.threadId} is not null`),
    index('note_mention_account').on(t.accountId, t.createdAt)
  ]
);

/** A paper or another note that a note's text links to; read out of the text, which is the truth. */
export const noteCitation = pgTable(
  'note_citation',
  {
    noteId: text()
      .notNull()
      .references(() => note.id, { onDelete: 'cascade' }),
    /** The id of a paper or of a note; ids are unique over both. */
    citedId: text().notNull()
  },
  (t) => [primaryKey({ columns: [t.noteId, t.citedId] }), index('note_citation_cited').on(t.citedId)]
);

/** What a note says was decided; read out of the text, which is the truth. */
export const noteDecision = pgTable(
  'note_decision',
  {
    noteId: text()
      .notNull()
      .references(() => note.id, { onDelete: 'cascade' }),
    /** Which decision of the text it is, counted from 0. */
    position: integer().notNull(),
    text: text().notNull()
  },
  (t) => [primaryKey({ columns: [t.noteId, t.position] })]
);

/** A task box of a note; read out of the text, which is the truth. */
export const actionItem = pgTable(
  'action_item',
  {
    noteId: text()
      .notNull()
      .references(() => note.id, { onDelete: 'cascade' }),
    /** Which task box of the text it is, counted from 0. */
    position: integer().notNull(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    assigneeId: text().references(() => account.id),
    dueOn: date({ mode: 'string' }),
    doneAt: moment()
  },
  (t) => [
    primaryKey({ columns: [t.noteId, t.position] }),
    index('action_item_open')
      .on(t.groupId)
      .where(sql`${t.doneAt} is null`),
    index('action_item_assignee')
      .on(t.assigneeId)
      .where(sql`${t.doneAt} is null`)
  ]
);

/** How a group begins its notes; without a row, as the application does. */
export const noteTemplate = pgTable(
  'note_template',
  {
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['meeting', 'paper', 'free'] }).notNull(),
    text: text().notNull(),
    changedBy: text().references(() => account.id),
    changedAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.groupId, t.kind] })]
);

/** The text of a note as search finds it; read out of the document, which is the truth. */
export const noteText = pgTable(
  'note_text',
  {
    noteId: text()
      .primaryKey()
      .references(() => note.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    /** Of the beginning: PostgreSQL takes a megabyte of words at most. */
    words: words().generatedAlwaysAs(sql`to_tsvector('colloquy', left(text, 200000))`)
  },
  (t) => [index('note_text_words').using('gin', t.words)]
);
