import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import { changed } from '#meetings/changed.ts';
import { mustBeOurs } from '#meetings/planning.server.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import * as looking from '#papers/looking.server.ts';
import { allow } from '#groups/permissions.ts';
import type { Reading } from '#papers/names.ts';
import { paperReader } from '#papers/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database } from '#platform/database.server.ts';
import { NotFound } from '../failures.ts';

/** Somebody of the group, and how far they have read a paper. */
export interface Reader {
  paperId: string;
  accountId: string;
  name: string;
  reading: Reading;
}

/** Who of the group has what is on an agenda to read, skimmed it or read it, by name. */
export async function readersOf(member: Member, meetingId: string): Promise<Reader[]> {
  allow(member, 'group.read');
  const readers = await database()
    .select({
      paperId: agendaItem.paperId,
      accountId: account.id,
      name: account.name,
      reading: sql<Reading>`${paperReader.reading}`
    })
    .from(meeting)
    .innerJoin(agendaItem, eq(agendaItem.meetingId, meeting.id))
    .innerJoin(membership, and(eq(membership.groupId, meeting.groupId), isNull(membership.endedAt)))
    .innerJoin(
      paperReader,
      and(
        eq(paperReader.paperId, agendaItem.paperId),
        eq(paperReader.accountId, membership.accountId),
        isNotNull(paperReader.reading)
      )
    )
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(meeting.id, meetingId), eq(meeting.groupId, member.groupId)))
    .orderBy(asc(account.name), asc(account.id));
  if (readers.length === 0) await mustBeOurs(member, meetingId);
  return readers;
}

/** Says how far one has read what is on an agenda, so that the others see it. @throws NotFound */
export async function setReading(member: Member, itemId: string, reading: Reading | null): Promise<void> {
  allow(member, 'group.read');
  const [found] = await database()
    .select({ paperId: agendaItem.paperId })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(agendaItem.id, itemId), eq(meeting.groupId, member.groupId)));
  if (!found) throw new NotFound('This part of the agenda');
  await looking.setReading({ id: member.accountId }, found.paperId, reading);
  await publish(changed(member.groupId));
}
