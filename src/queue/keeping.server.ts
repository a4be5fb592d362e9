import { and, eq, sql } from 'drizzle-orm';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { group } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import type { Job } from '#platform/jobs.server.ts';
import { newId } from '#platform/id.ts';
import { changed } from '#queue/changed.ts';
import type { EventKind } from '#queue/events.ts';
import { allowOwn, hold } from '#queue/finding.server.ts';
import { want } from '#queue/interest.server.ts';
import { change, waitingOf } from '#queue/nominating.server.ts';
import { noted } from '#queue/queues.server.ts';
import { record } from '#queue/record.server.ts';
import { interest, nomination, nominationEvent, queueTending } from '#queue/schema.ts';
import { Conflict } from '../failures.ts';

/** A gap between two runs from which on the time is taken for downtime, in which nobody could have answered. */
const longestGap = '1 day';

/** No group's spans are shorter, so that an index finds what may be due in any of them. */
const shortestSpan = '1 week';

/** How long a proposal may be wanted by nobody, and how long the group then has to keep it. */
export interface Spans {
  /** Null: nobody is ever asked. */
  askAfterWeeks: number | null;
  leaveAfterWeeks: number;
}

/** The group's spans. */
export async function spans(member: Member): Promise<Spans> {
  const [found] = await database()
    .select({ askAfterWeeks: group.askAfterWeeks, leaveAfterWeeks: group.leaveAfterWeeks })
    .from(group)
    .where(eq(group.id, member.groupId));
  return found!;
}

/** Sets them, for what waits already, too. */
export async function setSpans(member: Member, { askAfterWeeks, leaveAfterWeeks }: Spans): Promise<void> {
  allow(member, 'queue.set');
  await transaction(async (tx) => {
    await tx.update(group).set({ askAfterWeeks, leaveAfterWeeks }).where(eq(group.id, member.groupId));
    const asks = askAfterWeeks === null ? 'nobody is asked' : `asks after ${askAfterWeeks} weeks`;
    await noted(tx, member, `${asks}, lets go ${leaveAfterWeeks} later`);
    await publish(changed(member.groupId), tx);
  });
}

/** Keeps a nomination that the group is asked about: its span begins anew. Nothing to answer, nothing changes. */
export async function keep(member: Member, nominationId: string): Promise<void> {
  allow(member, 'nomination.keep');
  await change(member, nominationId, async (tx) => {
    const [asked] = await tx
      .select({ at: nomination.askedAt })
      .from(nomination)
      .where(eq(nomination.id, nominationId));
    if (!asked?.at) return;
    await want(tx, nominationId);
    await record(tx, member, nominationId, 'kept');
  });
}

/**
 * Lets a nomination that left wait again with all it had, or parts one that was merged from the other: one's own,
 * organisers any. In the queue already, nothing changes.
 * @throws Conflict when its paper was proposed anew meanwhile, or was chosen
 */
export async function bringBack(member: Member, nominationId: string): Promise<void> {
  await transaction(async (tx) => {
    const { own, isWaiting, paperId } = await hold(tx, member, nominationId);
    allowOwn(member, own, 'nomination.tend');
    if (isWaiting) return;
    const anew = await waitingOf(tx, member.groupId, paperId);
    if (anew)
      throw new Conflict(
        `${anew.proposer} has proposed this paper anew meanwhile.`,
        {},
        `/g/${member.groupSlug}/queue/${anew.id}`
      );
    const [was] = await tx
      .select({ chosenAt: nomination.chosenAt, joinedId: nomination.joinedId })
      .from(nomination)
      .where(eq(nomination.id, nominationId));
    if (was!.chosenAt)
      throw new Conflict('This proposal was chosen. Take it off the agenda to let it wait again.');
    await tx
      .update(nomination)
      .set({ withdrawnAt: null, withdrawnFor: null, joinedId: null, askedAt: null, wantedAt: sql`now()` })
      .where(eq(nomination.id, nominationId));
    if (was!.joinedId) await part(tx, member, nominationId, was!.joinedId);
    else await record(tx, member, nominationId, 'back');
    await publish(changed(member.groupId), tx);
  });
}

/** Interest that came with a merged nomination goes with it again. */
async function part(tx: Transaction, member: Member, nominationId: string, from: string): Promise<void> {
  await tx.delete(interest).where(and(eq(interest.nominationId, from), eq(interest.broughtBy, nominationId)));
  const { title } = await hold(tx, member, from);
  await record(tx, member, nominationId, 'split', { title });
}

/**
 * Asks groups about what nobody wants any more, and lets go what nobody kept. Whoever runs it first does it; others
 * wait for that one and then find nothing left to do. Time in which nothing ran is not counted against what was asked
 * about: nobody could answer.
 */
export async function tend(): Promise<void> {
  await transaction(async (tx) => {
    await tx.execute(
      sql`insert into ${queueTending} (id, tended_at) values (1, now()) on conflict do nothing`
    );
    await tx.execute(sql`select 1 from ${queueTending} where id = 1 for update`);
    await tx.execute(sql`
      update ${nomination} set asked_at = asked_at + (now() - t.tended_at) from ${queueTending} t
      where asked_at is not null and withdrawn_at is null and chosen_at is null
        and now() - t.tended_at > ${longestGap}::interval`);
    await tx.execute(sql`update ${queueTending} set tended_at = greatest(tended_at, now())`);
    const left = await tx.execute<Tended>(sql`
      update ${nomination} n set withdrawn_at = now(), withdrawn_for = 'unwanted' from ${group} g
      where g.id = n.group_id and ${isUnheld} and n.asked_at is not null
        and n.asked_at <= now() - ${shortestSpan}::interval
        and n.asked_at <= now() - make_interval(weeks => g.leave_after_weeks)
        and n.wanted_at < n.asked_at
      returning n.id, n.group_id as "groupId", g.leave_after_weeks as weeks`);
    const asked = await tx.execute<Tended>(sql`
      update ${nomination} n set asked_at = now() from ${group} g
      where g.id = n.group_id and ${isUnheld} and n.asked_at is null
        and n.wanted_at <= now() - ${shortestSpan}::interval
        and g.ask_after_weeks is not null and n.wanted_at <= now() - make_interval(weeks => g.ask_after_weeks)
      returning n.id, n.group_id as "groupId", g.ask_after_weeks as weeks`);
    await tell(tx, 'left', left);
    await tell(tx, 'asked', asked);
    for (const groupId of new Set([...left, ...asked].map((one) => one.groupId)))
      await publish(changed(groupId), tx);
  });
}

type Tended = { id: string; groupId: string; weeks: number };

/** Pinned ones, sleeping ones, and those that a ballot decides on stay as they are. */
const isUnheld = sql`n.withdrawn_at is null and n.chosen_at is null and n.pinned_at is null
  and coalesce(n.snoozed_until, '-infinity') <= now() and coalesce(n.held_until, '-infinity') <= now()`;

async function tell(tx: Transaction, kind: EventKind, all: readonly Tended[]): Promise<void> {
  const rows = all.map(({ id: nominationId, groupId, weeks }) => ({
    ...{ id: newId(), groupId, nominationId, kind },
    detail: { weeks }
  }));
  // PostgreSQL takes 65,535 values a statement.
  for (let at = 0; at < rows.length; at += 1000)
    await tx.insert(nominationEvent).values(rows.slice(at, at + 1000));
}

/** What queues do by themselves. */
export const jobs: readonly Job[] = [
  { name: 'queue.tend', cron: '12 * * * *', atStart: true, run: () => tend() }
];
