import { sql } from 'drizzle-orm';
import { titleKey } from '#papers/identifiers.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
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

/**
 * Of papers that have all the words, only so many of the newest are ranked: a word that is in half of all papers costs no
 * more than a rare one.
 */
const ranked = 300;
const mostFound = 20;

/**
 * Papers with all the words, best first: in the title before in authors and keywords before in the abstract. When nothing
 * has them, papers with known words that are like them, for words that were mistyped.
 */
export async function search(text: string): Promise<{ papers: FoundPaper[]; isGuess: boolean }> {
  const { tsquery, plain, year } = wordsQuery(text);
  if (tsquery === '' && !year) return { papers: [], isGuess: false };
  const exact = await withWords(titleKey(text), 'colloquy', tsquery, year);
  if (exact.length > 0 || plain === '') return { papers: exact, isGuess: false };
  const like = await likest(plain.split(' '));
  // Known words stand as search keeps them: they are not to be cut to their stems again.
  return { papers: like ? await withWords('', 'simple', like, year) : [], isGuess: true };
}

interface Row extends Record<string, unknown> {
  id: string;
  title: string;
  authors: string[];
  publishedOn: string | null;
  abstract: string;
}

type Config = 'colloquy' | 'simple';

function inYear(year: string | null) {
  return year ? sql`and p.published_on between ${`${year}-01-01`} and ${`${year}-12-31`}` : sql``;
}

async function withWords(
  key: string,
  config: Config,
  tsquery: string,
  year: string | null
): Promise<FoundPaper[]> {
  const query = sql`to_tsquery(${config}::regconfig, ${tsquery})`;
  const matches = tsquery ? sql`p.words @@ ${query}` : sql`true`;
  const rows = await database().execute<Row>(sql`
    with candidate as (
      (select p.id, p.words, p.published_on from ${paper} p
        where ${key} <> '' and p.title_key = ${key} ${inYear(year)} limit 5)
      union
      (select p.id, p.words, p.published_on from ${paper} p where ${matches} ${inYear(year)}
        order by p.published_on desc nulls last limit ${ranked})
    ), best as (
      select c.id, ts_rank(c.words, ${query}) as rank
      from candidate c order by 2 desc, c.published_on desc nulls last limit ${mostFound}
    )
    select p.id, p.authors, p.published_on::text as "publishedOn",
      ts_headline('colloquy', p.title, ${query}, ${highlighted.whole}) as title,
      ts_headline('colloquy', left(p.abstract, 2000), ${query}, ${highlighted.piece}) as abstract
    from best join ${paper} p using (id)
    order by (p.title_key = ${key}) desc, best.rank desc, p.published_on desc nulls last`);
  return rows.map(asFound);
}

function asFound({ id, title, authors, publishedOn, abstract }: Row): FoundPaper {
  return { id, authors, publishedOn, title: highlighted.read(title), abstract: highlighted.read(abstract) };
}
