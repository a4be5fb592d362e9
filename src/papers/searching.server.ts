import { sql } from 'drizzle-orm';
import { titleKey } from '#papers/identifiers.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { highlighted, type Passage } from '#platform/highlights.ts';
import { wordsQuery } from '#platform/words.ts';

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
 * has them, papers whose titles are alike, for words that were mistyped.
 */
export async function search(text: string): Promise<{ papers: FoundPaper[]; isGuess: boolean }> {
  const query = wordsQuery(text);
  const exact = query.tsquery === '' && !query.year ? [] : await withWords(text, query);
  if (exact.length > 0 || query.plain.length < 4) return { papers: exact, isGuess: false };
  return { papers: await alike(query.plain, query.year), isGuess: true };
}

interface Row extends Record<string, unknown> {
  id: string;
  title: string;
  authors: string[];
  publishedOn: string | null;
  abstract: string;
}

const shown = (tsquery: string) => sql`
  p.id, p.authors, p.published_on::text as "publishedOn",
  ts_headline('colloquy', p.title, to_tsquery('colloquy', ${tsquery}), ${highlighted.whole}) as title,
  ts_headline('colloquy', left(p.abstract, 2000), to_tsquery('colloquy', ${tsquery}), ${highlighted.piece}) as abstract`;

function inYear(year: string | null) {
  return year ? sql`and p.published_on between ${`${year}-01-01`} and ${`${year}-12-31`}` : sql``;
}

async function withWords(
  text: string,
  { tsquery, year }: { tsquery: string; year: string | null }
): Promise<FoundPaper[]> {
  const matches = tsquery ? sql`p.words @@ to_tsquery('colloquy', ${tsquery})` : sql`true`;
  const key = titleKey(text);
  const rows = await database().execute<Row>(sql`
    with candidate as (
      (select p.id, p.words, p.published_on from ${paper} p where p.title_key = ${key} ${inYear(year)} limit 5)
      union
      (select p.id, p.words, p.published_on from ${paper} p where ${matches} ${inYear(year)}
        order by p.published_on desc nulls last limit ${ranked})
    ), best as (
      select c.id, ts_rank(c.words, to_tsquery('colloquy', ${tsquery})) as rank, c.published_on
      from candidate c order by 2 desc, 3 desc nulls last limit ${mostFound}
    )
    select ${shown(tsquery)} from best join ${paper} p using (id)
    order by (p.title_key = ${key}) desc, best.rank desc, p.published_on desc nulls last`);
  return rows.map(asFound);
}

/** By trigrams, which forgive a letter or two. */
async function alike(words: string, year: string | null): Promise<FoundPaper[]> {
  const rows = await database().execute<Row>(sql`
    select ${shown('')} from ${paper} p
    where ${words} <% p.title ${inYear(year)}
    order by word_similarity(${words}, p.title) desc, p.published_on desc nulls last limit ${mostFound}`);
  return rows.map(asFound);
}

function asFound({ id, title, authors, publishedOn, abstract }: Row): FoundPaper {
  return { id, authors, publishedOn, title: highlighted.read(title), abstract: highlighted.read(abstract) };
}
