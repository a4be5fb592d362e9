import { eq, inArray } from 'drizzle-orm';
import { group } from '#groups/schema.ts';
import { meeting } from '#meetings/schema.ts';
import type { Transaction } from '#platform/database.server.ts';
import * as webhooks from '#webhooks/webhooks.server.ts';

/** Tells the group's webhooks of meetings; where they take place is for members only, behind the link. */
export async function announce(
  tx: Transaction,
  type: 'meeting.arranged' | 'meeting.changed' | 'meeting.cancelled',
  meetings: readonly { id: string }[]
): Promise<void> {
  if (meetings.length === 0) return;
  const ids = meetings.map(({ id }) => id);
  const found = await tx
    .select({
      id: meeting.id,
      groupId: group.id,
      slug: group.slug,
      title: meeting.title,
      startsAt: meeting.startsAt
    })
    .from(meeting)
    .innerJoin(group, eq(group.id, meeting.groupId))
    .where(inArray(meeting.id, ids))
    .orderBy(meeting.startsAt, meeting.id);
  for (const { id, groupId, slug, title, startsAt } of found) {
    const facts = { meetingId: id, startsAt: startsAt.toISOString() };
    await webhooks.tell(tx, groupId, { type, title, path: `/g/${slug}/meetings/${id}`, facts });
  }
}
