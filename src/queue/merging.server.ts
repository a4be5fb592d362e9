import { and, eq, ne, sql } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { paper } from '#papers/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { changed } from '#queue/changed.ts';
import { find, holdWaiting, waits } from '#queue/finding.server.ts';
import { want } from '#queue/interest.server.ts';
import { join } from '#queue/joining.server.ts';
import { nomination } from '#queue/schema.ts';
import { Conflict, Invalid } from '../failures.ts';

/**
 * Makes one of two nominations of the same work: interest and offers to lead are united, pitches, threads and who
 * proposed what are kept and show at the one that goes on. `bringBack` parts them again.
 * @throws Invalid for a nomination and itself
 * @throws Conflict when one left the queue, or a ballot decides on the one that would go
 */
export async function merge(member: Member, nominationId: string, into: string): Promise<void> {
  allow(member, 'nomination.tend');
  if (nominationId === into) throw new Invalid({ into: 'Choose another proposal than this one.' });
  await transaction(async (tx) => {
    // In the order of their ids, so that two who merge them at once do not wait for each other.
    const held = new Map<string, Awaited<ReturnType<typeof holdWaiting>>>();
    for (const id of [nominationId, into].toSorted()) held.set(id, await holdWaiting(tx, member, id));
    if (held.get(nominationId)!.isHeld)
      throw new Conflict(
        'A ballot decides on this proposal at present. Merge the other one into it, or wait.'
      );
    await join(tx, { goes: nominationId, stays: into, by: member.accountId });
    await want(tx, into);
    await publish(changed(member.groupId), tx);
  });
}

/** Waiting proposals of the group with the title of this one: perhaps the same work by other ids. */
export async function twinsOf(
  member: Member,
  nominationId: string
): Promise<{ id: string; title: string; proposer: string }[]> {
  allow(member, 'group.read');
  const { paperId } = await find(member, nominationId);
  return database()
    .select({ id: nomination.id, title: paper.title, proposer: account.name })
    .from(nomination)
    .innerJoin(paper, eq(paper.id, nomination.paperId))
    .innerJoin(account, eq(account.id, nomination.proposedBy))
    .where(
      and(
        eq(nomination.groupId, member.groupId),
        ne(nomination.id, nominationId),
        waits,
        sql`length(${paper.titleKey}) >= 12 and ${paper.titleKey} = (
          select t.title_key from ${paper} t where t.id = ${paperId})`
      )
    )
    .limit(10);
}
