import { and, count, eq, gte, lte } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import { syncAnnounced } from '#papers/feed/announcements.server.ts';
import { syncSpan } from '#papers/feed/daily.server.ts';
import { readSpan } from '#papers/feed/days.ts';
import { health } from '#papers/feed/health.server.ts';
import { listing } from '#papers/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import { Conflict, Invalid } from '../../failures.ts';

/** What came of asking a source for some days. */
export interface Synced {
  source: 'hf' | 'arxiv';
  /** As it was asked for: a day, a week or a month. */
  date: string;
  /** How many papers the source is now known to have listed then. */
  listed: number;
  newestDay: string | null;
  /** Whether it answers with what was known already. */
  stale: boolean;
  /** What could not be read, each named. */
  malformed: string[];
}

/**
 * Asks a source, by the operator's command line, for a day (`2026-06-12`) now, whatever pause it is in; Hugging Face also for a week (`2026-W24`) or
 * a month (`2026-06`).
 * @throws Invalid for another source or date, Conflict when the source fails, in its sentence
 */
export async function sync(source: string, date: string): Promise<Synced> {
  if (source !== 'hf' && source !== 'arxiv') throw new Invalid({ source: 'The source is hf or arxiv.' });
  const span = readSpan(date);
  if (!span || (source === 'arxiv' && span.kind !== 'date')) {
    throw new Invalid({ date: 'The date is a day such as 2026-06-12; of hf also 2026-W24 or 2026-06.' });
  }
  await transaction((tx) => accounts.record(tx, null, 'feed.sync', { about: `${source}, ${date}` }));
  const failure = source === 'hf' ? await syncSpan(span) : await syncAnnounced(date, new Date());
  if (failure) throw new Conflict(failure.message);
  const [found] = await database()
    .select({ listed: count() })
    .from(listing)
    .where(and(eq(listing.source, source), gte(listing.day, span.from), lte(listing.day, span.to)));
  const now = (await health()).find((one) => one.source === source);
  return {
    source,
    date,
    listed: found?.listed ?? 0,
    newestDay: now?.newestDay ?? null,
    stale: now?.staleSince != null,
    malformed: now?.malformed ?? []
  };
}
