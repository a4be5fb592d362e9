import { and, asc, eq, lte, sql, type SQL } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import * as ballots from '#ballots/ballots.server.ts';
import type { Often } from '#cycle/cycle.ts';
import { letterOf, type News } from '#cycle/letter.ts';
import { digest } from '#cycle/schema.ts';
import type { Member } from '#groups/groups.ts';
import { may, permissions } from '#groups/permissions.ts';
import * as groups from '#groups/groups.server.ts';
import { group, membership } from '#groups/schema.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import { homeAddress } from '#platform/config.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { NotFound } from '../failures.ts';

/** Written in one run; what is left over comes with the next. */
const mostAtOnce = 500;
const day = 86_400_000;

/**
 * Writes the digests whose morning has come, each once, however many call this. One that comes late covers all the time
 * since the last; nothing is made up for.
 * @param at the moment to go by, instead of the clock of the database
 */
export async function writeDigests(at: Date | undefined = undefined): Promise<void> {
  const now = at ?? (await ballots.clock());
  await haveRows(now);
  const due = await database()
    .select()
    .from(digest)
    .where(lte(digest.dueAt, now))
    .orderBy(asc(digest.dueAt))
    .limit(mostAtOnce);
  const faults: unknown[] = [];
  for (const one of due) await writeOne(one, now).catch((cause: unknown) => faults.push(cause));
  if (faults.length > 0) throw new AggregateError(faults, 'Some digests could not be written.');
}

/** Whoever joined since the last look gets a digest from the next Monday on. */
async function haveRows(now: Date): Promise<void> {
  await database().execute(sql`
    insert into ${digest} (group_id, account_id, since_at, due_at)
    select ${membership.groupId}, ${membership.accountId}, ${now.toISOString()}::timestamptz, ${nextMorning('weekly', now)}
    from ${membership}
    join ${group} on ${group.id} = ${membership.groupId}
    join ${account} on ${account.id} = ${membership.accountId}
    where ${membership.endedAt} is null and not exists (
      select from ${digest} where ${digest.groupId} = ${membership.groupId} and ${digest.accountId} = ${membership.accountId})
    on conflict do nothing`);
}

/** The next morning at eight, or Monday's, on the clocks that somebody chose as theirs, or on the group's. */
function nextMorning(every: Often, now: Date): SQL {
  const zone = sql`coalesce(${account.timezone}, ${group.timezone})`;
  const unit = sql.raw(every === 'daily' ? `'day'` : `'week'`);
  const step = sql.raw(every === 'daily' ? `interval '1 day'` : `interval '7 days'`);
  const clock = sql`(${now.toISOString()}::timestamptz at time zone ${zone} - interval '8 hours')`;
  return sql`((date_trunc(${unit}, ${clock}) + ${step} + interval '8 hours') at time zone ${zone})`;
}

async function writeOne(due: typeof digest.$inferSelect, now: Date): Promise<void> {
  const member = await memberOf(due.accountId, due.groupId);
  await transaction(async (tx) => {
    if (!member) {
      await tx.delete(digest).where(of(due));
      return;
    }
    const until = await postpone(tx, due, now);
    if (!until) return;
    const [reader] = await groups.readers(
      tx,
      due.groupId,
      'digest',
      permissions['meeting.answer'],
      due.accountId
    );
    if (!reader) return;
    const news = await newsFor(member, due.sinceAt, now);
    const letter = letterOf(news, {
      ...{ group: member, home: homeAddress(), every: due.every },
      zone: reader.zone
    });
    if (!letter) return;
    const once = `digest:${due.groupId}:${due.accountId}:${due.dueAt.toISOString()}`;
    await groups.write(tx, reader, { ...letter, once, until }, now);
  });
}

/** Only one gets to write it. @returns when the next one is due; null for whoever comes second */
async function postpone(tx: Transaction, due: typeof digest.$inferSelect, now: Date): Promise<Date | null> {
  const [next] = await tx
    .update(digest)
    .set({ sinceAt: now, dueAt: nextMorning(due.every, now) })
    .from(group)
    .innerJoin(account, eq(account.id, due.accountId))
    .where(and(of(due), eq(group.id, digest.groupId), eq(digest.dueAt, due.dueAt)))
    .returning({ dueAt: digest.dueAt });
  return next?.dueAt ?? null;
}

function of({ groupId, accountId }: { groupId: string; accountId: string }) {
  return and(eq(digest.groupId, groupId), eq(digest.accountId, accountId));
}

/** @returns null for somebody who left the group */
async function memberOf(accountId: string, groupId: string): Promise<Member | null> {
  return groups.memberIn(groupId, accountId).catch((failure: unknown) => {
    if (failure instanceof NotFound) return null;
    throw failure;
  });
}

/** What somebody has not heard of yet, and what is asked of them. */
async function newsFor(member: Member, since: Date, now: Date): Promise<News> {
  const [waiting, decisions, meeting, leading, swaps, tasks] = await Promise.all([
    queue.waiting(member),
    ballots.list(member),
    meetings.next(member),
    meetings.ledByMe(member),
    meetings.openSwaps(member),
    notes.openItems(member)
  ]);
  return {
    proposed: waiting.filter(({ own, proposedAt }) => !own && proposedAt > since),
    voting: may(member.role, 'ballot.vote')
      ? decisions.filter(({ closedAt, opensAt, mine }) => !closedAt && !mine && opensAt <= now)
      : [],
    asked: may(member.role, 'nomination.keep') ? waiting.filter(({ askedAt }) => askedAt !== null) : [],
    meeting,
    leading,
    swaps: swaps.filter(({ askedOf }) => askedOf.accountId === member.accountId),
    tasks: tasks.filter(({ assigneeId }) => assigneeId === member.accountId),
    isMeetingNear: meeting !== null && meeting.startsAt.getTime() - now.getTime() < 7 * day
  };
}

/** How often a member gets the digest. */
export async function oftenOf(member: Member): Promise<Often> {
  const [found] = await database().select({ every: digest.every }).from(digest).where(of(member));
  return found?.every ?? 'weekly';
}

/** Says how often one wants the digest of the group; the next one counts from now. */
export async function chooseOften(member: Member, every: Often): Promise<void> {
  const now = await ballots.clock();
  await haveRows(now);
  await database()
    .update(digest)
    .set({ every, dueAt: nextMorning(every, now) })
    .from(group)
    .innerJoin(account, eq(account.id, member.accountId))
    .where(and(of(member), eq(group.id, digest.groupId)));
}
