import { integer, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import { group } from '#groups/schema.ts';
import { createdAt, id, moment } from '#platform/columns.ts';
import type { EventName, Kind, Told } from '#webhooks/webhooks.ts';

/** Where a group has its events told. */
export const webhook = pgTable(
  'webhook',
  {
    id: id().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => group.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    address: text().notNull(),
    kind: text().$type<Kind>().notNull(),
    events: jsonb().$type<EventName[]>().notNull(),
    /** Signs what is sent; the server must know it to sign. */
    secret: text().notNull(),
    createdBy: text().references(() => account.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    pausedAt: moment(),
    /** Since when no delivery arrived; null while they do. */
    failingSince: moment(),
    /** When it was switched off because nothing arrived for days, and what the last fault was. */
    switchedOffAt: moment(),
    reason: text()
  },
  (t) => [index('webhook_group').on(t.groupId)]
);

/** One event on its way to one receiver, from the transaction that made it; kept for 30 days. */
export const delivery = pgTable(
  'webhook_delivery',
  {
    id: id().primaryKey(),
    webhookId: text()
      .notNull()
      .references(() => webhook.id, { onDelete: 'cascade' }),
    told: jsonb().$type<Told>().notNull(),
    /** What it is about, when it is told no second time. */
    once: text(),
    createdAt: createdAt(),
    attempts: integer().notNull().default(0),
    triedAt: moment(),
    deliveredAt: moment(),
    /** What the receiver answered last: status and first characters; or why it could not be asked. */
    status: integer(),
    excerpt: text().notNull().default(''),
    failure: text()
  },
  (t) => [
    uniqueIndex('webhook_delivery_once').on(t.webhookId, t.once),
    index('webhook_delivery_log').on(t.webhookId, t.createdAt),
    index('webhook_delivery_created').on(t.createdAt)
  ]
);
