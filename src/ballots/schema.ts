import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import { group } from '#groups/schema.ts';
import type { Vote } from '#ballots/ballots.ts';
import type { Method, Rules } from '#ballots/rules.ts';
import type { Frozen } from '#ballots/frozen.ts';
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
    /** What the method's rules say beside its name. */
    settings: jsonb().$type<Omit<Rules, 'method'>>().notNull().default({}),
    /** How many can win. */
    seats: integer().notNull().default(1),
    /** Null when the group's rhythm opened it. */
    openedBy: text().references(() => account.id),
    createdAt: createdAt(),
    /** When voting begins; null: when the ballot was made. */
    opensAt: moment(),
    closesAt: moment().notNull(),
    /** When those who have not voted are reminded, and when they were. */
    remindsAt: moment(),
    remindedAt: moment(),
    /** Votes needed for a result. */
    quorum: integer().notNull().default(1),
    closedAt: moment(),
    /** When it was taken back; it is closed from then on, and its votes are counted for nothing. */
    withdrawnAt: moment(),
    /** Frozen at the closing; the tie-break's seed is in it. */
    result: jsonb().$type<Frozen>()
  },
  (t) => [
    index('ballot_group').on(t.groupId, t.createdAt),
    index('ballot_due')
      .on(t.closesAt)
      .where(sql`${t.closedAt} is null`),
    index('ballot_reminder')
      .on(t.remindsAt)
      .where(sql`${t.remindedAt} is null and ${t.closedAt} is null`)
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
    position: integer().notNull(),
    /** Who offers to lead it if it is chosen. */
    leadOfferedBy: text().references(() => account.id, { onDelete: 'set null' })
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
