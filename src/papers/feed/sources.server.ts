import { and, count, eq, max, sql } from 'drizzle-orm';
import { Unreadable } from '#papers/feed/listed.ts';
import { UpstreamFailure } from '#papers/feed/upstream.server.ts';
import { feedSource, listing } from '#papers/schema.ts';
import { database, driver } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';

/** Whom the feed asks: two who list papers, two who tell of single ones. */
export type SourceName = 'hf' | 'arxiv' | 'arxiv-query' | 'crossref';

/** What came of asking a source. */
export interface Outcome {
  /** What could not be read, each named. */
  malformed: string[];
  /** Whether it answered with what was known already; undefined when the answer does not say. */
  isStale?: boolean | undefined;
}

/** Seconds: the first pause after a failure, doubled with each, and the longest. */
const firstPause = 120;
const longestPause = 6 * 60 * 60;
/** Of the messages that one run may leave behind. */
const mostMalformed = 50;

const locks: Record<SourceName, number> = {
  hf: 4_021_983_119,
  'arxiv-query': 4_021_983_120,
  arxiv: 4_021_983_122,
  crossref: 4_021_983_123
};

/**
 * Asks a source, one run at a time over all instances and not before a pause has passed that it asked for or that
 * followed a failure, and notes how it went.
 * @param isInsisted whether an operator asks: waits for a run under way, and for no pause
 * @returns the failure of the source, if it failed
 */
export async function attempt(
  source: SourceName,
  work: () => Promise<Outcome>,
  isInsisted = false
): Promise<Error | undefined> {
  return exclusively(locks[source], isInsisted, async () => {
    if (!isInsisted && !(await isTime(source))) return undefined;
    try {
      await succeeded(source, await work());
      return undefined;
    } catch (failure) {
      if (!(failure instanceof UpstreamFailure || failure instanceof Unreadable)) throw failure;
      await failed(source, failure);
      return failure;
    }
  });
}

/** Runs `work` while no other instance runs it; unless it shall wait, not at all when one does. */
async function exclusively<T>(
  lock: number,
  waits: boolean,
  work: () => Promise<T | undefined>
): Promise<T | undefined> {
  const held = await driver().reserve();
  try {
    if (waits) await held`select pg_advisory_lock(${lock})`;
    else {
      const [got] = await held<{ got: boolean }[]>`select pg_try_advisory_lock(${lock}) as got`;
      if (!got?.got) return undefined;
    }
    try {
      return await work();
    } finally {
      await held`select pg_advisory_unlock(${lock})`;
    }
  } finally {
    held.release();
  }
}

async function isTime(source: SourceName): Promise<boolean> {
  const [known] = await database()
    .select({ isTime: sql<boolean>`coalesce(${feedSource.retryAt} <= now(), true)` })
    .from(feedSource)
    .where(eq(feedSource.source, source));
  return known?.isTime ?? true;
}

async function succeeded(source: SourceName, { malformed, isStale }: Outcome): Promise<void> {
  const now = new Date();
  if (isStale) log().warn({ source }, 'a source answers with what was known already');
  await note(source, {
    lastTriedAt: now,
    lastSucceededAt: now,
    failingSince: null,
    failure: null,
    retryAt: null,
    failures: 0,
    malformed: malformed.slice(0, mostMalformed),
    ...(await newest(source))
  });
  if (isStale === undefined) return;
  await database()
    .update(feedSource)
    .set({ staleSince: isStale ? sql`coalesce(${feedSource.staleSince}, now())` : null })
    .where(eq(feedSource.source, source));
}

/** The newest day the source listed papers on, and how many. */
async function newest(source: SourceName) {
  const [last] = await database()
    .select({ newestDay: max(listing.day) })
    .from(listing)
    .where(eq(listing.source, source));
  if (!last?.newestDay) return {};
  const [on] = await database()
    .select({ listed: count() })
    .from(listing)
    .where(and(eq(listing.source, source), eq(listing.day, last.newestDay)));
  return { newestDay: last.newestDay, listed: on?.listed ?? 0 };
}

/** The next try waits longer with each failure, and a little at random, so that installations do not ask in step. */
async function failed(source: SourceName, failure: Error): Promise<void> {
  log().warn({ err: failure, source }, 'a source of papers could not be asked');
  const [known] = await database()
    .select({ failures: feedSource.failures, failingSince: feedSource.failingSince })
    .from(feedSource)
    .where(eq(feedSource.source, source));
  const failures = (known?.failures ?? 0) + 1;
  const doubled = Math.min(longestPause, firstPause * 2 ** Math.min(failures - 1, 16));
  const asked = failure instanceof UpstreamFailure ? (failure.retryAfter ?? 0) : 0;
  const pause = Math.max(asked, doubled * (0.75 + Math.random() / 2));
  const now = new Date();
  await note(source, {
    lastTriedAt: now,
    failingSince: known?.failingSince ?? now,
    failure: failure.message,
    failures,
    retryAt: new Date(now.getTime() + pause * 1000)
  });
}

async function note(source: SourceName, facts: Partial<typeof feedSource.$inferInsert>): Promise<void> {
  await database()
    .insert(feedSource)
    .values({ source, ...facts })
    .onConflictDoUpdate({ target: feedSource.source, set: facts });
}

/** What is noted of the sources that were ever asked. */
export async function noted() {
  return database()
    .select({
      source: feedSource.source,
      lastTriedAt: feedSource.lastTriedAt,
      lastSucceededAt: feedSource.lastSucceededAt,
      listed: feedSource.listed,
      newestDay: feedSource.newestDay,
      staleSince: feedSource.staleSince,
      failingSince: feedSource.failingSince,
      failure: feedSource.failure,
      retryAt: feedSource.retryAt,
      malformed: feedSource.malformed
    })
    .from(feedSource);
}
