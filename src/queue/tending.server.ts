import { and, eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { setReading as setOwnReading } from '#papers/looking.server.ts';
import { publish } from '#platform/bus.server.ts';
import { changed } from '#queue/changed.ts';
import { takeOfferBack } from '#queue/choosing.server.ts';
import { allowOwn, find } from '#queue/finding.server.ts';
import { want } from '#queue/interest.server.ts';
import { change } from '#queue/nominating.server.ts';
import type { Reading } from '#queue/queue.ts';
import { openQueue } from '#queue/queues.server.ts';
import { record } from '#queue/record.server.ts';
import { leadOffer, nomination, queue } from '#queue/schema.ts';
import { Invalid } from '../failures.ts';

const longestSnooze = { days: 366 };

/** Pins a nomination above all others, or takes the pin off. Doing it again changes nothing. */
export async function pin(member: Member, nominationId: string, isPinned = true): Promise<void> {
  allow(member, 'nomination.tend');
  await change(member, nominationId, async (tx) => {
    const [done] = await tx
      .update(nomination)
      .set(
        isPinned
          ? { pinnedAt: new Date(), pinnedBy: member.accountId, askedAt: null }
          : { pinnedAt: null, pinnedBy: null, wantedAt: sql`now()` }
      )
      .where(and(eq(nomination.id, nominationId), sql`(${nomination.pinnedAt} is null) = ${isPinned}`))
      .returning({ id: nomination.id });
    if (done) await record(tx, member, nominationId, isPinned ? 'pinned' : 'unpinned');
  });
}

/**
 * Puts a nomination out of sight until a day begins in the group's zone: one's own, organisers any. It comes back by
 * itself, with all it had.
 * @param until ISO date
 * @throws Invalid for a day that is not to come, or more than a year away
 */
export async function snooze(member: Member, nominationId: string, until: string): Promise<void> {
  const snoozedUntil = morningOf(until, member.timezone, new Date());
  await change(member, nominationId, async (tx, { own }) => {
    allowOwn(member, own, 'nomination.tend');
    await tx
      .update(nomination)
      .set({ snoozedUntil, snoozedBy: member.accountId, wantedAt: snoozedUntil, askedAt: null })
      .where(eq(nomination.id, nominationId));
    await record(tx, member, nominationId, 'snoozed', { until });
  });
}

/** Takes a nomination into sight again before its day. */
export async function wake(member: Member, nominationId: string): Promise<void> {
  await change(member, nominationId, async (tx, { own }) => {
    allowOwn(member, own, 'nomination.tend');
    const [done] = await tx
      .update(nomination)
      .set({ snoozedUntil: null, snoozedBy: null, wantedAt: sql`now()` })
      .where(and(eq(nomination.id, nominationId), sql`${nomination.snoozedUntil} is not null`))
      .returning({ id: nomination.id });
    if (done) await record(tx, member, nominationId, 'woken');
  });
}

function morningOf(day: string, timezone: string, now: Date): Date {
  try {
    const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone);
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' });
    if (Temporal.PlainDate.compare(date, today.toPlainDate()) > 0) {
      if (Temporal.PlainDate.compare(date, today.toPlainDate().add(longestSnooze)) <= 0)
        return new Date(date.toZonedDateTime(timezone).epochMilliseconds);
      throw new Invalid({ until: 'Choose a day within a year.' });
    }
  } catch (failure) {
    if (failure instanceof Invalid) throw failure;
    throw new Invalid({ until: 'Give the day on which it comes back.' });
  }
  throw new Invalid({ until: 'Choose a day that is still to come.' });
}

/** Says that somebody is looked for who leads it, or that nobody is any more: one's own, organisers any. */
export async function lookForLead(member: Member, nominationId: string, isWanted = true): Promise<void> {
  await change(member, nominationId, async (tx, { own }) => {
    allowOwn(member, own, 'nomination.tend');
    await tx
      .update(nomination)
      .set({ leadWantedAt: isWanted ? sql`coalesce(${nomination.leadWantedAt}, now())` : null })
      .where(eq(nomination.id, nominationId));
  });
}

/** Offers to lead a nomination if it is chosen, or takes the offer back. A ballot and an agenda take the first offer. */
export async function offerLead(member: Member, nominationId: string, offers = true): Promise<void> {
  allow(member, 'nomination.lead');
  await change(member, nominationId, async (tx) => {
    if (!offers) return takeOfferBack(tx, nominationId, member.accountId);
    await tx.insert(leadOffer).values({ nominationId, accountId: member.accountId }).onConflictDoNothing();
    await want(tx, nominationId);
  });
}

/**
 * Moves a nomination to another queue of the group: one's own, organisers any. It keeps all it has.
 * @throws NotFound for a queue of another group
 * @throws Conflict when that one is closed
 */
export async function moveTo(member: Member, nominationId: string, queueId: string): Promise<void> {
  await change(member, nominationId, async (tx, found) => {
    allowOwn(member, found.own, 'nomination.tend');
    const to = await openQueue(tx, member.groupId, queueId);
    if (to.id === found.queueId) return;
    const [from] = await tx.select({ name: queue.name }).from(queue).where(eq(queue.id, found.queueId));
    await tx.update(nomination).set({ queueId: to.id, place: null }).where(eq(nomination.id, nominationId));
    await record(tx, member, nominationId, 'moved', { from: from!.name, to: to.name });
  });
}

/** Says how far the member has read a nomination's paper, or with null that they have not begun. */
export async function setReading(
  member: Member,
  nominationId: string,
  reading: Reading | null
): Promise<void> {
  allow(member, 'group.read');
  const { paperId } = await find(member, nominationId);
  await setOwnReading({ id: member.accountId }, paperId, reading);
  await publish(changed(member.groupId));
}
