import { eq, sql } from 'drizzle-orm';
import { lockPapers } from '#papers/lock.server.ts';
import { formerPaper, listing, paper, paperReader, trendingPaper } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';
import { requestJob } from '#platform/jobs.server.ts';

/** The job that makes one paper of two; what the rooms above keep of papers goes along (`works/`). */
export const uniting = 'papers.unite';

/** Two rows that are one work: one goes, one stays. */
export interface Double {
  goes: string;
  stays: string;
}

/** Asks that two papers that turned out to be the same work become one, if this transaction commits. */
export async function requestUniting(tx: Transaction, double: Double): Promise<void> {
  await requestJob(uniting, { ...double }, { within: tx, key: double.goes });
}

/** Locks both papers until the transaction ends. @returns whether both are there */
export async function lockDouble(tx: Transaction, { goes, stays }: Double): Promise<boolean> {
  if (goes === stays) return false;
  await lockPapers(tx);
  const found = await tx
    .select({ id: paper.id })
    .from(paper)
    .where(oneOf(paper.id, [goes, stays]))
    .orderBy(paper.id)
    .for('update');
  return found.length === 2;
}

/**
 * Gives one paper all that is known of another, what people did with it, and its id as a former one of its own; the
 * other is gone then. Whatever else refers to it has been handed over before.
 */
export async function absorb(tx: Transaction, { goes, stays }: Double): Promise<void> {
  await handOverListings(tx, goes, stays);
  await handOverReaders(tx, goes, stays);
  await tx.update(formerPaper).set({ paperId: stays }).where(eq(formerPaper.paperId, goes));
  await tx.insert(formerPaper).values({ id: goes, paperId: stays });
  const [gone] = await tx.delete(paper).where(eq(paper.id, goes)).returning({
    arxivId: paper.arxivId,
    doi: paper.doi,
    abstract: paper.abstract,
    authors: paper.authors,
    authorCount: paper.authorCount,
    publishedOn: paper.publishedOn,
    venue: paper.venue,
    pages: paper.pages,
    keywords: paper.keywords,
    projectUrl: paper.projectUrl,
    codeUrl: paper.codeUrl,
    createdAt: paper.createdAt
  });
  if (gone) await fillUp(tx, stays, gone);
}

/** What was known of the paper that stays is believed before what was known of the other. */
async function fillUp(
  tx: Transaction,
  stays: string,
  { arxivId, doi, abstract, authors, authorCount, publishedOn, venue, pages, keywords, ...gone }: Filling
): Promise<void> {
  await tx
    .update(paper)
    .set({
      arxivId: sql`coalesce(${paper.arxivId}, ${arxivId})`,
      doi: sql`coalesce(${paper.doi}, ${doi})`,
      venue: sql`coalesce(${paper.venue}, ${venue})`,
      pages: sql`coalesce(${paper.pages}, ${pages}::integer)`,
      projectUrl: sql`coalesce(${paper.projectUrl}, ${gone.projectUrl})`,
      codeUrl: sql`coalesce(${paper.codeUrl}, ${gone.codeUrl})`,
      abstract: sql`coalesce(nullif(${paper.abstract}, ''), ${abstract})`,
      authors: sql`coalesce(nullif(${paper.authors}, '[]'), ${JSON.stringify(authors)}::jsonb)`,
      keywords: sql`coalesce(nullif(${paper.keywords}, '[]'), ${JSON.stringify(keywords)}::jsonb)`,
      authorCount: sql`coalesce(${paper.authorCount}, ${authorCount}::integer)`,
      publishedOn: sql`coalesce(${paper.publishedOn}, ${publishedOn}::date)`,
      createdAt: sql`least(${paper.createdAt}, ${gone.createdAt.toISOString()}::timestamptz)`
    })
    .where(eq(paper.id, stays));
}

type Filling = Pick<
  typeof paper.$inferSelect,
  | 'arxivId'
  | 'doi'
  | 'abstract'
  | 'authors'
  | 'authorCount'
  | 'publishedOn'
  | 'venue'
  | 'pages'
  | 'keywords'
  | 'projectUrl'
  | 'codeUrl'
  | 'createdAt'
>;

async function handOverListings(tx: Transaction, goes: string, stays: string): Promise<void> {
  await tx.execute(sql`
    insert into ${listing} (source, day, paper_id, upvotes, ai_summary, ai_summary_model, created_at)
    select source, day, ${stays}, upvotes, ai_summary, ai_summary_model, created_at
    from ${listing} where paper_id = ${goes}
    on conflict (source, day, paper_id) do update set
      upvotes = greatest(feed_listing.upvotes, excluded.upvotes),
      ai_summary = coalesce(feed_listing.ai_summary, excluded.ai_summary),
      ai_summary_model = coalesce(feed_listing.ai_summary_model, excluded.ai_summary_model)`);
  await tx.execute(sql`
    update ${trendingPaper} set paper_id = ${stays} where paper_id = ${goes}
      and not exists (select from ${trendingPaper} where paper_id = ${stays})`);
}

/** Seen is what was seen as either; of two states of reading the one said last holds. */
async function handOverReaders(tx: Transaction, goes: string, stays: string): Promise<void> {
  await tx.execute(sql`
    insert into ${paperReader} (account_id, paper_id, seen_at, reading, reading_at)
    select account_id, ${stays}, seen_at, reading, reading_at from ${paperReader} where paper_id = ${goes}
    on conflict (account_id, paper_id) do update set
      seen_at = least(paper_reader.seen_at, excluded.seen_at),
      reading = case when excluded.reading_at > coalesce(paper_reader.reading_at, '-infinity')
        then excluded.reading else paper_reader.reading end,
      reading_at = greatest(paper_reader.reading_at, excluded.reading_at)`);
}

/** What papers are called now that some of these ids may be former ones of; ids of nothing stay as they are. */
export async function currentIds(
  ids: readonly string[],
  within: Database | Transaction = database()
): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await within
    .select({ id: formerPaper.id, paperId: formerPaper.paperId })
    .from(formerPaper)
    .where(oneOf(formerPaper.id, ids));
  const current = new Map(found.map(({ id, paperId }) => [id, paperId]));
  return ids.map((id) => current.get(id) ?? id);
}
