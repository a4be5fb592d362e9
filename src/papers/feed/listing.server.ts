import { and, eq, inArray, sql } from 'drizzle-orm';
import { isWeekday } from '#papers/feed/days.ts';
import type { ListedPaper } from '#papers/feed/listed.ts';
import { keepDescribed } from '#papers/keeping.server.ts';
import { feedDay, listing, paper } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database, type Database, type Transaction } from '#platform/database.server.ts';

/** Who lists papers. */
export type Lister = 'hf' | 'arxiv' | 'sample';

const atOnce = 1000;

/**
 * Keeps papers under the day on which each was listed: a weekend's answer is the batch of an earlier day. Those that
 * do not say go under `day`; without one they are kept and not listed.
 * @param teller how far to believe what is told of the papers themselves
 * @returns our ids of the papers by arXiv id
 */
export async function keepListed(
  tx: Transaction,
  source: Lister,
  told: readonly ListedPaper[],
  day: string | null,
  teller: 'listing' | 'arxiv' = 'listing'
): Promise<Map<string, string>> {
  const withdrawn = told.filter((one) => one.withdrawn).map(({ arxivId }) => arxivId);
  if (withdrawn.length > 0) await takeDown(tx, source, withdrawn);
  const papers = [...new Map(told.filter((one) => !one.withdrawn).map((one) => [one.arxivId, one])).values()];
  const ids = await keepDescribed(tx, papers, teller);
  const rows = papers.flatMap(({ arxivId, listedOn, upvotes, aiSummary, aiSummaryModel }) => {
    const [paperId, on] = [ids.get(arxivId), listedOn ?? day];
    const facts = { upvotes, aiSummary: aiSummary ?? null, aiSummaryModel: aiSummaryModel ?? null };
    return paperId && on ? [{ source, day: on, paperId, ...facts }] : [];
  });
  for (let from = 0; from < rows.length; from += atOnce) {
    await tx
      .insert(listing)
      .values(rows.slice(from, from + atOnce))
      .onConflictDoUpdate({
        target: [listing.source, listing.day, listing.paperId],
        set: {
          upvotes: sql`excluded.upvotes`,
          aiSummary: sql`coalesce(excluded.ai_summary, ${listing.aiSummary})`,
          aiSummaryModel: sql`coalesce(excluded.ai_summary_model, ${listing.aiSummaryModel})`
        }
      });
  }
  return ids;
}

/** What its authors withdrew is listed no more; the paper stays for those who have it in a queue or a note. */
async function takeDown(tx: Transaction, source: Lister, arxivIds: string[]): Promise<void> {
  const gone = tx.select({ id: paper.id }).from(paper).where(oneOf(paper.arxivId, arxivIds));
  await tx.delete(listing).where(and(eq(listing.source, source), inArray(listing.paperId, gone)));
}

/**
 * Whether a source answers for a weekday with nothing but what it listed on earlier days, and has listed nothing else
 * for it before.
 */
export async function isStale(
  within: Database | Transaction,
  source: Lister,
  day: string,
  arxivIds: readonly string[]
): Promise<boolean> {
  const ids = [...new Set(arxivIds)];
  if (ids.length === 0 || !isWeekday(day)) return false;
  const [known] = await within
    .select({
      earlier: sql<number>`count(distinct ${listing.paperId}) filter (where ${listing.day} < ${day})::int`,
      here: sql<number>`count(*) filter (where ${listing.day} = ${day})::int`
    })
    .from(paper)
    .innerJoin(listing, and(eq(listing.paperId, paper.id), eq(listing.source, source)))
    .where(inArray(paper.arxivId, ids));
  return known !== undefined && known.here === 0 && known.earlier === ids.length;
}

/** What is noted of a day at a source, to ask for it conditionally. */
export async function etagOf(source: Lister, day: string): Promise<string | null> {
  const [known] = await database()
    .select({ etag: feedDay.etag })
    .from(feedDay)
    .where(and(eq(feedDay.source, source), eq(feedDay.day, day)));
  return known?.etag ?? null;
}

/** Notes that a source has answered for a day at that moment. */
export async function noteDay(
  within: Database | Transaction,
  source: Lister,
  day: string,
  { etag, at }: { etag: string | null; at: Date }
): Promise<void> {
  const seen = { etag, checkedAt: at };
  await within
    .insert(feedDay)
    .values({ source, day, ...seen })
    .onConflictDoUpdate({ target: [feedDay.source, feedDay.day], set: seen });
}

/** When the days since one were last answered for, by ISO date. */
export async function daysSince(source: Lister, day: string): Promise<Map<string, Date>> {
  const found = await database()
    .select({ day: feedDay.day, checkedAt: feedDay.checkedAt })
    .from(feedDay)
    .where(and(eq(feedDay.source, source), sql`${feedDay.day} >= ${day}`));
  return new Map(found.map((one) => [one.day, one.checkedAt]));
}
