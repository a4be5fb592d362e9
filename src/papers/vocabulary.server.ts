import { sql } from 'drizzle-orm';
import { paperWord } from '#papers/schema.ts';
import { database, planner, transaction } from '#platform/database.server.ts';
import type { Job } from '#platform/jobs.server.ts';

/** Fewer letters than this are set right by nobody. */
const shortest = 4;

/** Takes down all words of all titles, authors and keywords. Reads every paper once, so it is for the night. */
export async function learnWords(): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(paperWord);
    // Weights A and B: the words of abstracts are many and are looked for less.
    await tx.execute(sql`
      insert into ${paperWord} (word, papers)
      select word, ndoc from ts_stat('select words from paper', 'ab')
      where length(word) >= ${shortest} and word ~ '^[[:alpha:]]+$'`);
  });
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
 * Known words that are like the given ones, each the likest, as a text search; null when one of them is like none.
 * `%` is true for words that share three of ten trigrams and more.
 */
export async function likest(words: readonly string[]): Promise<string | null> {
  const found = await Promise.all(
    words.map(async (word) => {
      if (word.length < shortest) return null;
      const [nearest] = await planner()
        .select({ word: paperWord.word })
        .from(paperWord)
        .where(sql`${paperWord.word} % ${word.toLowerCase()}`)
        .orderBy(sql`similarity(${paperWord.word}, ${word.toLowerCase()}) desc, ${paperWord.papers} desc`)
        .limit(1);
      return nearest?.word;
    })
  );
  const known = found.filter((word) => word !== null);
  if (known.length === 0 || known.includes(undefined)) return null;
  return known.map((word) => `'${word}'`).join(' & ');
}
