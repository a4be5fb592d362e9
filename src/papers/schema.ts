import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { account } from '#accounts/schema.ts';
import { createdAt, id, moment, words } from '#platform/columns.ts';

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
    /** When the newest version known came out. */
    revisedOn: date({ mode: 'string' }),
    /** Where it appeared, as its publisher calls it: a journal, the proceedings of a conference. */
    venue: text(),
    /** As its authors or its publisher count them. */
    pages: integer(),
    /** As arXiv files it, the primary one first: `cs.LG`. */
    categories: jsonb().$type<string[]>().notNull().default([]),
    /** As a source names them. */
    keywords: jsonb().$type<string[]>().notNull().default([]),
    projectUrl: text(),
    codeUrl: text(),
    createdAt: createdAt(),
    /**
     * When arXiv or Crossref last told of it, or its title was looked up in vain; null while only an id, a pasted text or
     * what a list says is known.
     */
    completedAt: moment(),
    /**
     * Title before authors and keywords before abstract; and, as words that no text has, the year and the month in which
     * it came out (`@2026`, `@2026-11`), so that the index finds the newest of very many.
     */
    words: words().generatedAlwaysAs(
      sql`setweight(to_tsvector('colloquy', title), 'A')
        || setweight(to_tsvector('colloquy', authors || keywords), 'B')
        || setweight(to_tsvector('colloquy', left(abstract, 50000)), 'C')
        || array_to_tsvector(array[
          '@' || coalesce(extract(year from published_on)::integer::text, ''),
          '@' || coalesce(extract(year from published_on)::integer::text || '-' || extract(month from published_on)::integer::text, '')])`
    )
  },
  (t) => [
    index('paper_title_key').on(t.titleKey),
    // Without GIN's list of what is still to be filed: each search would read all of it.
    index('paper_words').using('gin', t.words).with({ fastupdate: false }),
    index('paper_categories').using('gin', t.categories),
    // For words that are in very many papers: the newest of them are found by going back in time.
    index('paper_published').on(t.publishedOn.desc().nullsLast()),
    index('paper_incomplete')
      .on(t.createdAt)
      .where(sql`${t.completedAt} is null and ${t.arxivId} is not null`),
    index('paper_incomplete_doi')
      .on(t.createdAt)
      .where(sql`${t.completedAt} is null and ${t.arxivId} is null and ${t.doi} is not null`),
    index('paper_incomplete_title')
      .on(t.createdAt)
      .where(sql`${t.completedAt} is null and ${t.arxivId} is null and ${t.doi} is null`)
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
  (t) => [
    primaryKey({ columns: [t.source, t.day, t.paperId] }),
    index('feed_listing_paper').on(t.paperId),
    // All that the order of a day or a month needs, so that only the papers shown are fetched.
    index('feed_listing_day').on(t.day, t.paperId, t.upvotes, t.source)
  ]
);

/** The papers that Hugging Face calls trending, as it ranked them when it was last asked. */
export const trendingPaper = pgTable('trending_paper', {
  paperId: text()
    .primaryKey()
    .references(() => paper.id, { onDelete: 'cascade' }),
  /** From 1. */
  place: integer().notNull(),
  upvotes: integer().notNull(),
  fetchedAt: moment().notNull()
});

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
  /** How many papers the last good answer named, and the newest day it listed one on. */
  listed: integer().notNull().default(0),
  newestDay: date({ mode: 'string' }),
  /** Since when a source answers with what was known already, on days when it should not. */
  staleSince: moment(),
  failingSince: moment(),
  /** The sentence people see while it fails. */
  failure: text(),
  /** No request before this moment (429, back-off). */
  retryAt: moment(),
  failures: integer().notNull().default(0),
  /** Items of the last answer that could not be read, named. */
  malformed: jsonb().$type<string[]>().notNull().default([])
});

/** The id of a paper that turned out to be the same work as another: what was written with it still leads there. */
export const formerPaper = pgTable(
  'former_paper',
  {
    id: text().primaryKey(),
    paperId: text()
      .notNull()
      .references(() => paper.id, { onDelete: 'cascade' }),
    unitedAt: moment().notNull().defaultNow()
  },
  (t) => [index('former_paper_paper').on(t.paperId)]
);

/** What one person has done with a paper. */
export const paperReader = pgTable(
  'paper_reader',
  {
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    paperId: text()
      .notNull()
      .references(() => paper.id, { onDelete: 'cascade' }),
    /** When they put it aside while looking through the feed. */
    seenAt: moment(),
    reading: text({ enum: ['to-read', 'skimmed', 'read'] }),
    readingAt: moment()
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.paperId] }),
    index('paper_reader_paper')
      .on(t.paperId)
      .where(sql`${t.reading} is not null`)
  ]
);

/** A word whose papers somebody does not want to see. */
export const mutedWord = pgTable(
  'muted_word',
  {
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    /** In lower case. */
    word: text().notNull(),
    createdAt: createdAt()
  },
  (t) => [primaryKey({ columns: [t.accountId, t.word] })]
);

/** A filter of the feed that somebody keeps under a name. */
export const savedFilter = pgTable(
  'saved_filter',
  {
    id: id().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** As it stands in the address of the feed's page, after `?`. */
    query: text().notNull(),
    createdAt: createdAt()
  },
  (t) => [uniqueIndex('saved_filter_name').on(t.accountId, t.name)]
);

/** A word of titles, authors or keywords of the papers that are known, as PostgreSQL's search keeps it. */
export const paperWord = pgTable(
  'paper_word',
  {
    word: text().primaryKey(),
    /** In how many papers it is there, as last counted. */
    papers: integer().notNull()
  },
  (t) => [index('paper_word_trigrams').using('gin', t.word.op('gin_trgm_ops')).with({ fastupdate: false })]
);
