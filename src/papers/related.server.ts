import { desc, eq, sql } from 'drizzle-orm';
import { newestMonth, planByWords } from '#papers/candidates.server.ts';
import type { Particulars } from '#papers/papers.ts';
import { monthsBack } from '#papers/periods.ts';
import { paper, paperWord } from '#papers/schema.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';

/** A paper that has rare words in common with another's title. */
export type Related = Pick<Particulars, 'id' | 'title' | 'authors' | 'authorCount' | 'publishedOn'>;

/** A word of a title, as PostgreSQL's text search keeps it. */
interface Word {
  lexeme: string;
  /** In how many titles it is. */
  papers: number;
}

const mostRelated = 5;
/** Words of a title that are looked for: the rarest. */
const mostWords = 5;
/** Titles with one of the words that are looked for at all times; the index gathers the papers that have them anywhere. */
const mostTitles = 2_000;
/** One word in common relates two papers only if no more titles have it. */
const rareAlone = 20;
/** Papers looked at of those that share enough words. */
const mostCandidates = 30;
const recentMonths = 2;

/**
 * Papers that share the rarest words of a paper's title, in title, keywords or abstract; those that share the most first, then
 * the likest. Words that many papers have are looked for among the newest only, so that however many papers are known,
 * about as many are gone through.
 */
export async function related(paperId: string): Promise<Related[]> {
  const words = await rarestWords(paperId);
  return transaction(async (tx) => {
    const [newest] = await Promise.all([newestMonth(tx), planByWords(tx)]);
    const recent = monthsBack(newest, recentMonths);
    const rare = rareOnes(words);
    const alone = words.filter(({ papers }) => papers <= rareAlone);
    const found = new Map<string, Related>();
    for (const [shared, of, months] of [
      [3, rare, []],
      [2, rare, []],
      [1, alone, []],
      [3, words, recent],
      [2, words, recent]
    ] as const) {
      if (of.length < shared || found.size >= mostRelated) continue;
      for (const one of await sharing(tx, paperId, of, shared, months))
        found.set(one.id, found.get(one.id) ?? one);
    }
    return [...found.values()].slice(0, mostRelated);
  });
}

/** The words of a title that the fewest other titles have, the rarest first. */
async function rarestWords(paperId: string): Promise<Word[]> {
  return database().execute<Word & Record<string, unknown>>(sql`
    select known.word as lexeme, known.papers
    from ${paper} cross join unnest(${paper.words}) as its join ${paperWord} as known on known.word = its.lexeme
    where ${paper.id} = ${paperId} and 'A' = any(its.weights)
    order by known.papers, length(known.word) desc, known.word limit ${mostWords}`);
}

/** As many of the words, from the rarest on, as are in no more than so many titles altogether. */
function rareOnes(words: readonly Word[]): Word[] {
  let titles = 0;
  return words.filter(({ papers }) => (titles += papers) <= mostTitles);
}

/**
 * Papers with at least `shared` of the words; the more and the rarer, and in the title rather than elsewhere, the
 * sooner. Only so many are looked at, so that a title of common words costs no more than another.
 * @param months those in which they came out, as the index knows them; none for all times
 */
export function sharing(
  tx: Transaction,
  paperId: string,
  words: readonly Word[],
  shared: number,
  months: readonly string[]
) {
  const wanted = atLeast(
    shared,
    words.map(({ lexeme }) => quoted(lexeme))
  );
  const within = months.length > 0 ? `(${wanted}) & (${months.map(quoted).join(' | ')})` : wanted;
  const enough = tx
    .select({ id: paper.id })
    .from(paper)
    .where(sql`${paper.words} @@ ${within}::tsquery and ${paper.id} <> ${paperId}`)
    .limit(mostCandidates)
    .as('enough');
  const commonest = Math.max(...words.map(({ papers }) => papers));
  const likeness = words.map(({ lexeme, papers }) => {
    const rareness = 1 + Math.log(commonest / Math.max(papers, 1));
    return sql`${rareness}::float8 * ts_rank(${paper.words}, ${quoted(lexeme)}::tsquery)`;
  });
  return tx
    .select({
      id: paper.id,
      title: paper.title,
      authors: paper.authors,
      authorCount: paper.authorCount,
      publishedOn: paper.publishedOn
    })
    .from(enough)
    .innerJoin(paper, eq(paper.id, enough.id))
    .orderBy(desc(sql.join(likeness, sql` + `)), paper.id)
    .limit(mostRelated);
}

/**
 * A query for so many of the words, whichever: `'a' & ('b' | 'c') | 'b' & 'c'`. Nested, because the index works it out
 * for each paper that has one of the rarest.
 */
export function atLeast(count: number, words: readonly string[]): string {
  if (count === 1) return words.join(' | ');
  if (count === words.length) return words.join(' & ');
  const [first, ...rest] = words;
  const others = atLeast(count - 1, rest);
  return `${first} & (${others}) | ${atLeast(count, rest)}`;
}

function quoted(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
