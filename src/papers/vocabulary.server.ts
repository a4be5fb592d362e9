import { sql } from 'drizzle-orm';
import { paper, paperWord } from '#papers/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { database, type Transaction } from '#platform/database.server.ts';
import type { Job } from '#platform/jobs.server.ts';

/** Words with fewer letters are not set right, and none is set right to one. */
const shortest = 4;

/** Which words are taken down. */
const isWorthKnowing = sql`word ~ '[[:alpha:]]{2}'`;

/**
 * Takes down the words of titles, authors and keywords of papers that came in or were told of anew, so that a mistyped one is
 * set right from the first day on. Papers are counted that came in with the same transaction; what a later
 * telling changed the night counts.
 */
export async function learnWordsOf(tx: Transaction, paperIds: readonly string[]): Promise<void> {
  // In one order, so that two who take down the same words wait for one another only one way.
  await tx.execute(sql`
    insert into ${paperWord} (word, papers)
    select word, count(*) filter (where ${paper.createdAt} = now())
    from ${paper} cross join unnest(${paper.words}) as its (word, places, weights)
    where ${oneOf(paper.id, paperIds)} and weights && '{A,B}' and ${isWorthKnowing}
    group by word order by word
    on conflict (word) do update set papers = ${paperWord.papers} + excluded.papers where excluded.papers > 0`);
}

/** Takes down all words of all titles, authors and keywords. Reads every paper once, so it is for the night. */
export async function learnWords(): Promise<void> {
  // Weights A and B: the words of abstracts are many and are looked for less.
  await database().execute(sql`
    with counted as materialized (
      select word, ndoc as papers from ts_stat('select words from paper', 'ab')
      where ${isWorthKnowing}
    ), forgotten as (
      delete from ${paperWord} where not exists (select from counted where counted.word = ${paperWord.word})
    )
    insert into ${paperWord} (word, papers) select word, papers from counted order by word
    on conflict (word) do update set papers = excluded.papers where ${paperWord.papers} <> excluded.papers`);
}

/** What the vocabulary does by itself. */
export const vocabularyJobs: Job[] = [
  { name: 'papers.words', cron: '5 2 * * *', run: learnWords },
  {
    name: 'papers.words.first',
    atStart: true,
    run: async () => {
      const [any] = await database().select({ word: paperWord.word }).from(paperWord).limit(1);
      if (!any) await learnWords();
    }
  }
];

/**
 * The given words as search keeps them, each that is unknown as the known word that is likest; null when one of them is
 * like none. `%` is true for words that share three of ten trigrams and more.
 */
export async function likest(tx: Transaction, words: readonly string[]): Promise<string | null> {
  const long = words.filter((word) => word.length >= shortest).map((word) => word.toLowerCase());
  const found = await tx.execute<{ word: string | null }>(sql`
    select coalesce(known.word, like_it.word) as word
    from unnest(${sql.param(long)}::text[]) as asked (word)
    left join lateral (
      select word from ${paperWord} where word = any(tsvector_to_array(to_tsvector('colloquy', asked.word))) limit 1
    ) as known on true
    left join lateral (
      select word from ${paperWord}
      where known.word is null and word % asked.word and length(word) >= ${shortest} and word !~ '[^[:alpha:]]'
      order by similarity(word, asked.word) desc, papers desc limit 1
    ) as like_it on true
    where to_tsvector('colloquy', asked.word) <> ''`);
  const known = found.flatMap(({ word }) => word ?? []);
  if (known.length === 0 || known.length < found.length) return null;
  return known.map((word) => `'${word}'`).join(' & ');
}
