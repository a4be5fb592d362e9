import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from '#platform/columns.ts';

/** A mail to one person, from the moment it was decided on; sent, waiting, or resting where no server is set. */
export const mail = pgTable(
  'mail',
  {
    id: id().primaryKey(),
    /** What it is about, when no second such mail may follow: `reminder:<ballot>:<account>`. */
    once: text().unique(),
    recipient: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    /** Beyond the usual ones: `List-Unsubscribe`. */
    headers: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** An iCalendar object that goes with it, and its method (RFC 6047). */
    calendar: jsonb().$type<{ method: 'REQUEST' | 'CANCEL'; content: string }>(),
    createdAt: createdAt(),
    sentAt: moment(),
    attempts: integer().notNull().default(0),
    /** Not to be tried before. */
    dueAt: moment().notNull().defaultNow(),
    /** Not to be sent from then on: it would be about something past. */
    until: moment(),
    /** What the server said when it last refused. */
    failure: text(),
    /** Since when it is no longer tried. */
    abandonedAt: moment()
  },
  (t) => [
    index('mail_due')
      .on(t.dueAt)
      .where(sql`${t.sentAt} is null and ${t.abandonedAt} is null`),
    index('mail_created').on(t.createdAt)
  ]
);

/** What this installation keeps to itself, such as the key that signs links. */
export const secret = pgTable('secret', {
  name: text().primaryKey(),
  value: text().notNull(),
  createdAt: createdAt()
});

/** How much of a limit somebody or something has used up, until `expire`; rate-limiter-flexible names the columns. */
export const rateLimit = pgTable(
  'rate_limit',
  { key: text().primaryKey(), points: integer().notNull().default(0), expire: moment() },
  (t) => [index('rate_limit_expire').on(t.expire)]
);
