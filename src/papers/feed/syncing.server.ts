import { and, eq } from 'drizzle-orm';
import { readDailyPapers } from '#papers/feed/huggingface.ts';
import { Unreadable, type ListedPaper, type Malformed } from '#papers/feed/listed.ts';
import { ask, UpstreamFailure } from '#papers/feed/upstream.server.ts';
import { keepListed } from '#papers/keeping.server.ts';
import { feedDay, feedSource, listing } from '#papers/schema.ts';
import { config } from '#platform/config.server.ts';
import { database, driver, transaction, type Transaction } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';

export type Source = 'hf' | 'sample';

const name = 'Hugging Face';
const pageSize = 100;
/** A day has some fifty papers; a source that never ends is not followed for ever. */
const mostPages = 20;
const lock = 4_021_983_119;
/** Seconds: the first pause after a failure, doubled with each, and the longest. */
const firstPause = 120;
const longestPause = 6 * 60 * 60;

/** Whether any source has listed anything yet. */
export async function hasAnything(): Promise<boolean> {
  const [any] = await database().select({ day: listing.day }).from(listing).limit(1);
  return any !== undefined;
}

/** Asks for days one after the other, one instance at a time, until one fails; what was kept stays. */
export async function syncDays(days: readonly string[]): Promise<void> {
  const held = await driver().reserve();
  try {
    const [got] = await held<{ got: boolean }[]>`select pg_try_advisory_lock(${lock}) as got`;
    if (!got?.got || !(await isTime())) return;
    for (const day of days) await syncDay(day);
    await succeeded();
  } catch (failure) {
    if (!(failure instanceof UpstreamFailure || failure instanceof Unreadable)) throw failure;
    await failed(failure);
  } finally {
    await held`select pg_advisory_unlock(${lock})`;
    held.release();
  }
}

async function isTime(): Promise<boolean> {
  const [known] = await database()
    .select({ retryAt: feedSource.retryAt })
    .from(feedSource)
    .where(eq(feedSource.source, 'hf'));
  return !known?.retryAt || known.retryAt <= new Date();
}

async function syncDay(day: string): Promise<void> {
  const [known] = await database()
    .select({ etag: feedDay.etag })
    .from(feedDay)
    .where(and(eq(feedDay.source, 'hf'), eq(feedDay.day, day)));
  const papers: ListedPaper[] = [];
  const malformed: Malformed[] = [];
  let etag: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const answer = await ask(name, addressOf(day, page), page === 0 ? (known?.etag ?? null) : null);
    if (answer.status === 304) return;
    // "Today" somewhere is tomorrow there: the day has not begun for them.
    if (answer.status === 400) break;
    if (answer.status !== 200) throw new UpstreamFailure(`${name} answered with ${answer.status}.`);
    const read = readDailyPapers(parse(answer.body));
    if (page === 0) etag = answer.etag;
    papers.push(...read.papers);
    malformed.push(...read.malformed);
    if (read.papers.length + read.malformed.length < pageSize) break;
  }
  await transaction((tx) => keepAnswer(tx, { day, papers, malformed, etag }));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new UpstreamFailure(`${name} sent something that is not the list of papers.`, undefined, { cause });
  }
}

function addressOf(day: string, page: number): URL {
  const url = new URL('/api/daily_papers', config().hfBaseUrl);
  url.search = new URLSearchParams({ date: day, limit: String(pageSize), p: String(page) }).toString();
  return url;
}

async function keepAnswer(
  tx: Transaction,
  answer: { day: string; papers: ListedPaper[]; malformed: Malformed[]; etag: string | null }
): Promise<void> {
  await keepDay(tx, 'hf', answer.papers, answer.day);
  const seen = { etag: answer.etag, checkedAt: new Date() };
  await tx
    .insert(feedDay)
    .values({ source: 'hf', day: answer.day, ...seen })
    .onConflictDoUpdate({ target: [feedDay.source, feedDay.day], set: seen });
  const malformed = answer.malformed.map(
    ({ index, reason }) => `${answer.day}, item ${index + 1}: ${reason}`
  );
  if (malformed.length > 0) await noteSource(tx, { malformed });
}

/**
 * Keeps papers under the day on which each was listed; a weekend's answer is the batch of an earlier day. Those
 * that do not say go under `day`.
 */
export async function keepDay(
  tx: Transaction,
  source: Source,
  papers: readonly ListedPaper[],
  day: string
): Promise<void> {
  // In one order everywhere, so that two who keep the same papers cannot deadlock.
  const inOrder = [...papers].sort((a, b) => a.arxivId.localeCompare(b.arxivId));
  for (const listed of inOrder) {
    if (listed.withdrawn) continue;
    const paperId = await keepListed(tx, listed);
    const facts = {
      upvotes: listed.upvotes,
      aiSummary: listed.aiSummary ?? null,
      aiSummaryModel: listed.aiSummaryModel ?? null
    };
    await tx
      .insert(listing)
      .values({ source, day: listed.listedOn ?? day, paperId, ...facts })
      .onConflictDoUpdate({ target: [listing.source, listing.day, listing.paperId], set: facts });
  }
}

async function succeeded(): Promise<void> {
  const now = new Date();
  await noteSource(database(), {
    lastTriedAt: now,
    lastSucceededAt: now,
    failingSince: null,
    failure: null,
    retryAt: null,
    failures: 0
  });
}

/** The next try waits longer with each failure, and a little at random, so that installations do not ask in step. */
async function failed(failure: Error): Promise<void> {
  log().warn({ err: failure, source: 'hf' }, 'the daily papers could not be fetched');
  const [known] = await database()
    .select({ failures: feedSource.failures, failingSince: feedSource.failingSince })
    .from(feedSource)
    .where(eq(feedSource.source, 'hf'));
  const failures = (known?.failures ?? 0) + 1;
  const doubled = Math.min(longestPause, firstPause * 2 ** (failures - 1));
  const asked = failure instanceof UpstreamFailure ? (failure.retryAfter ?? 0) : 0;
  const pause = Math.max(asked, doubled * (0.75 + Math.random() / 2));
  const now = new Date();
  await noteSource(database(), {
    lastTriedAt: now,
    failingSince: known?.failingSince ?? now,
    failure: failure.message,
    failures,
    retryAt: new Date(now.getTime() + pause * 1000)
  });
}

async function noteSource(
  within: Transaction | ReturnType<typeof database>,
  facts: Partial<typeof feedSource.$inferInsert>
): Promise<void> {
  await within
    .insert(feedSource)
    .values({ source: 'hf', ...facts })
    .onConflictDoUpdate({ target: feedSource.source, set: facts });
}
