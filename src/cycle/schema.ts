import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import type { Often } from '#cycle/cycle.ts';
import { group } from '#groups/schema.ts';
import { id, moment } from '#platform/columns.ts';

/** How often somebody gets the digest of a group, and when the next one is written. Made with the first look for it. */
export const digest = pgTable(
  'digest',
  {
    groupId: id().references(() => group.id, { onDelete: 'cascade' }),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    every: text().$type<Often>().notNull().default('weekly'),
    /** What came since then is in the next one. */
    sinceAt: moment().notNull(),
    dueAt: moment().notNull()
  },
  (t) => [primaryKey({ columns: [t.groupId, t.accountId] }), index('digest_due').on(t.dueAt)]
);
