import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
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
import type { EventDetail, EventKind } from '#queue/events.ts';

/** A group's candidates: it may have several such lists, of which the first open one is meant where none is named. */
export const queue = pgTable(
  'queue',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** Where it stands among the group's queues. */
    place: integer().notNull().default(0),
    /** Since when organisers sort it by hand; null while interest orders it. */
    byHandSince: moment(),
    createdAt: createdAt(),
    /** Since when it takes no proposals. */
    closedAt: moment()
  },
  (t) => [uniqueIndex('queue_name').on(t.groupId, t.name)]
);

/** One paper proposed by one member with a pitch; it waits until withdrawn or chosen. */
export const nomination = pgTable(
  'nomination',
  {
    id: id().primaryKey(),
    /** The group of its queue, so that a paper waits once in a group, whichever its queue. */
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
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
    /** When somebody last wanted it: proposed, showed interest, kept it, or brought it back. */
    wantedAt: createdAt(),
    /** While a ballot decides on it: until then it neither expires nor is merged. */
    heldUntil: moment(),
    /** Since when the group is asked whether to keep it; null while nobody is asked. */
    askedAt: moment(),
    pinnedAt: moment(),
    pinnedBy: text().references(() => account.id),
    /** Until when it is out of sight; it comes back by itself. */
    snoozedUntil: moment(),
    snoozedBy: text().references(() => account.id),
    /** Since when somebody is looked for who leads it. */
    leadWantedAt: moment(),
    /** Ballots that it lost although somebody voted for it. */
    lost: integer().notNull().default(0),
    /** Where it stands in a queue that is sorted by hand; null comes last. */
    place: integer(),
    withdrawnAt: moment(),
    /** What took it out, when nobody withdrew it by hand. */
    withdrawnFor: text({ enum: ['unwanted', 'merged'] }),
    /** The proposal of the same work that it became one with; it left the queue at that moment. */
    joinedId: text().references((): AnyPgColumn => nomination.id),
    /** When a ballot or an organiser took it out of the queue onto an agenda. */
    chosenAt: moment(),
    words: words().generatedAlwaysAs(sql`to_tsvector('colloquy', pitch)`)
  },
  (t) => [
    uniqueIndex('nomination_waiting')
      .on(t.groupId, t.paperId)
      .where(sql`${t.withdrawnAt} is null and ${t.chosenAt} is null`),
    index('nomination_paper').on(t.paperId),
    index('nomination_queue').on(t.queueId),
    index('nomination_group').on(t.groupId, t.createdAt),
    index('nomination_joined')
      .on(t.joinedId)
      .where(sql`${t.joinedId} is not null`),
    index('nomination_wanted')
      .on(t.wantedAt)
      .where(sql`${t.withdrawnAt} is null and ${t.chosenAt} is null and ${t.askedAt} is null`),
    index('nomination_asked')
      .on(t.askedAt)
      .where(sql`${t.withdrawnAt} is null and ${t.chosenAt} is null and ${t.askedAt} is not null`),
    index('nomination_words').using('gin', t.words).with({ fastupdate: false })
  ]
);

/**
 * That a queue's shortlist for a coming ballot stands: what is proposed later is not on it, and what is on it is not
 * withdrawn, until `endedAt`.
 */
export const lock = pgTable(
  'queue_lock',
  {
    id: id().primaryKey(),
    queueId: text()
      .notNull()
      .references(() => queue.id, { onDelete: 'cascade' }),
    /** Ids of nominations, in the queue's order then. */
    shortlist: jsonb().$type<string[]>().notNull(),
    createdAt: createdAt(),
    /** When the ballot was opened, or the queue unlocked. */
    endedAt: moment()
  },
  (t) => [
    index('queue_lock_standing')
      .on(t.queueId)
      .where(sql`${t.endedAt} is null`)
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
    /** The nomination merged into this one that it came with. */
    broughtBy: text().references(() => nomination.id, { onDelete: 'cascade' }),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.nominationId, t.accountId] })]
);

/** That somebody would lead a nomination if it is chosen. */
export const leadOffer = pgTable(
  'lead_offer',
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

/** What somebody said in the thread under a nomination. */
export const nominationComment = pgTable(
  'nomination_comment',
  {
    id: id().primaryKey(),
    nominationId: text()
      .notNull()
      .references(() => nomination.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id),
    text: text().notNull(),
    createdAt: createdAt(),
    editedAt: moment(),
    /** By its author or an organiser; what it said is gone from pages. */
    removedAt: moment(),
    words: words().generatedAlwaysAs(sql`to_tsvector('colloquy', text)`)
  },
  (t) => [
    index('nomination_comment_thread').on(t.nominationId, t.createdAt),
    index('nomination_comment_words').using('gin', t.words).with({ fastupdate: false })
  ]
);

/** What befell a nomination, and when: the record that pages and digests tell from. */
export const nominationEvent = pgTable(
  'nomination_event',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    nominationId: text()
      .notNull()
      .references(() => nomination.id, { onDelete: 'cascade' }),
    kind: text().$type<EventKind>().notNull(),
    /** Null for what happened by itself. */
    accountId: text().references(() => account.id),
    detail: jsonb().$type<EventDetail>().notNull().default({}),
    createdAt: createdAt()
  },
  (t) => [
    index('nomination_event_group').on(t.groupId, t.createdAt),
    index('nomination_event_nomination').on(t.nominationId, t.createdAt)
  ]
);

/** One row: when all queues were last looked through for what nobody wants. Whoever looks locks it. */
export const queueTending = pgTable('queue_tending', {
  id: integer().primaryKey().default(1),
  tendedAt: moment().notNull()
});

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
