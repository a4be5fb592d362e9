import { and, eq, isNull } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { membership } from '#groups/schema.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import * as looking from '#papers/looking.server.ts';
import type { Reading } from '#papers/names.ts';
import { publish } from '#platform/bus.server.ts';
import { database } from '#platform/database.server.ts';
import { nomination } from '#queue/schema.ts';

/**
 * Says how far one has read a paper, or with null that one has not begun. Open pages of one's own groups that have it in
 * their queue or on an agenda are told; other groups learn nothing.
 * @throws NotFound
 */
export async function setReading(
  { id }: Pick<Account, 'id'>,
  paperId: string,
  reading: Reading | null
): Promise<void> {
  await looking.setReading({ id }, paperId, reading);
  const [meetings, queues] = await Promise.all([groupsMeetingOn(id, paperId), groupsThatHave(id, paperId)]);
  for (const { groupId } of meetings) await publish({ topic: `group:${groupId}`, kind: 'meetings' });
  for (const { groupId } of queues) await publish({ topic: `group:${groupId}`, kind: 'queue' });
}

function groupsMeetingOn(accountId: string, paperId: string) {
  return database()
    .selectDistinct({ groupId: meeting.groupId })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(membership, isIn(meeting.groupId, accountId))
    .where(eq(agendaItem.paperId, paperId));
}

function groupsThatHave(accountId: string, paperId: string) {
  return database()
    .selectDistinct({ groupId: nomination.groupId })
    .from(nomination)
    .innerJoin(membership, isIn(nomination.groupId, accountId))
    .where(eq(nomination.paperId, paperId));
}

function isIn(groupId: typeof meeting.groupId | typeof nomination.groupId, accountId: string) {
  return and(
    eq(membership.groupId, groupId),
    eq(membership.accountId, accountId),
    isNull(membership.endedAt)
  );
}
