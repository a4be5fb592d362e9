import { desc, eq, sql } from 'drizzle-orm';
import { planByWords } from '#papers/candidates.server.ts';
import type { Particulars } from '#papers/papers.ts';
import { paper } from '#papers/schema.ts';
import { database, driver, transaction, type Transaction } from '#platform/database.server.ts';
import { perProcess } from '#platform/process.ts';

/** A paper that has rare words in common with another's title. */
export type Related = Pick<Particulars, 'id' | 'title' | 'authors' | 'authorCount' | 'publishedOn'>;

/** A word of a title, as PostgreSQL's text search keeps it. */
interface Word {
  lexeme: string;
  /** About which share of all papers has it. */
  share: number;
}

/** Which share of all papers has the commonest words, and until when that is believed. */
interface Known {
  common: Map<string, number>;
  until: number;
}

const mostRelated = 5;
const mostWords = 5;
/** Papers looked at of those that share enough words. */
const mostCandidates = 60;
/** Words that more papers have say little, and take long to look up; two are taken however common. */
const rare = 0.01;
const fewestWords = 2;
/** One word in common relates two papers only if it is as rare as this. */
const rareAlone = 0.005;
const anHour = 3_600_000;

/** By connection, since they are those of its database. */
const shelf = perProcess('common words', () => new WeakMap<object, Known>());

/** Papers that share the rarest words of a paper's title, in title, keywords or abstract; the likest first. */
export async function related(paperId: string): Promise<Related[]> {
  const words = await rarestWords(paperId);
  const rareOnes = words.filter(({ share }) => share < rareAlone);
  return transaction(async (tx) => {
    await planByWords(tx);
    const found = new Map<string, Related>();
    for (const [shared, of] of [
      [3, words],
      [2, words],
      [1, rareOnes]
    ] as const) {
      if (of.length < shared || found.size >= mostRelated) continue;
      for (const one of await sharing(tx, paperId, of, shared)) found.set(one.id, found.get(one.id) ?? one);
    }
    return [...found.values()].slice(0, mostRelated);
  });
}

/** The words of a title that the fewest papers have, as the database's statistics know them. */
async function rarestWords(paperId: string): Promise<Word[]> {
  const [common, words] = await Promise.all([
    commonWords(),
    database().execute<{ lexeme: string }>(sql`
      select word.lexeme from ${paper} cross join unnest(${paper.words}) as word
      where ${paper.id} = ${paperId} and 'A' = any(word.weights) and word.lexeme ~ '[[:alpha:]]{2}'
      order by length(word.lexeme) desc, word.lexeme`)
  ]);
  return words
    .map(({ lexeme }) => ({ lexeme, share: common.get(lexeme) ?? 0 }))
    .sort((one, other) => one.share - other.share)
    .slice(0, mostWords)
    .filter(({ share }, at) => at < fewestWords || share < rare);
}

/** Which share of all papers has a word, for the commonest some hundred; PostgreSQL counts them anew about once a day. */
async function commonWords(): Promise<Map<string, number>> {
  const known = shelf.get(driver());
  if (known && known.until > performance.now()) return known.common;
  const found = await database().execute<{ lexeme: string; share: number }>(sql`
    select spread.lexeme, spread.share::float8 as share
    from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as spread (lexeme, share)
    where schemaname = current_schema() and tablename = 'paper' and attname = 'words'`);
  // After those of the words come three figures about all of them, beside no word.
  const common = new Map(found.map(({ lexeme, share }) => [lexeme, share]));
  shelf.set(driver(), { common, until: performance.now() + anHour });
  return common;
}

/**
 * Papers with at least `shared` of the words; the more and the rarer, and in the title rather than elsewhere, the
 * sooner. Only so many are looked at, so that a title of common words costs no more than another.
 */
export function sharing(tx: Transaction, paperId: string, words: readonly Word[], shared: number) {
  const enough = tx
    .select({ id: paper.id })
    .from(paper)
    .where(
      sql`${paper.words} @@ ${atLeast(shared, words.map(quoted))}::tsquery and ${paper.id} <> ${paperId}`
    )
    .limit(mostCandidates)
    .as('enough');
  const likeness = words.map(
    (word) => sql`${-Math.log(word.share + 1e-5)}::float8 * ts_rank(${paper.words}, ${quoted(word)}::tsquery)`
  );
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

function quoted({ lexeme }: Word): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
