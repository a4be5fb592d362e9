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
import { stretches } from '#papers/periods.ts';
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
  const exact = await find(titleKey(text), soughtIn(text));
  if (exact.length > 0 || plain === '') return { papers: exact, isGuess: false };
  const like = await likest(plain.split(' '));
  // Known words stand as search keeps them: they are not to be cut to their stems again.
  const guess = { config: 'simple', tsquery: like ?? '', loose: like ?? '', year } as const;
  return { papers: like ? await find('', [guess]) : [], isGuess: true };
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

async function find(key: string, meanings: readonly Sought[]): Promise<FoundPaper[]> {
  const rows = await transaction(async (tx) => {
    // Sent together: each takes a way to the database otherwise.
    const [, titled, newest] = await Promise.all([
      planByWords(tx),
      titledAs(tx, key, meanings[0]!.year),
      newestMonth(tx)
    ]);
    // A whole title is no beginning of a longer one.
    const meant =
      titled.length > 0 && wordsIn(meanings[0]!) >= rareTogether ? meanings.slice(0, 1) : meanings;
    const spans = stretches(newest, meanings[0]!.year);
    let ids: string[] = [];
    for (const sought of meant) if (ids.length < mostFound) ids = await newestWith(tx, sought, spans);
    const { config, tsquery } = meant.at(-1)!;
    const query = sql`(select to_tsquery(${config}::regconfig, ${tsquery}))`;
    return tx.execute<Row>(sql`
      with best as materialized (
        select id, ts_rank(words, ${query}) as rank
        from ${paper} where ${oneOf(paper.id, [...new Set([...ids, ...titled])])}
        order by 2 desc, published_on desc nulls last limit ${mostFound}
      )
      select p.id, p.authors, p.published_on::text as "publishedOn",
        ts_headline('colloquy', p.title, ${query}, ${highlighted.whole}) as title,
        ts_headline('colloquy', left(p.abstract, 2000), ${query}, ${highlighted.piece}) as abstract
      from best join ${paper} p using (id)
      order by (p.title_key = ${key}) desc, best.rank desc, p.published_on desc nulls last`);
  });
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
