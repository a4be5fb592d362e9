import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import type { Listed } from '#papers/feed.server.ts';
import { queryOf, type Filters, type Reading, type Span } from '#papers/looking.ts';
import { listing, mutedWord, paper, paperReader, savedFilter } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { wordsQuery } from '#platform/words.ts';
import { Conflict, NotFound } from '../failures.ts';

/** Papers on a page of the feed. */
export const feedPage = 50;
const mostMuted = 200;
const mostSaved = 50;

/** A paper of the feed as one person sees it. */
export interface Looked extends Listed {
  /** The last day within the span on which it was listed, as an ISO date. */
  day: string;
  isSeen: boolean;
  categories: string[];
}

/** The papers of a span that pass the filters, without those of muted words, a page of them and how many there are. */
export async function look(
  { id: accountId }: Pick<Account, 'id'>,
  span: Span,
  filters: Filters,
  atOnce = feedPage
): Promise<{ papers: Looked[]; total: number }> {
  const listed = database()
    .select({
      paperId: listing.paperId,
      day: sql<string>`max(${listing.day})::text`.as('last_day'),
      upvotes: sql<number>`max(${listing.upvotes})`.as('most_upvotes'),
      aiSummary: newest(listing.aiSummary).as('newest_summary'),
      aiSummaryModel: newest(listing.aiSummaryModel).as('newest_model')
    })
    .from(listing)
    .where(
      and(
        sql`${listing.day} between ${span.from} and ${span.to}`,
        filters.source ? eq(listing.source, filters.source) : undefined
      )
    )
    .groupBy(listing.paperId)
    .as('listed');
  const rows = await database()
    .select({
      id: paper.id,
      title: paper.title,
      abstract: paper.abstract,
      authors: paper.authors,
      authorCount: paper.authorCount,
      publishedOn: paper.publishedOn,
      arxivId: paper.arxivId,
      doi: paper.doi,
      projectUrl: paper.projectUrl,
      codeUrl: paper.codeUrl,
      categories: paper.categories,
      day: listed.day,
      upvotes: listed.upvotes,
      aiSummary: listed.aiSummary,
      aiSummaryModel: listed.aiSummaryModel,
      isSeen: sql<boolean>`${paperReader.seenAt} is not null`,
      total: sql<number>`count(*) over ()::int`
    })
    .from(listed)
    .innerJoin(paper, eq(paper.id, listed.paperId))
    .leftJoin(paperReader, and(eq(paperReader.paperId, paper.id), eq(paperReader.accountId, accountId)))
    .where(and(...conditions(filters), notMuted(accountId)))
    .orderBy(...orderOf(filters, listed), asc(paper.title), asc(paper.id))
    .limit(atOnce)
    .offset((filters.page - 1) * atOnce);
  return { papers: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

const newest = (column: typeof listing.aiSummary | typeof listing.aiSummaryModel) =>
  sql<
    string | null
  >`(array_agg(${column} order by ${listing.day} desc) filter (where ${column} is not null))[1]`;

function orderOf(filters: Filters, listed: { day: SQL.Aliased; upvotes: SQL.Aliased }): SQL[] {
  return filters.order === 'newest'
    ? [sql`${listed.day} desc`, sql`${listed.upvotes} desc`]
    : [sql`${listed.upvotes} desc`];
}

function conditions({ category, words, author, code, unseen }: Filters): (SQL | undefined)[] {
  const wanted = wordsQuery(words).tsquery;
  const by = wordsQuery(
    author
      .split(/\s+/)
      .map((name) => name && `author:${name}`)
      .join(' ')
  ).tsquery;
  return [
    category ? sql`${paper.categories} ? ${category}` : undefined,
    wanted ? sql`${paper.words} @@ to_tsquery('colloquy', ${wanted})` : undefined,
    by ? sql`${paper.words} @@ to_tsquery('colloquy', ${by})` : undefined,
    code ? sql`${paper.codeUrl} is not null` : undefined,
    unseen ? sql`${paperReader.seenAt} is null` : undefined
  ];
}

function notMuted(accountId: string): SQL {
  return sql`not exists (
    select 1 from ${mutedWord}
    where ${mutedWord.accountId} = ${accountId} and ${paper.words} @@ phraseto_tsquery('colloquy', ${mutedWord.word}))`;
}

/** Puts a paper aside, or takes it back into sight. @throws NotFound */
export async function see({ id: accountId }: Account, paperId: string, isSeen = true): Promise<void> {
  const seenAt = isSeen ? new Date() : null;
  await note(accountId, paperId, { seenAt });
}

/** Says how far one has read a paper, or that one has not begun. @throws NotFound */
export async function setReading(
  { id: accountId }: Pick<Account, 'id'>,
  paperId: string,
  reading: Reading | null
): Promise<void> {
  await note(accountId, paperId, { reading, readingAt: reading ? new Date() : null });
}

async function note(
  accountId: string,
  paperId: string,
  facts: Partial<typeof paperReader.$inferInsert>
): Promise<void> {
  const known = await database().$count(paper, eq(paper.id, paperId));
  if (known === 0) throw new NotFound('This paper');
  await database()
    .insert(paperReader)
    .values({ accountId, paperId, ...facts })
    .onConflictDoUpdate({ target: [paperReader.accountId, paperReader.paperId], set: facts });
}

/** How far somebody has read a paper; null when they have not said. */
export async function readingOf({ id }: Account, paperId: string): Promise<Reading | null> {
  const [found] = await database()
    .select({ reading: paperReader.reading })
    .from(paperReader)
    .where(and(eq(paperReader.accountId, id), eq(paperReader.paperId, paperId)));
  return found?.reading ?? null;
}

/** The words whose papers somebody does not want to see. */
export async function muted({ id }: Account): Promise<string[]> {
  const found = await database()
    .select({ word: mutedWord.word })
    .from(mutedWord)
    .where(eq(mutedWord.accountId, id))
    .orderBy(asc(mutedWord.word));
  return found.map(({ word }) => word);
}

/** Hides papers with a word, or several in a row. @throws Conflict when too many are muted */
export async function mute({ id: accountId }: Account, word: string): Promise<void> {
  const many = await database().$count(mutedWord, eq(mutedWord.accountId, accountId));
  if (many >= mostMuted) throw new Conflict(`At most ${mostMuted} words can be muted.`);
  await database().insert(mutedWord).values({ accountId, word }).onConflictDoNothing();
}

/** Shows them again. */
export async function unmute({ id }: Account, word: string): Promise<void> {
  await database()
    .delete(mutedWord)
    .where(and(eq(mutedWord.accountId, id), eq(mutedWord.word, word)));
}

/** A filter under the name somebody gave it. */
export interface SavedFilter {
  id: string;
  name: string;
  /** As it stands in the address after `?`. */
  query: string;
}

/** The filters somebody keeps, by name. */
export async function savedFilters({ id }: Account): Promise<SavedFilter[]> {
  return database()
    .select({ id: savedFilter.id, name: savedFilter.name, query: savedFilter.query })
    .from(savedFilter)
    .where(eq(savedFilter.accountId, id))
    .orderBy(asc(savedFilter.name));
}

/** Keeps filters under a name; one of that name is replaced. @throws Conflict when too many are kept */
export async function saveFilter({ id: accountId }: Account, name: string, filters: Filters): Promise<void> {
  const many = await database().$count(savedFilter, eq(savedFilter.accountId, accountId));
  if (many >= mostSaved) throw new Conflict(`At most ${mostSaved} filters can be kept.`);
  const query = queryOf(filters);
  await database()
    .insert(savedFilter)
    .values({ id: newId(), accountId, name, query })
    .onConflictDoUpdate({ target: [savedFilter.accountId, savedFilter.name], set: { query } });
}

/** Forgets one of one's own filters. */
export async function forgetFilter({ id: accountId }: Account, id: string): Promise<void> {
  await database()
    .delete(savedFilter)
    .where(and(eq(savedFilter.accountId, accountId), eq(savedFilter.id, id)));
}
