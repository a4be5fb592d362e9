import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import { group } from '#groups/schema.ts';
import type { Method, Result, Vote } from '#ballots/ballots.ts';
import { createdAt, id, moment } from '#platform/columns.ts';
import { nomination } from '#queue/schema.ts';

/** One decision between waiting nominations. */
export const ballot = pgTable(
  'ballot',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    method: text().$type<Method>().notNull(),
    openedBy: text()
      .notNull()
      .references(() => account.id),
    /** When it opened. */
    createdAt: createdAt(),
    closesAt: moment().notNull(),
    /** Votes needed for a result. */
    quorum: integer().notNull().default(1),
    closedAt: moment(),
    /** Frozen at the closing; the tie-break's seed is in it. */
    result: jsonb().$type<Result>()
  },
  (t) => [
    index('ballot_group').on(t.groupId, t.createdAt),
    index('ballot_due')
      .on(t.closesAt)
      .where(sql`${t.closedAt} is null`)
  ]
);

/** A nomination that stands on a ballot. */
export const option = pgTable(
  'ballot_option',
  {
    ballotId: text()
      .notNull()
      .references(() => ballot.id, { onDelete: 'cascade' }),
    nominationId: text()
      .notNull()
      .references(() => nomination.id),
    position: integer().notNull()
  },
  (t) => [
    primaryKey({ columns: [t.ballotId, t.nominationId] }),
    index('ballot_option_nomination').on(t.nominationId)
  ]
);

/** What one member voted; changed in place until the ballot closes, secret for ever. */
export const vote = pgTable(
  'vote',
  {
    ballotId: text()
      .notNull()
      .references(() => ballot.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    choice: jsonb().$type<Vote>().notNull(),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.ballotId, t.accountId] })]
);
