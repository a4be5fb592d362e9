import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { waits } from '#queue/finding.server.ts';
import { nomination } from '#queue/schema.ts';

/** A proposal as those see it who follow a group's feeds. */
export interface Followed {
  nominationId: string;
  paperId: string;
  title: string;
  authors: string[];
  abstract: string;
  arxivId: string | null;
  doi: string | null;
  proposer: string;
  pitch: string;
  /** When it was proposed, or, of a pick, chosen. */
  at: Date;
}

const longestFeed = 50;

/** What a group's feeds say, the newest first: what waits in its queue, or what it picked. */
export async function followed(groupId: string, list: 'queue' | 'picks'): Promise<Followed[]> {
  const at = list === 'queue' ? nomination.createdAt : nomination.chosenAt;
  const rows = await database()
    .select({
      nominationId: nomination.id,
      paperId: paper.id,
      title: paper.title,
      authors: paper.authors,
      abstract: paper.abstract,
      arxivId: paper.arxivId,
      doi: paper.doi,
      proposer: account.name,
      pitch: nomination.pitch,
      at
    })
    .from(nomination)
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .innerJoin(account, eq(account.id, nomination.proposedBy))
    .where(and(eq(nomination.groupId, groupId), list === 'queue' ? waits : isNotNull(nomination.chosenAt)))
    .orderBy(desc(at))
    .limit(longestFeed);
  return rows.map((row) => ({ ...row, at: row.at! }));
}
