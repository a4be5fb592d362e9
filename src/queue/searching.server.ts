import { sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import { group, membership } from '#groups/schema.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { highlighted, type Passage } from '#platform/highlights.ts';
import { wordsQuery } from '#platform/words.ts';
import { nomination } from '#queue/schema.ts';

/** A pitch that was found. */
export interface FoundPitch {
  nominationId: string;
  groupSlug: string;
  groupName: string;
  paperId: string;
  paperTitle: string;
  by: string;
  createdAt: Date;
  isWaiting: boolean;
  pitch: Passage;
}

const mostFound = 20;

/** The pitches of the reader's groups with all the words, newest first. */
export async function searchPitches({ id }: Account, text: string): Promise<FoundPitch[]> {
  const { tsquery } = wordsQuery(text);
  if (!tsquery) return [];
  const rows = await database().execute<Omit<FoundPitch, 'pitch'> & { pitch: string }>(sql`
    select n.id as "nominationId", g.slug as "groupSlug", g.name as "groupName", p.id as "paperId",
      p.title as "paperTitle", a.name as by, n.created_at as "createdAt",
      (n.withdrawn_at is null and n.chosen_at is null) as "isWaiting",
      ts_headline('colloquy', n.pitch, to_tsquery('colloquy', ${tsquery}), ${highlighted.piece}) as pitch
    from ${nomination} n
    join ${group} g on g.id = n.group_id
    join ${membership} m on m.group_id = g.id and m.account_id = ${id} and m.ended_at is null
    join ${paper} p on p.id = n.paper_id
    join ${account} a on a.id = n.proposed_by
    where n.words @@ to_tsquery('colloquy', ${tsquery})
    order by n.created_at desc limit ${mostFound}`);
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    pitch: highlighted.read(row.pitch)
  }));
}
