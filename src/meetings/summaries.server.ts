import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { allow } from '#groups/permissions.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { group, membership } from '#groups/schema.ts';
import { changed } from '#meetings/changed.ts';
import { agendaItem, meeting, summary } from '#meetings/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { Conflict, NotFound } from '../failures.ts';

/**
 * Writes down what an item's paper says, for those who have not read it; nothing takes it away.
 * @param basedOn when what one began from was written, as an ISO date; empty when nothing was there
 * @throws Conflict when somebody else wrote meanwhile: nobody's words are lost without being seen
 */
export async function summarise(
  member: Member,
  itemId: string,
  { text, basedOn }: { text: string; basedOn: string }
): Promise<void> {
  allow(member, 'agenda.summarise');
  const { groupId, accountId: writtenBy } = member;
  await transaction(async (tx) => {
    const paperId = await paperOn(tx, member, itemId);
    const which = and(eq(summary.groupId, groupId), eq(summary.paperId, paperId));
    const [found] = await tx.select({ at: summary.writtenAt }).from(summary).where(which);
    if ((found?.at.toISOString() ?? '') !== basedOn)
      throw new Conflict(
        'Somebody else wrote a summary meanwhile. Yours is kept below: put the two together.'
      );
    if (text === '') await tx.delete(summary).where(which);
    else {
      const values = { text, writtenBy, writtenAt: new Date() };
      await tx
        .insert(summary)
        .values({ groupId, paperId, ...values })
        .onConflictDoUpdate({ target: [summary.groupId, summary.paperId], set: values });
    }
    await publish(changed(groupId), tx);
  });
}

/** What somebody's groups say that a paper says, the newest first. Markdown as it was written. */
export async function summariesOf(reader: Pick<Account, 'id'>, paperId: string) {
  return database()
    .select({
      text: summary.text,
      by: account.name,
      writtenAt: summary.writtenAt,
      groupSlug: group.slug,
      groupName: group.name
    })
    .from(summary)
    .innerJoin(group, eq(group.id, summary.groupId))
    .innerJoin(membership, eq(membership.groupId, group.id))
    .innerJoin(account, eq(account.id, summary.writtenBy))
    .where(and(eq(summary.paperId, paperId), eq(membership.accountId, reader.id), isNull(membership.endedAt)))
    .orderBy(desc(summary.writtenAt))
    .limit(20);
}

/** The meeting is the lock: of two who write at once the later sees what the other wrote. */
async function paperOn(tx: Transaction, { groupId }: Member, itemId: string): Promise<string> {
  const [found] = await tx
    .select({ paperId: agendaItem.paperId })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(agendaItem.id, itemId), eq(meeting.groupId, groupId)))
    .for('no key update', { of: meeting });
  if (!found) throw new NotFound('This part of the agenda');
  return found.paperId;
}
