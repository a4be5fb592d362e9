import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { group } from '#groups/schema.ts';
import { moment } from '#platform/columns.ts';
import type { Taste } from '#suggestions/taste.ts';

/** What was learnt of a group's likings; a group of whose record too little can be learnt has none. */
export const taste = pgTable('taste', {
  groupId: text()
    .primaryKey()
    .references(() => group.id, { onDelete: 'cascade' }),
  trainedAt: moment().notNull(),
  /** Papers it was learnt from, on both sides. */
  examples: integer().notNull(),
  model: jsonb().$type<Taste>().notNull()
});
