import { asc, desc, eq, max, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { completePapers } from '#papers/feed/completing.server.ts';
import { samplePapers } from '#papers/feed/sample.ts';
import { hasAnything, keepDay, syncDays, type Source } from '#papers/feed/syncing.server.ts';
import type { Particulars } from '#papers/papers.ts';
import { completing } from '#papers/papers.server.ts';
import { feedSource, listing, paper } from '#papers/schema.ts';
import { config } from '#platform/config.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import type { Job } from '#platform/jobs.server.ts';
import { NotFound } from '../failures.ts';

/** A paper as the feed lists it on a day. */
export interface Listed extends Particulars {
  upvotes: number;
  /** Written by a machine; shown as such, with its model. */
  aiSummary: string | null;
  aiSummaryModel: string | null;
}

/** How the feed is doing, for its health line. */
export interface Health {
  lastSucceededAt: Date | null;
  failingSince: Date | null;
  /** The sentence people see while it fails. */
  failure: string | null;
  malformed: string[];
  papers: number;
}

/** The papers of a day, most upvotes first. @param date ISO date */
export async function day(date: string): Promise<Listed[]> {
  const rows = await database()
    .selectDistinctOn([paper.id], {
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
      upvotes: listing.upvotes,
      aiSummary: listing.aiSummary,
      aiSummaryModel: listing.aiSummaryModel
    })
    .from(listing)
    .innerJoin(paper, eq(paper.id, listing.paperId))
    .where(eq(listing.day, date))
    .orderBy(asc(paper.id), desc(listing.upvotes));
  return rows.sort((a, b) => b.upvotes - a.upvotes || a.title.localeCompare(b.title));
}

/** The nearest days before and after that have papers, as ISO dates. */
export async function daysAround(date: string): Promise<{ earlier: string | null; later: string | null }> {
  const [around] = await database()
    .select({
      earlier: sql<string | null>`max(${listing.day}) filter (where ${listing.day} < ${date})`,
      later: sql<string | null>`min(${listing.day}) filter (where ${listing.day} > ${date})`
    })
    .from(listing);
  return { earlier: around?.earlier ?? null, later: around?.later ?? null };
}

/** The newest day that has papers. */
export async function newestDay(): Promise<string | null> {
  const [newest] = await database()
    .select({ day: max(listing.day) })
    .from(listing);
  return newest?.day ?? null;
}

/** How the daily papers of Hugging Face are coming in. */
export async function health(): Promise<Health> {
  const source: Source = 'hf';
  const [known] = await database()
    .select({
      lastSucceededAt: feedSource.lastSucceededAt,
      failingSince: feedSource.failingSince,
      failure: feedSource.failure,
      malformed: feedSource.malformed,
      papers: sql<number>`(select count(*)::int from feed_listing l where l.source = ${source})`
    })
    .from(feedSource)
    .where(eq(feedSource.source, source));
  return known ?? { lastSucceededAt: null, failingSince: null, failure: null, malformed: [], papers: 0 };
}

/** Lists the sample papers that come with the project under today, for installations that reach no source. */
export async function loadSample(account: Account): Promise<void> {
  if (!account.isOperator) throw new NotFound();
  const today = isoDay(new Date());
  await transaction((tx) => keepDay(tx, 'sample', samplePapers, today));
}

/** Asks Hugging Face for some days, the newest first, if it is time to. */
export async function sync(days: readonly string[]): Promise<void> {
  await syncDays(days);
}

/** What the feed does by itself. */
export const jobs: Job[] = [
  {
    // Votes come in for days: today and the three days before, every two hours.
    name: 'feed.recent',
    cron: '17 */2 * * *',
    run: ifSyncing(() => sync(daysBack(0, 3)))
  },
  {
    // A paper may be featured up to a fortnight late.
    name: 'feed.fortnight',
    cron: '41 4 * * 1',
    run: ifSyncing(() => sync(daysBack(4, 14)))
  },
  {
    name: 'feed.first',
    atStart: true,
    run: ifSyncing(async () => {
      if (!(await hasAnything())) await sync(daysBack(0, 3));
    })
  },
  { name: completing, cron: '*/20 * * * *', run: ifSyncing(completePapers) }
];

function ifSyncing(work: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (config().feedSync) await work();
  };
}

/** ISO dates from so many days ago to so many, newest first, in UTC. */
function daysBack(from: number, to: number): string[] {
  const today = Date.now();
  return Array.from({ length: to - from + 1 }, (_, index) =>
    isoDay(new Date(today - (from + index) * 86_400_000))
  );
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
