import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import { group } from '#groups/schema.ts';
import { paper } from '#papers/schema.ts';
import { createdAt, id, moment, words } from '#platform/columns.ts';

/** A group's candidates. */
export const queue = pgTable(
  'queue',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    createdAt: createdAt()
  },
  (t) => [uniqueIndex('queue_name').on(t.groupId, t.name)]
);

/** One paper proposed by one member with a pitch; it waits until withdrawn or chosen. */
export const nomination = pgTable(
  'nomination',
  {
    id: id().primaryKey(),
    queueId: text()
      .notNull()
      .references(() => queue.id, { onDelete: 'cascade' }),
    paperId: text()
      .notNull()
      .references(() => paper.id),
    proposedBy: text()
      .notNull()
      .references(() => account.id),
    pitch: text().notNull().default(''),
    /** The arXiv version that was known when it was proposed. */
    arxivVersion: integer(),
    createdAt: createdAt(),
    withdrawnAt: moment(),
    /** The proposal of the same work that it became one with; it left the queue at that moment. */
    joinedId: text().references((): AnyPgColumn => nomination.id),
    /** When a ballot or an organiser took it out of the queue onto an agenda. */
    chosenAt: moment(),
    words: words().generatedAlwaysAs(sql`to_tsvector('colloquy', pitch)`)
  },
  (t) => [
    uniqueIndex('nomination_waiting')
      .on(t.queueId, t.paperId)
      .where(sql`${t.withdrawnAt} is null and ${t.chosenAt} is null`),
    index('nomination_paper').on(t.paperId),
    index('nomination_queue').on(t.queueId),
    index('nomination_words').using('gin', t.words)
  ]
);

/** "I'd like to discuss this." */
export const interest = pgTable(
  'interest',
  {
    nominationId: text()
      .notNull()
      .references(() => nomination.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.nominationId, t.accountId] })]
);

/** Interest of somebody in a paper that nobody of the group has proposed yet; becomes interest in the nomination. */
export const paperInterest = pgTable(
  'paper_interest',
  {
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    paperId: text()
      .notNull()
      .references(() => paper.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.groupId, t.paperId, t.accountId] })]
);
