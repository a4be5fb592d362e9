import { and, asc, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import type { Reading } from '#papers/names.ts';
import type { Listed } from '#papers/feed.server.ts';
import { queryOf, type Filters, type Span, type Stretch } from '#papers/looking.ts';
import { listing, mutedWord, paper, paperReader, savedFilter, trendingPaper } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database, planner } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { wordsQuery } from '#platform/words.ts';
import { Conflict, NotFound } from '../failures.ts';

/** Papers on a page of the feed. */
export const feedPage = 50;
const mostMuted = 200;
const mostSaved = 50;

/** A paper of the feed as one person sees it. */
export interface Looked extends Omit<Listed, 'upvotes'> {
  /** Null for what only arXiv lists, where nobody votes. */
  upvotes: number | null;
  /** The last day within the span on which it was listed, or on which it was trending, as an ISO date. */
  day: string;
  isSeen: boolean;
  categories: string[];
}

/**
 * The papers of a span that pass the filters, without those of muted words: a page of them, and whether there are more.
 * They are put into their order before they are looked at, so that of a long month only those shown are fetched.
 */
export async function look(
  { id: accountId }: Pick<Account, 'id'>,
  span: Span,
  filters: Filters,
  atOnce = feedPage
): Promise<{ papers: Looked[]; hasMore: boolean }> {
  const { listed, order } = span.kind === 'trending' ? trending(filters) : listedIn(span, filters);
  const found = await planner()
    .select({
      id: paper.id,
      day: listed.day,
      upvotes: listed.upvotes,
      isSeen: sql<boolean>`${paperReader.seenAt} is not null`
    })
    .from(listed)
    .innerJoin(paper, eq(paper.id, listed.paperId))
    .leftJoin(paperReader, and(eq(paperReader.paperId, listed.paperId), eq(paperReader.accountId, accountId)))
    .where(and(...conditions(filters), notMuted(accountId)))
    .orderBy(...order)
    .limit(atOnce + 1)
    .offset((filters.page - 1) * atOnce);
  const shown = found.slice(0, atOnce);
  const described = await describe(shown.map(({ id }) => id));
  return {
    papers: shown.flatMap((one) => {
      const texts = described.get(one.id);
      if (!texts) return [];
      const { isVoted, ...rest } = texts;
      const upvotes = isVoted || span.kind === 'trending' ? one.upvotes : null;
      return [{ ...rest, ...one, upvotes }];
    }),
    hasMore: found.length > atOnce
  };
}

/* Each is in its order already; only then the planner sees that it need not look at all of them to say the first. */

function listedIn(span: Stretch, { source, order }: Filters) {
  const lastDay = sql`max(${listing.day})`;
  const mostUpvotes = sql`max(${listing.upvotes})`;
  const isNewestFirst = order === 'newest';
  const listed = database()
    .select({
      paperId: listing.paperId,
      day: sql<string>`${lastDay}::text`.as('last_day'),
      upvotes: sql<number>`${mostUpvotes}`.as('most_upvotes')
    })
    .from(listing)
    .where(
      and(
        sql`${listing.day} between ${span.from} and ${span.to}`,
        source ? eq(listing.source, source) : undefined
      )
    )
    .groupBy(listing.paperId)
    .orderBy(
      ...(isNewestFirst ? [sql`${lastDay}::text desc`] : []),
      sql`${mostUpvotes} desc`,
      asc(listing.paperId)
    )
    .as('listed');
  const byDay = isNewestFirst ? [sql`${listed.day} desc`] : [];
  return { listed, order: [...byDay, sql`${listed.upvotes} desc`, asc(listed.paperId)] };
}

function trending({ order, source }: Filters) {
  const fetchedOn = sql<string>`(${trendingPaper.fetchedAt} at time zone 'UTC')::date::text`;
  const listed = database()
    .select({
      paperId: trendingPaper.paperId,
      day: fetchedOn.as('fetched_on'),
      upvotes: sql<number>`${trendingPaper.upvotes}`.as('upvotes_now'),
      place: sql<number>`${trendingPaper.place}`.as('rank')
    })
    .from(trendingPaper)
    .where(source && source !== 'hf' ? sql`false` : undefined)
    .as('trending');
  return {
    listed,
    order: [order === 'newest' ? desc(paper.publishedOn) : sql`${listed.place}`, asc(listed.paperId)]
  };
}

