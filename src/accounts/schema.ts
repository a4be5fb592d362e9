import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from '#platform/columns.ts';

/** A person who signs in. */
export const account = pgTable(
  'account',
  {
    id: id().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    /** Argon2id, in the PHC string format. */
    passwordHash: text().notNull(),
    /** Since when the account runs this installation; the first account does. */
    operatorSince: moment(),
    createdAt: createdAt()
  },
  (t) => [uniqueIndex('account_email').on(sql`lower(${t.email})`)]
);

/** One sign-in. The id itself is only in the browser's cookie; here is its SHA-256. */
export const session = pgTable(
  'session',
  {
    idHash: text().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
    /** The browser as it named itself, so that a person can tell their sessions apart. */
    userAgent: text().notNull().default('')
  },
  (t) => [index('session_account').on(t.accountId), index('session_expiry').on(t.expiresAt)]
);

/** A bearer token for the API. Only its SHA-256 is kept. */
export const token = pgTable(
  'token',
  {
    id: id().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    secretHash: text().notNull().unique(),
    label: text().notNull(),
    createdAt: createdAt(),
    revokedAt: moment()
  },
  (t) => [index('token_account').on(t.accountId)]
);
