import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from '#platform/columns.ts';

/** One work, shared by all groups: known by arXiv id, by DOI, or only by its own id until a look-up completes it. */
export const paper = pgTable(
  'paper',
  {
    id: id().primaryKey(),
    /** Without version, as arXiv writes it: `2310.06110`, `math/0309136`. */
    arxivId: text().unique(),
    arxivVersion: integer(),
    /** In lower case: DOIs are case-insensitive. */
    doi: text().unique(),
    title: text().notNull(),
    /** Letters and digits of the title, for matching; see `titleKey`. */
    titleKey: text().notNull(),
    abstract: text().notNull().default(''),
    authors: jsonb().$type<string[]>().notNull().default([]),
    /** Known from a pasted page that counts authors without naming them. */
    authorCount: integer(),
    publishedOn: date({ mode: 'string' }),
    projectUrl: text(),
    codeUrl: text(),
    createdAt: createdAt(),
    /** When a source last gave its particulars; null while only an id or a pasted text is known. */
    completedAt: moment()
  },
  (t) => [
    index('paper_title_key').on(t.titleKey),
    index('paper_incomplete')
      .on(t.createdAt)
      .where(sql`${t.completedAt} is null and ${t.arxivId} is not null`)
  ]
);

/** That a source listed a paper on a day. The key keeps a paper once a day; it may come back on later days. */
export const listing = pgTable(
  'feed_listing',
  {
    source: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
    paperId: text()
      .notNull()
      .references(() => paper.id, { onDelete: 'cascade' }),
    upvotes: integer().notNull().default(0),
    aiSummary: text(),
    aiSummaryModel: text(),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.source, t.day, t.paperId] }), index('feed_listing_paper').on(t.paperId)]
);

/** What is known of one day at a source: when it was asked for, and what to send for a conditional request. */
export const feedDay = pgTable(
  'feed_day',
  {
    source: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
    etag: text(),
    checkedAt: moment().notNull()
  },
  (t) => [primaryKey({ columns: [t.source, t.day] })]
);

/** How a source is doing, for the feed's health line. */
export const feedSource = pgTable('feed_source', {
  source: text().primaryKey(),
  lastTriedAt: moment(),
  lastSucceededAt: moment(),
  failingSince: moment(),
  /** The sentence people see while it fails. */
  failure: text(),
  /** No request before this moment (429, back-off). */
  retryAt: moment(),
  failures: integer().notNull().default(0),
  /** Items of the last answer that could not be read, named. */
  malformed: jsonb().$type<string[]>().notNull().default([])
});
