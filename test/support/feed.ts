import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach } from 'vitest';
import { group } from '#groups/schema.ts';
import * as feed from '#papers/feed.server.ts';
import { feedDay, feedSource, listing, paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { useDatabase } from './database.ts';
import { emptyGroup } from './factories.ts';
import { useSettings } from './settings.ts';
import { toy, Upstream } from './upstream.ts';

/* The stage for tests of the feed: a fake upstream, a database of its own, and words for what they hold. */

/** One for all test files of a process, as long as that runs. */
export const upstream = await Upstream.start();

/** Leads this test file to the fake upstream, which has nothing yet. */
export function useUpstream(): void {
  useSettings({
    ...upstream.env,
    ...{ ARXIV_PAUSE_SECONDS: '0.2', FEED_PATIENCE_SECONDS: '1', LOG_LEVEL: 'silent' }
  });
  beforeAll(empty);
}

/** Gives this test file a database and the fake upstream, both empty before each test. */
export function useFeed(): void {
  useUpstream();
  useDatabase();
  beforeEach(clear);
}

/** Everything happens on this day unless a test says otherwise. */
export const friday = new Date('2026-06-12T10:00:00Z');
/** Where Hugging Face's list is asked for. */
export const daily = '/hf/api/daily_papers';

async function clear(): Promise<void> {
  const db = database();
  for (const table of [listing, feedDay, feedSource, paper, group]) await db.delete(table);
  empty();
}

function empty(): void {
  upstream.recover();
  Object.assign(upstream, { today: '2026-06-12', featured: [], papers: [] });
  upstream.announced = { day: '2026-06-12', items: [] };
  upstream.instead.clear();
  upstream.works.clear();
}

/** So many papers that Hugging Face features on a day, numbered from `first`. */
export function feature(day: string, count: number, first = 1): void {
  for (let number = first; number < first + count; number++) {
    upstream.featured.push({ paper: toy(number), day, upvotes: number % 50 });
  }
}

/** The arXiv ids that a source is known to have listed on a day. */
export async function listedOn(source: string, day: string): Promise<string[]> {
  const found = await database()
    .select({ id: paper.arxivId })
    .from(listing)
    .innerJoin(paper, eq(paper.id, listing.paperId))
    .where(and(eq(listing.source, source), eq(listing.day, day)))
    .orderBy(paper.arxivId);
  return found.map(({ id }) => id ?? '');
}

/** The row of a paper. */
export async function known(arxivId: string) {
  const [found] = await database().select().from(paper).where(eq(paper.arxivId, arxivId));
  return found!;
}

/** How a source is doing. */
export async function healthOf(source: string) {
  return (await feed.health()).find((one) => one.source === source)!;
}

/** Lets pauses after failures be over. */
export async function laterOn(): Promise<void> {
  await database()
    .update(feedSource)
    .set({ retryAt: new Date(0) });
}

/** Founds a group that follows these categories of arXiv. */
export async function follow(...categories: string[]): Promise<void> {
  const { id } = await emptyGroup();
  await database().update(group).set({ categories }).where(eq(group.id, id));
}
