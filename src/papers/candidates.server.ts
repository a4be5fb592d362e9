import { sql, type SQL } from 'drizzle-orm';
import type { Stretch } from '#papers/periods.ts';
import { paper } from '#papers/schema.ts';
import type { Transaction } from '#platform/database.server.ts';

/** A text search as it is looked for in papers. */
export interface Sought {
  /** The text search configuration that reads the words. */
  config: 'colloquy' | 'simple';
  tsquery: string;
  /** What the index alone can look for; see `wordsQuery`. */
  loose: string;
  year: string | null;
}

/** Of the papers that match, so many of the newest are ranked: a word that is in half of them costs no more than a rare one. */
const ranked = 300;
/** Papers fetched of one stretch of time. */
const mostMet = 1_500;
/** Papers fetched of all times, where the index alone tells that they match. */
const mostMetAtAll = 3_000;
/** With no more in a month there are hardly more than can be fetched of all times. */
const rareInMonth = { matching: 25, perhaps: 12 };
/** With more in a month, those of all times are too many to read. */
const manyInMonth = 100;
/** So many words together are rare, however common each is. */
export const rareTogether = 4;
/** As many with a phrase, or without a word, are found rather than ranked: each costs reading where its words stand. */
const enoughToShow = 20;
/** The newest papers, and how many of them with a beginning are enough: the index gathers all papers that have a beginning. */
const mostWalked = 3_000;
const enoughWalked = 40;

/**
 * The newest papers that match, at most `ranked`. The index of words knows the month of each paper, so the stretches of
 * time that are looked at widen until there are enough: neither a common nor a rare word makes it fetch many papers. Only
 * for a phrase of common words that none of the newest has are all papers with these words looked through.
 */
export async function newestWith(
  tx: Transaction,
  sought: Sought,
  spans: readonly Stretch[]
): Promise<string[]> {
  if (sought.tsquery === '') return newestOf(tx, sought);
  if (sought.loose.endsWith(':*')) {
    const walked = await walk(tx, sought);
    if (walked.length >= enoughWalked) return walked;
  }
  const latest = wordsIn(sought) < rareTogether ? await meet(tx, sought, spans[0]!.words) : null;
  if (latest && latest.ids.length >= enoughOf(sought)) return latest.ids;
  if (!latest || latest.met <= rareInMonth[isExact(sought) ? 'matching' : 'perhaps']) {
    const most = isExact(sought) ? mostMetAtAll : mostMet;
    const atAll = await meet(tx, sought, sought.year ? [`@${sought.year}`] : [], most);
    if (atAll.met < most) return atAll.ids;
  }
  const hasBeginning = sought.tsquery.includes(':*');
  // One that none of a month's papers has is rare enough for the index.
  if (hasBeginning && latest?.ids.length === 0) return newestOf(tx, sought);
  // As many months as will have enough, or as many as are fetched, if they have as many each as the latest.
  let months = latest
    ? Math.min(enoughOf(sought) / Math.max(latest.ids.length, 1), mostMet / Math.max(latest.met, 1))
    : 1;
  let found = latest ?? { ids: [], met: 0 };
  for (const span of latest ? spans.slice(1) : spans) {
    if (found.met === mostMet) break;
    if (span.months < months && span !== spans.at(-1)) continue;
    found = await meet(tx, sought, span.words);
    const areAll = found.met < mostMet && sought.year && span === spans.at(-1);
    if (areAll || found.ids.length >= enoughOf(sought)) return found.ids;
    months = span.months;
  }
  const areMany = latest && latest.met > manyInMonth && !hasBeginning;
  return areMany && found.ids.length > 0 ? found.ids : newestOf(tx, sought);
}

/**
 * Until the transaction ends, statements are planned for the very words they ask for, and by the index of words: left to
 * itself, the planner would rather read the table from its start until it has enough.
 */
export async function planByWords(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    select set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)`);
}

/** How many words the index is asked for. */
export function wordsIn({ loose }: Pick<Sought, 'loose'>): number {
  return loose === '' ? 0 : loose.split(' & ').length;
}

/** Whether the index alone tells that a paper matches. */
function isExact({ loose, tsquery }: Sought): boolean {
  return loose === tsquery;
}

function enoughOf(sought: Sought): number {
  return isExact(sought) ? ranked : enoughToShow;
}

interface Met {
  ids: string[];
  /** How many papers with these words were fetched. */
  met: number;
}

/** Fetches papers of some years or months, or of all times, that have the words, and keeps those that match. */
async function meet(
  tx: Transaction,
  { config, tsquery, loose }: Sought,
  periods: readonly string[],
  most = mostMet
): Promise<Met> {
  const within = periods.map((period) => `'${period}'`).join(' | ');
  const parts = [
    loose && sql`to_tsquery(${config}::regconfig, ${loose})`,
    within && sql`${within}::tsquery`
  ].filter((part) => part !== '');
  if (parts.length === 0) return { ids: [], met: most };
  const fits = loose === tsquery ? sql`true` : exactly(config, tsquery);
  const found = await tx.execute<{ id: string | null; met: number }>(sql`
    with met as materialized (
      select id, published_on, ${fits} as fits from ${paper}
      where words @@ (${sql.join(parts, sql` && `)}) limit ${most}
    ), fitting as (
      select id, published_on from met where fits order by published_on desc nulls last limit ${ranked}
    )
    select id, (select count(*)::int from met) as met
    from (select true) as always left join fitting on true order by published_on desc nulls last`);
  return { ids: found.flatMap(({ id }) => id ?? []), met: found[0]?.met ?? 0 };
}

/** Goes back in time from the newest paper. */
async function walk(tx: Transaction, { config, tsquery, year }: Sought): Promise<string[]> {
  const found = await tx.execute<{ id: string }>(sql`
    select id from (
      select id, words, published_on from ${paper}
      where ${year ? inYear(year) : sql`published_on is not null`}
      order by published_on desc nulls last limit ${mostWalked}
    ) as newest
    where ${exactly(config, tsquery)} order by published_on desc limit ${ranked}`);
  return found.map(({ id }) => id);
}

/** The newest that match, however many have to be looked at. */
async function newestOf(tx: Transaction, { config, tsquery, year }: Sought): Promise<string[]> {
  const found = await tx.execute<{ id: string }>(sql`
    select id from ${paper}
    where ${tsquery ? sql`words @@ to_tsquery(${config}::regconfig, ${tsquery})` : sql`true`}
      and ${year ? inYear(year) : sql`true`}
    order by published_on desc nulls last limit ${ranked}`);
  return found.map(({ id }) => id);
}

/** As a subquery it is read once, not for each paper. */
function exactly(config: Sought['config'], tsquery: string): SQL {
  return sql`words @@ (select to_tsquery(${config}::regconfig, ${tsquery}))`;
}

/** That a paper came out in a year. */
export function inYear(year: string): SQL {
  return sql`published_on between ${`${year}-01-01`} and ${`${year}-12-31`}`;
}

/** The month of the newest paper: `2026-11`. */
export async function newestMonth(tx: Transaction): Promise<string> {
  const [newest] = await tx.execute<{ month: string | null }>(sql`
    select to_char(published_on, 'YYYY-MM') as month from ${paper}
    where published_on is not null order by published_on desc nulls last limit 1`);
  return newest?.month ?? '2000-01';
}
