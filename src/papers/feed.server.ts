import { asc, desc, eq, gt, lt, max, min } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { govern } from '#accounts/operators.ts';
import { isoDay } from '#papers/feed/days.ts';
import { keepListed } from '#papers/feed/listing.server.ts';
import { samplePapers } from '#papers/feed/sample.ts';
import type { Particulars } from '#papers/papers.ts';
import { listing, paper } from '#papers/schema.ts';
import { database, transaction } from '#platform/database.server.ts';

export { lookAgain } from '#papers/feed/completing.server.ts';
export { health, type Health } from '#papers/feed/health.server.ts';
export { jobs } from '#papers/feed/jobs.server.ts';
export { sync } from '#papers/feed/operating.server.ts';

/** A paper as the feed lists it on a day. */
export interface Listed extends Particulars {
  upvotes: number;
  /** Written by a machine; shown as such, with its model. */
  aiSummary: string | null;
  aiSummaryModel: string | null;
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
  const [[before], [after]] = await Promise.all([
    database()
      .select({ day: max(listing.day) })
      .from(listing)
      .where(lt(listing.day, date)),
    database()
      .select({ day: min(listing.day) })
      .from(listing)
      .where(gt(listing.day, date))
  ]);
  return { earlier: before?.day ?? null, later: after?.day ?? null };
}

/** The newest day that has papers. */
export async function newestDay(): Promise<string | null> {
  const [newest] = await database()
    .select({ day: max(listing.day) })
    .from(listing);
  return newest?.day ?? null;
}

/** Lists the sample papers that come with the project under today, for installations that reach no source. */
export async function loadSample(account: Account): Promise<void> {
  govern(account, 'installation.feed');
  const today = isoDay(new Date());
  await transaction(async (tx) => {
    await keepListed(tx, 'sample', samplePapers, today);
    await accounts.record(tx, { accountId: account.id }, 'feed.sample');
  });
}
