import { inArray } from 'drizzle-orm';
import * as groups from '#groups/groups.server.ts';
import { describedOf, readArxivAtom, type ArxivPaper } from '#papers/feed/arxiv.ts';
import { daysBack, isoDay, isWeekday, submissionsAnnouncedOn } from '#papers/feed/days.ts';
import { Unreadable, type Malformed } from '#papers/feed/listed.ts';
import { daysSince, etagOf, isStale, keepListed, noteDay } from '#papers/feed/listing.server.ts';
import { askArxiv } from '#papers/feed/manners.server.ts';
import { readArxivRss, type Announcements } from '#papers/feed/rss.ts';
import { attempt, type Outcome } from '#papers/feed/sources.server.ts';
import { UpstreamFailure } from '#papers/feed/upstream.server.ts';
import { isArxivCategory } from '#papers/identifiers.ts';
import { keepDescribed } from '#papers/keeping.server.ts';
import { paper } from '#papers/schema.ts';
import { config } from '#platform/config.server.ts';
import { transaction, type Transaction } from '#platform/database.server.ts';

/** How far back days are made up for that went by while nothing was fetched. */
const catchUpDays = 14;
const sliceSize = 500;
/** A day in all categories has some two thousand; an answer that never ends is not followed for ever. */
const mostSlices = 20;

/** Asks for what arXiv announced in the categories that groups follow, and for days missed while this was down. */
export async function syncAnnouncements(now: Date): Promise<void> {
  const categories = await followed();
  if (categories.length === 0) return;
  await attempt('arxiv', async () => {
    const announced = await syncToday(categories, isoDay(now));
    const malformed = [...announced.malformed];
    for (const day of await missedDays(now)) malformed.push(...(await syncPast(categories, day)));
    return { malformed, isStale: announced.isStale };
  });
}

/** Asks for one day because an operator wants it. @returns the failure of arXiv, if it failed */
export async function syncAnnounced(day: string, now: Date): Promise<Error | undefined> {
  const categories = await followed();
  if (categories.length === 0) {
    return new UpstreamFailure('No group follows any category of arXiv, so there is nothing to ask for.');
  }
  return attempt(
    'arxiv',
    async () => {
      if (day >= isoDay(now)) return syncToday(categories, isoDay(now));
      return { malformed: isWeekday(day) ? await syncPast(categories, day) : [] };
    },
    true
  );
}

/** The categories that groups follow, as far as they are arXiv's. */
export async function followed(): Promise<string[]> {
  return (await groups.followedCategories()).filter(isArxivCategory);
}

async function missedDays(now: Date): Promise<string[]> {
  const today = isoDay(now);
  const [oldest = today] = daysBack(today, catchUpDays, catchUpDays);
  const seen = await daysSince('arxiv', oldest);
  const first = [...seen.keys()].sort()[0];
  if (!first) return [];
  return daysBack(today, 1, catchUpDays).filter((day) => day > first && isWeekday(day) && !seen.has(day));
}

async function syncToday(categories: string[], today: string): Promise<Outcome> {
  const url = new URL(`${config().arxivRssUrl}/rss/${categories.join('+')}`);
  const known = readEtag(await etagOf('arxiv', today), categories);
  const answer = await askArxiv(url, known);
  if (answer.status === 304) return { malformed: [] };
  if (answer.status !== 200) throw new UpstreamFailure(`arXiv answered with ${answer.status}.`);
  const announcements = readArxivRss(answer.body);
  const etag = answer.etag && `${categories.join('+')} ${answer.etag}`;
  return transaction((tx) => keepAnnouncements(tx, announcements, etag));
}

/** An ETag holds for the categories it was given for. */
function readEtag(kept: string | null, categories: string[]): string | null {
  const [asked, etag] = kept?.split(' ', 2) ?? [];
  return asked === categories.join('+') ? (etag ?? null) : null;
}

async function keepAnnouncements(
  tx: Transaction,
  { day, items, malformed }: Announcements,
  etag: string | null
): Promise<Outcome> {
  const fresh = items.filter(({ kind }) => kind === 'new' || kind === 'cross').map((item) => item.paper);
  const stale = await isStale(
    tx,
    'arxiv',
    day,
    fresh.map(({ arxivId }) => arxivId)
  );
  await noticeVersions(tx, items);
  if (!stale) {
    const listed = fresh.map((one) => ({ ...one, upvotes: 0 }));
    await keepListed(tx, 'arxiv', listed, day);
    await noteDay(tx, 'arxiv', day, { etag, at: new Date() });
  }
  return {
    malformed: named(day, malformed),
    isStale: isWeekday(day) && fresh.length > 0 ? stale : undefined
  };
}

/** Of papers that are known here; the others do not come in by being revised. */
async function noticeVersions(tx: Transaction, items: Announcements['items']): Promise<void> {
  const revised = items.filter(({ kind }) => kind === 'replace' || kind === 'replace-cross');
  const known = await tx
    .select({ arxivId: paper.arxivId })
    .from(paper)
    .where(
      inArray(
        paper.arxivId,
        revised.map((item) => item.paper.arxivId)
      )
    );
  const ids = new Set(known.map(({ arxivId }) => arxivId));
  await keepDescribed(
    tx,
    revised.map((item) => item.paper).filter(({ arxivId }) => ids.has(arxivId)),
    'listing'
  );
}

/** Asks for what was submitted in time for a past day's announcement. @returns what could not be read */
async function syncPast(categories: string[], day: string): Promise<string[]> {
  const papers: ArxivPaper[] = [];
  const malformed: string[] = [];
  for (let slice = 0; slice < mostSlices; slice++) {
    const answer = await askArxiv(addressOf(categories, day, slice * sliceSize));
    const read = readArxivAtom(answer.body);
    papers.push(...read.papers);
    malformed.push(...named(day, read.malformed));
    const got = read.papers.length + read.malformed.length;
    if (slice * sliceSize + got >= read.total) break;
    if (got === 0) throw new Unreadable('arXiv broke off in the middle of a long answer.');
  }
  await transaction(async (tx) => {
    const listed = papers.map((one) => ({ ...describedOf(one), upvotes: 0 }));
    await keepListed(tx, 'arxiv', listed, day, 'arxiv');
    await noteDay(tx, 'arxiv', day, { etag: null, at: new Date() });
  });
  return malformed;
}

function addressOf(categories: string[], day: string, start: number): URL {
  const { from, to } = submissionsAnnouncedOn(day);
  const last = new Date(to.getTime() - 60_000);
  const among = categories.map((category) => `cat:${category}`).join(' OR ');
  const url = new URL(`${config().arxivApiUrl}/api/query`);
  url.search = new URLSearchParams({
    search_query: `(${among}) AND submittedDate:[${minuteOf(from)} TO ${minuteOf(last)}]`,
    start: String(start),
    max_results: String(sliceSize),
    sortBy: 'submittedDate',
    sortOrder: 'ascending'
  }).toString();
  return url;
}

/** As arXiv's queries write moments in UTC: `202606111800`. */
function minuteOf(moment: Date): string {
  return moment.toISOString().slice(0, 16).replace(/\D/g, '');
}

function named(day: string, malformed: Malformed[]): string[] {
  return malformed.map(({ index, reason }) => `${day}, item ${index + 1}: ${reason}`);
}
