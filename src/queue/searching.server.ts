import { sql, type SQL } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import { group, membership } from '#groups/schema.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { highlighted, type Passage } from '#platform/highlights.ts';
import { likestAmong } from '#platform/likest.server.ts';
import { wordsQuery } from '#platform/words.ts';
import { nomination, nominationComment } from '#queue/schema.ts';

/** A pitch, or a comment below a nomination, that was found. */
export interface FoundSaying {
  nominationId: string;
  groupSlug: string;
  groupName: string;
  paperId: string;
  paperTitle: string;
  by: string;
  createdAt: Date;
  /** It was said below the nomination. */
  isComment: boolean;
  text: Passage;
}

const mostFound = 20;
/** Texts of each kind whose words a mistyped one is compared with, the newest. */
const mostCompared = 200;

/** The pitches of the reader's groups, and the comments below nominations, with all the words: newest first. */
export async function search(reader: Pick<Account, 'id'>, text: string): Promise<FoundSaying[]> {
  const { tsquery } = wordsQuery(text);
  return tsquery ? find(reader, sql`to_tsquery('colloquy', ${tsquery})`) : [];
}

/** The same with words that are like these, for words that were mistyped. */
export async function searchLike(reader: Pick<Account, 'id'>, text: string): Promise<FoundSaying[]> {
  const words = sql`
    (select n.words from ${nomination} n ${ours(reader)} order by n.created_at desc limit ${mostCompared})
    union all
    (select c.words from ${nominationComment} c join ${nomination} n on n.id = c.nomination_id ${ours(reader)}
      where c.removed_at is null order by c.created_at desc limit ${mostCompared})`;
  const like = await likestAmong(text, words);
  // Known words stand as search keeps them: they are not to be cut to their stems again.
  return like ? find(reader, sql`to_tsquery('simple', ${like})`) : [];
}

function ours({ id }: Pick<Account, 'id'>): SQL {
  return sql`join ${membership} m on m.group_id = n.group_id and m.account_id = ${id} and m.ended_at is null`;
}

async function find(reader: Pick<Account, 'id'>, query: SQL): Promise<FoundSaying[]> {
  const rows = await database().execute<Omit<FoundSaying, 'text'> & { text: string }>(sql`
    with found as (
      (select n.id as nomination_id, null::text as comment_id, n.proposed_by as account_id, n.created_at
        from ${nomination} n ${ours(reader)}
        where n.words @@ ${query} order by n.created_at desc limit ${mostFound})
      union all
      (select n.id, c.id, c.account_id, c.created_at
        from ${nominationComment} c join ${nomination} n on n.id = c.nomination_id ${ours(reader)}
        where c.words @@ ${query} and c.removed_at is null order by c.created_at desc limit ${mostFound})
    )
    select coalesce(n.joined_id, n.id) as "nominationId", g.slug as "groupSlug", g.name as "groupName",
      p.id as "paperId", p.title as "paperTitle", a.name as by, f.created_at as "createdAt",
      f.comment_id is not null as "isComment",
      ts_headline('colloquy', coalesce(c.text, n.pitch), ${query}, ${highlighted.piece}) as text
    from found f join ${nomination} n on n.id = f.nomination_id join ${group} g on g.id = n.group_id
    join ${paper} p on p.id = n.paper_id join ${account} a on a.id = f.account_id
    left join ${nominationComment} c on c.id = f.comment_id
    order by f.created_at desc limit ${mostFound}`);
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    text: highlighted.read(row.text)
  }));
}
