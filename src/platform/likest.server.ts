import { sql, type SQL } from 'drizzle-orm';
import { database } from '#platform/database.server.ts';
import { wordsQuery } from '#platform/words.ts';

/** Fewer letters than this are set right by nobody. */
const shortest = 4;
/** Letters that a mistyped word may have more or fewer. */
const slack = 3;

/**
 * A search as the texts of one reader may mean it when none has its words: each word that they do not have is the one of
 * theirs that is likest. Goes through all words of these texts, so there may be some hundred of them.
 * @param words a `select` of the texts' `words`
 * @returns a query of the configuration `simple`, or null when a word is like none
 */
export async function likestAmong(text: string, words: SQL): Promise<string | null> {
  const asked = wordsQuery(text)
    .plain.split(' ')
    .filter((word) => word.length >= shortest)
    .map((word) => word.toLowerCase());
  if (asked.length === 0) return null;
  const found = await database().execute<{ word: string | null }>(sql`
    with their as materialized (
      select word, count(*) as texts
      from (${words}) as text (words) cross join unnest(tsvector_to_array(text.words)) as its (word)
      where length(word) >= ${shortest} group by word
    )
    select (
      select word from their
      where word = any(tsvector_to_array(to_tsvector('colloquy', asked.word)))
        or length(word) between length(asked.word) - ${slack}::integer and length(asked.word) + ${slack}::integer
          and word % asked.word
      order by word = any(tsvector_to_array(to_tsvector('colloquy', asked.word))) desc,
        similarity(word, asked.word) desc, texts desc
      limit 1
    ) as word
    from unnest(${sql.param(asked)}::text[]) as asked (word)
    where to_tsvector('colloquy', asked.word) <> ''`);
  const known = found.flatMap(({ word }) => word ?? []);
  if (known.length === 0 || known.length < found.length) return null;
  return known.map((word) => `'${word.replace(/['\\]/g, '$&$&')}'`).join(' & ');
}