/** Whether a span has papers at all, whatever its reader does not want to see. */
export async function hasPapers(span: Span): Promise<boolean> {
  if (span.kind === 'trending') return (await trendingSince()) !== null;
  const [any] = await database()
    .select({ day: listing.day })
    .from(listing)
    .where(sql`${listing.day} between ${span.from} and ${span.to}`)
    .limit(1);
  return any !== undefined;
}

/** When the list of trending papers was fetched last; null when it never was. */
export async function trendingSince(): Promise<Date | null> {
  const [found] = await database()
    .select({ fetchedAt: trendingPaper.fetchedAt })
    .from(trendingPaper)
    .orderBy(asc(trendingPaper.place))
    .limit(1);
  return found?.fetchedAt ?? null;
}

/** What is shown of papers beside what a listing says, by id. */
async function describe(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const summaryOf = (column: typeof listing.aiSummary | typeof listing.aiSummaryModel) => sql<string | null>`(
    select ${column} from ${listing}
    where ${listing.paperId} = ${paper.id} and ${listing.aiSummary} is not null
    order by ${listing.day} desc limit 1)`;
  const found = await database()
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
      isVoted: sql<boolean>`exists (
        select from ${listing} where ${listing.paperId} = ${paper.id} and ${listing.source} <> 'arxiv')`,
      aiSummary: summaryOf(listing.aiSummary),
      aiSummaryModel: summaryOf(listing.aiSummaryModel)
    })
    .from(paper)
    .where(oneOf(paper.id, ids));
  return new Map(found.map((one) => [one.id, one]));
}

/** What a machine wrote of a paper, and which one, if a source told; the newest. */
export async function machineSummary(
  paperId: string
): Promise<{ text: string; model: string | null } | null> {
  const [found] = await database()
    .select({ text: sql<string>`${listing.aiSummary}`, model: listing.aiSummaryModel })
    .from(listing)
    .where(and(eq(listing.paperId, paperId), isNotNull(listing.aiSummary)))
    .orderBy(desc(listing.day))
    .limit(1);
  return found ?? null;
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
    wanted ? matching(sql`select to_tsquery('colloquy', ${wanted})`) : undefined,
    by ? matching(sql`select to_tsquery('colloquy', ${by})`) : undefined,
    code ? sql`${paper.codeUrl} is not null` : undefined,
    unseen ? sql`${paperReader.seenAt} is null` : undefined
  ];
}

function notMuted(accountId: string): SQL {
  const any = sql`string_agg('(' || phraseto_tsquery('colloquy', ${mutedWord.word})::text || ')', ' | ')::tsquery`;
  const mutedOnes = sql`select ${any} from ${mutedWord}
    where ${mutedWord.accountId} = ${accountId} and numnode(phraseto_tsquery('colloquy', ${mutedWord.word})) > 0`;
  return sql`coalesce(not ${matching(mutedOnes)}, true)`;
}

/** Whether a paper has what a `select` finds: as a subquery it is read once, not for each paper. */
function matching(select: SQL): SQL {
  return sql`${paper.words} @@ (${select})`;
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

/** The papers that somebody has to read, skimmed or read, the one said last first: a page of them, and whether there are more. */
export async function readingList(
  { id }: Pick<Account, 'id'>,
  reading: Reading,
  { page = 1, atOnce = feedPage } = {}
): Promise<{ paperIds: string[]; hasMore: boolean }> {
  const found = await database()
    .select({ paperId: paperReader.paperId })
    .from(paperReader)
    .where(and(eq(paperReader.accountId, id), eq(paperReader.reading, reading)))
    .orderBy(desc(paperReader.readingAt), asc(paperReader.paperId))
    .limit(atOnce + 1)
    .offset((page - 1) * atOnce);
  const paperIds = found.map(({ paperId }) => paperId);
  return { paperIds: paperIds.slice(0, atOnce), hasMore: paperIds.length > atOnce };
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
