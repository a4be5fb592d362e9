import { and, eq, sql } from 'drizzle-orm';
import {
  inYear,
  newestMonth,
  newestWith,
  planByWords,
  rareTogether,
  wordsIn,
  type Sought
} from '#papers/candidates.server.ts';
import { stretches, type Stretch } from '#papers/periods.ts';
import { titleKey } from '#papers/identifiers.ts';
import { paper } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { transaction, type Transaction } from '#platform/database.server.ts';
import { highlighted, type Passage } from '#platform/highlights.ts';
import { wordsQuery } from '#platform/words.ts';
import { likest } from '#papers/vocabulary.server.ts';

/** A paper that was found, with where the words stand. */
export interface FoundPaper {
  id: string;
  title: Passage;
  authors: string[];
  publishedOn: string | null;
  /** A piece of the abstract. */
  abstract: Passage;
}

const mostFound = 20;

/**
 * Papers with all the words, best first: in the title before in authors and keywords before in the abstract. When nothing
 * has them, papers with known words that are like them, for words that were mistyped.
 */
export async function search(text: string): Promise<{ papers: FoundPaper[]; isGuess: boolean }> {
  const { tsquery, plain, year } = wordsQuery(text);
  if (tsquery === '' && !year) return { papers: [], isGuess: false };
  return transaction(async (tx) => {
    // Sent together: each takes a way to the database otherwise.
    const [, titled, newest] = await Promise.all([
      planByWords(tx),
      titledAs(tx, titleKey(text), year),
      newestMonth(tx)
    ]);
    const spans = stretches(newest, year);
    const exact = await find(tx, titleKey(text), titled, soughtIn(text), spans);
    if (exact.length > 0 || plain === '') return { papers: exact, isGuess: false };
    const like = await likest(tx, plain.split(' '));
    if (!like) return { papers: [], isGuess: true };
    // Known words stand as search keeps them: they are not to be cut to their stems again.
    const guess = { config: 'simple', tsquery: like, loose: like, year } as const;
    return { papers: await find(tx, '', [], [guess], spans), isGuess: true };
  });
}

/**
 * What a text may mean, in the order in which it is looked for: its last word as it stands, and, where too few papers
 * have that, as a beginning. The index gathers all papers with a beginning, so beside other words it is looked for in the
 * papers that have those.
 */
function soughtIn(text: string): Sought[] {
  const closed = wordsQuery(`${text} `);
  const open = wordsQuery(text);
  const sought = [closed, ...(open.tsquery === closed.tsquery ? [] : [open])];
  return sought.map(({ tsquery, loose, year }) => {
    const others = loose.split(' & ').filter((word) => !word.endsWith(':*'));
    return { config: 'colloquy', tsquery, year, loose: others.join(' & ') || loose };
  });
}

interface Row extends Record<string, unknown> {
  id: string;
  title: string;
  authors: string[];
  publishedOn: string | null;
  abstract: string;
}

/** @param titled the ids of those that are called so, to the letter */
async function find(
  tx: Transaction,
  key: string,
  titled: readonly string[],
  meanings: readonly Sought[],
  spans: readonly Stretch[]
): Promise<FoundPaper[]> {
  // A whole title is no beginning of a longer one.
  const meant = titled.length > 0 && wordsIn(meanings[0]!) >= rareTogether ? meanings.slice(0, 1) : meanings;
  let ids: string[] = [];
  for (const sought of meant) if (ids.length < mostFound) ids = await newestWith(tx, sought, spans);
  const found = [...new Set([...ids, ...titled])];
  if (found.length === 0) return [];
  const { config, tsquery } = meant.at(-1)!;
  const query = sql`(select to_tsquery(${config}::regconfig, ${tsquery}))`;
  const rows = await tx.execute<Row>(sql`
    with best as materialized (
      select id, ts_rank(words, ${query}) as rank
      from ${paper} where ${oneOf(paper.id, found)}
      order by 2 desc, published_on desc nulls last limit ${mostFound}
    )
    select p.id, p.authors, p.published_on::text as "publishedOn",
      ts_headline('colloquy', p.title, ${query}, ${highlighted.whole}) as title,
      ts_headline('colloquy', left(p.abstract, 2000), ${query}, ${highlighted.piece}) as abstract
    from best join ${paper} p using (id)
    order by (p.title_key = ${key}) desc, best.rank desc, p.published_on desc nulls last`);
  return rows.map(asFound);
}

/** Ids of papers that are called so, to the letter. */
async function titledAs(tx: Transaction, key: string, year: string | null): Promise<string[]> {
  if (key === '') return [];
  const found = await tx
    .select({ id: paper.id })
    .from(paper)
    .where(and(eq(paper.titleKey, key), year ? inYear(year) : undefined))
    .limit(5);
  return found.map(({ id }) => id);
}

function asFound({ id, title, authors, publishedOn, abstract }: Row): FoundPaper {
  return { id, authors, publishedOn, title: highlighted.read(title), abstract: highlighted.read(abstract) };
}
