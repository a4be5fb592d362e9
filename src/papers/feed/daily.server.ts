import { eq } from 'drizzle-orm';
import { daysBack, isoDay, isWeekday, type Span } from '#papers/feed/days.ts';
import { readDailyPapers } from '#papers/feed/huggingface.ts';
import { readJson, type ListedPaper } from '#papers/feed/listed.ts';
import { daysSince, etagOf, isStale, keepListed, noteDay } from '#papers/feed/listing.server.ts';
import { attempt, type Outcome } from '#papers/feed/sources.server.ts';
import { ask, UpstreamFailure } from '#papers/feed/upstream.server.ts';
import { feedSource, trendingPaper } from '#papers/schema.ts';
import { config } from '#platform/config.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';

const name = 'Hugging Face';
const pageSize = 100;
/** A day has some fifty papers, a month well over a thousand; a list that never ends is not followed for ever. */
const mostPages = 40;
/** How far back days are made up for that went by while nothing was fetched. */
const catchUpDays = 31;
/** Votes and late papers change a day for so long: it counts as seen when it was asked for after that. */
const settledAfter = 2 * 86_400_000;

/** Asks for today and the three days before, whose votes still come in, and for days missed while this was down. */
export async function syncRecent(now: Date): Promise<void> {
  await attempt('hf', async () => {
    const recent = daysBack(isoDay(now), 0, 3);
    return syncDays([...recent, ...(await missedDays(now))], now);
  });
}

/** Asks for the days before: a paper may be featured up to a fortnight late. */
export async function syncFortnight(now: Date): Promise<void> {
  await attempt('hf', () => syncDays(daysBack(isoDay(now), 4, 14), now));
}

/** Asks for what people read now, whatever its day: the votes of older days come in with it. */
export async function syncTrending(now: Date): Promise<void> {
  await attempt('hf', async () => {
    const known = (await malformedBefore()).filter((line) => !line.startsWith('trending, '));
    const query = { sort: 'trending' };
    const first = await askFor(query, 0);
    if (first.status !== 200) throw new UpstreamFailure(`${name} has no list of what is trending.`);
    const { papers, malformed } = await readPages(query, 'trending', 1, first.body);
    await transaction((tx) => keepTrending(tx, papers, now));
    return { malformed: [...known, ...malformed] };
  });
}

/** The list that was kept before stays while an answer is empty. */
async function keepTrending(tx: Transaction, papers: readonly ListedPaper[], fetchedAt: Date): Promise<void> {
  const ids = await keepListed(tx, 'hf', papers, null);
  const rows = papers.flatMap(({ arxivId, upvotes }, index) => {
    const paperId = ids.get(arxivId);
    return paperId ? [{ paperId, place: index + 1, upvotes, fetchedAt }] : [];
  });
  if (rows.length === 0) return;
  await tx.delete(trendingPaper);
  await tx.insert(trendingPaper).values(rows).onConflictDoNothing();
}

/** Asks for a day, a week or a month because an operator wants it. @returns the failure of the source, if it failed */
export async function syncSpan(span: Span): Promise<Error | undefined> {
  return attempt(
    'hf',
    () =>
      span.kind === 'date'
        ? syncDays([span.text], new Date())
        : syncList({ [span.kind]: span.text }, span.text, mostPages),
    true
  );
}

/** Days that nobody asked for once they had settled, from the first that was ever asked for. */
async function missedDays(now: Date): Promise<string[]> {
  const today = isoDay(now);
  const [oldest = today] = daysBack(today, catchUpDays, catchUpDays);
  const seen = await daysSince('hf', oldest);
  const first = [...seen.keys()].sort()[0];
  if (!first) return [];
  return daysBack(today, 4, catchUpDays).filter(
    (day) => day >= first && (seen.get(day)?.getTime() ?? 0) < Date.parse(day) + settledAfter
  );
}

/** Asks for days one after the other, the newest first, until one fails; what was kept stays. */
async function syncDays(days: readonly string[], now: Date): Promise<Outcome> {
  const malformed: string[] = [];
  const known = await malformedBefore();
  const stale: (boolean | undefined)[] = [];
  for (const day of days) {
    const answer = await syncDay(day, now);
    if (answer === 'unchanged') malformed.push(...known.filter((line) => line.startsWith(`${day}, `)));
    else if (answer !== 'not yet') malformed.push(...answer.malformed);
    if (answer === 'unchanged') stale.push(undefined);
    else if (answer !== 'not yet' && answer.isFilled && isWeekday(day)) stale.push(answer.isStale);
  }
  return { malformed, isStale: stale[0] };
}

async function syncDay(day: string, now: Date) {
  const etag = await etagOf('hf', day);
  const first = await askFor({ date: day }, 0, etag);
  if (first.status === 304) {
    await noteDay(database(), 'hf', day, { etag, at: now });
    return 'unchanged';
  }
  // "Today" somewhere is tomorrow there: the day has not begun for them.
  if (first.status === 400) return 'not yet';
  const { papers, malformed } = await readPages({ date: day }, day, mostPages, first.body);
  const ids = papers.map(({ arxivId }) => arxivId);
  return transaction(async (tx) => {
    const stale = await isStale(tx, 'hf', day, ids);
    await keepListed(tx, 'hf', papers, stale || !isWeekday(day) ? null : day);
    await noteDay(tx, 'hf', day, { etag: first.etag, at: now });
    return { malformed, isStale: stale, isFilled: papers.length > 0 };
  });
}

/** A list over several days: what does not say its own day is kept, and listed on none. */
async function syncList(query: Record<string, string>, label: string, pages: number): Promise<Outcome> {
  const first = await askFor(query, 0);
  if (first.status !== 200) throw new UpstreamFailure(`${name} has no list for ${label}.`);
  const { papers, malformed } = await readPages(query, label, pages, first.body);
  await transaction((tx) => keepListed(tx, 'hf', papers, null));
  return { malformed };
}

async function readPages(query: Record<string, string>, label: string, pages: number, first: string) {
  const papers: ListedPaper[] = [];
  const malformed: string[] = [];
  for (let page = 0; page < pages; page++) {
    const body = page === 0 ? first : (await askFor(query, page)).body;
    const read = readDailyPapers(readJson(body, `${name} sent something that is not the list of papers.`));
    papers.push(...read.papers);
    for (const { index, reason } of read.malformed) {
      malformed.push(`${label}, item ${page * pageSize + index + 1}: ${reason}`);
    }
    if (read.papers.length + read.malformed.length < pageSize) break;
  }
  return { papers, malformed };
}

async function askFor(query: Record<string, string>, page: number, etag: string | null = null) {
  const url = new URL(`${config().hfBaseUrl}/api/daily_papers`);
  url.search = new URLSearchParams({ ...query, limit: String(pageSize), p: String(page) }).toString();
  const answer = await ask(name, url, etag);
  if (![200, 304, 400].includes(answer.status)) {
    throw new UpstreamFailure(`${name} answered with ${answer.status}.`);
  }
  return answer;
}

/** What of the last answers could not be read, named; a run that does not ask for it again keeps it. */
export async function malformedBefore(): Promise<string[]> {
  const [known] = await database()
    .select({ malformed: feedSource.malformed })
    .from(feedSource)
    .where(eq(feedSource.source, 'hf'));
  return known?.malformed ?? [];
}
