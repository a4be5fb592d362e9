import { sql, type SQL } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import { group, membership } from '#groups/schema.ts';
import { note, noteComment, noteText, noteThread } from '#notes/schema.ts';
import { database } from '#platform/database.server.ts';
import { highlighted, type Passage } from '#platform/highlights.ts';
import { likestAmong } from '#platform/likest.server.ts';
import { wordsQuery } from '#platform/words.ts';

/** A note, or a comment on it, that was found. */
export interface FoundText {
  noteId: string;
  title: string;
  groupSlug: string;
  groupName: string;
  /** Who wrote the comment; null for the note's own text. */
  by: string | null;
  createdAt: Date;
  text: Passage;
}

const mostFound = 20;

/** Notes, and comments on them, whose words a mistyped one is compared with, the newest. */
const mostCompared = 200;

/** The notes of the reader's groups, and the comments on them, with all the words: best first. */
export async function search(reader: Pick<Account, 'id'>, text: string): Promise<FoundText[]> {
  const { tsquery } = wordsQuery(text);
  return tsquery ? find(reader, sql`to_tsquery('colloquy', ${tsquery})`) : [];
}

/** The same with words that are like these, for words that were mistyped. */
export async function searchLike(reader: Pick<Account, 'id'>, text: string): Promise<FoundText[]> {
  const words = sql`
    (select t.words from ${noteText} t join ${note} n on n.id = t.note_id and n.deleted_at is null ${ours(reader)}
      order by n.created_at desc limit ${mostCompared})
    union all
    (select c.words from ${noteComment} c join ${noteThread} h on h.id = c.thread_id
      join ${note} n on n.id = h.note_id and n.deleted_at is null ${ours(reader)}
      where c.deleted_at is null order by c.created_at desc limit ${mostCompared})`;
  const like = await likestAmong(text, words);
  // Known words stand as search keeps them: they are not to be cut to their stems again.
  return like ? find(reader, sql`to_tsquery('simple', ${like})`) : [];
}

function ours({ id }: Pick<Account, 'id'>): SQL {
  return sql`join ${membership} m on m.group_id = n.group_id and m.account_id = ${id} and m.ended_at is null`;
}

async function find(reader: Pick<Account, 'id'>, query: SQL): Promise<FoundText[]> {
  const rows = await database().execute<Omit<FoundText, 'text'> & { text: string }>(sql`
    with found as (
      (select n.id as note_id, null::text as comment_id, ts_rank(t.words, ${query}) as rank
        from ${noteText} t join ${note} n on n.id = t.note_id and n.deleted_at is null ${ours(reader)}
        where t.words @@ ${query} order by rank desc limit ${mostFound})
      union all
      (select n.id, c.id, ts_rank(c.words, ${query})
        from ${noteComment} c join ${noteThread} h on h.id = c.thread_id
        join ${note} n on n.id = h.note_id and n.deleted_at is null ${ours(reader)}
        where c.words @@ ${query} and c.deleted_at is null order by 3 desc limit ${mostFound})
    )
    select n.id as "noteId", n.title, g.slug as "groupSlug", g.name as "groupName", a.name as by,
      coalesce(c.created_at, n.created_at) as "createdAt",
      ts_headline('colloquy', coalesce(c.text, left(t.text, 200000)), ${query}, ${highlighted.piece}) as text
    from found f join ${note} n on n.id = f.note_id join ${group} g on g.id = n.group_id
    left join ${noteText} t on t.note_id = n.id
    left join ${noteComment} c on c.id = f.comment_id left join ${account} a on a.id = c.account_id
    order by f.rank desc, "createdAt" desc limit ${mostFound}`);
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    text: highlighted.read(row.text)
  }));
}
