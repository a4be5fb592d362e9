import { and, asc, desc, eq, ilike, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { allow } from '#groups/permissions.ts';
import { govern } from '#accounts/operators.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { isOwnedBeside } from '#groups/people.server.ts';
import { group, membership } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import type { Job } from '#platform/jobs.server.ts';
import { log } from '#platform/log.server.ts';
import { post } from '#platform/mail.server.ts';
import { NotFound } from '../failures.ts';

/** Days in which an owner can take the deletion of a group back. */
const graceDays = 14;

/** Notes when the group will be deleted, and tells everyone in it; asking twice changes nothing. */
export async function askForDeletion(member: Member): Promise<void> {
  allow(member, 'group.delete');
  await transaction((tx) => schedule(tx, member, member.groupId));
}

/** The same by an operator, for a group that they need not be in. @throws NotFound */
export async function orderDeletion(operator: Account, groupId: string): Promise<void> {
  govern(operator, 'installation.groups');
  await transaction((tx) => schedule(tx, { accountId: operator.id }, groupId));
}

/** Takes it back by an operator. */
export async function callOffDeletion(operator: Account, groupId: string): Promise<void> {
  govern(operator, 'installation.groups');
  await transaction((tx) => unschedule(tx, { accountId: operator.id }, groupId));
}

async function schedule(tx: Transaction, actor: accounts.Actor, groupId: string): Promise<void> {
  const dueAt = new Date(Date.now() + graceDays * 24 * 3_600_000);
  const [found] = await tx
    .select({ name: group.name, slug: group.slug, dueAt: group.deletionDueAt })
    .from(group)
    .where(eq(group.id, groupId))
    .for('update');
  if (!found) throw new NotFound('This group');
  if (found.dueAt) return;
  await accounts.record(tx, actor, 'group.delete', { about: found.name, to: groupId });
  await tx.update(group).set({ deletionDueAt: dueAt }).where(eq(group.id, groupId));
  await tell(tx, groupId, `${found.name} will be deleted`, [
    `${found.name} will be deleted after ${graceDays} days, on ${dueAt.toISOString().slice(0, 10)}: its queue, ballots, meetings and notes.`,
    `Until then its owners can keep it: ${accounts.addressOf(`/g/${found.slug}/settings/data`)}`,
    'Notes you want to have can be taken along from its page of notes.'
  ]);
}

/** Takes a deletion back, and tells everyone. */
export async function keepAfterAll(member: Member): Promise<void> {
  allow(member, 'group.delete');
  await transaction((tx) => unschedule(tx, member, member.groupId));
}

async function unschedule(tx: Transaction, actor: accounts.Actor, groupId: string): Promise<void> {
  const [kept] = await tx
    .update(group)
    .set({ deletionDueAt: null })
    .where(and(eq(group.id, groupId), isNotNull(group.deletionDueAt)))
    .returning({ name: group.name });
  if (!kept) return;
  await accounts.record(tx, actor, 'group.keep', { about: kept.name, to: groupId });
  await tell(tx, groupId, `${kept.name} stays`, [`${kept.name} will not be deleted, as was decided.`]);
}

async function tell(tx: Transaction, groupId: string, subject: string, sentences: string[]): Promise<void> {
  const people = await tx
    .select({ name: account.name, email: account.email })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(membership.groupId, groupId), isNull(membership.endedAt)));
  for (const { name, email } of people)
    await post(tx, { recipient: email, subject, text: accounts.letter(name, ...sentences) });
  await publish({ topic: `group:${groupId}`, kind: 'members' }, tx);
}

/**
 * Names of the groups that nobody would own without somebody, those that will be deleted anyway left out. The groups'
 * rows stay locked, so that no other owner leaves before the transaction ends.
 */
export async function ownedAlone(tx: Transaction, accountId: string): Promise<string[]> {
  const owned = await tx
    .select({ id: group.id, name: group.name })
    .from(group)
    .innerJoin(membership, eq(membership.groupId, group.id))
    .where(
      and(
        eq(membership.accountId, accountId),
        eq(membership.role, 'owner'),
        isNull(membership.endedAt),
        isNull(group.deletionDueAt)
      )
    )
    .orderBy(asc(group.id))
    .for('update', { of: group });
  const alone: string[] = [];
  for (const { id, name } of owned) {
    if (!(await isOwnedBeside(tx, id, accountId))) alone.push(name);
  }
  return alone;
}

/** Groups whose time is over. */
export async function dueForDeletion(now: Date): Promise<string[]> {
  const due = await database()
    .select({ id: group.id })
    .from(group)
    .where(lte(group.deletionDueAt, now))
    .limit(100);
  return due.map(({ id }) => id);
}

/** Deletes groups whose time is over, each in one statement: all of it, or nothing. Safe to run twice, or by two. */
export async function deleteDue(now = new Date()): Promise<void> {
  const faults: unknown[] = [];
  for (const id of await dueForDeletion(now)) await deleteOne(id, now).catch((cause) => faults.push(cause));
  if (faults.length > 0) throw new AggregateError(faults, 'Some groups could not be deleted.');
}

async function deleteOne(groupId: string, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const people = await tx
      .select({ accountId: membership.accountId })
      .from(membership)
      .where(and(eq(membership.groupId, groupId), isNull(membership.endedAt)));
    const gone = await tx
      .delete(group)
      // Asked again: an owner may have kept it meanwhile.
      .where(and(eq(group.id, groupId), lte(group.deletionDueAt, now)))
      .returning({ id: group.id });
    if (gone.length === 0) return;
    log().info({ group: groupId }, 'a group was deleted');
    await publish({ topic: `group:${groupId}`, kind: 'members' }, tx);
    // Open notes ask anew what their readers may.
    for (const { accountId } of people) await publish({ topic: 'access', kind: `account:${accountId}` }, tx);
  });
}

/** What groups do by themselves. */
export const jobs: Job[] = [{ name: 'groups.delete', cron: '23 * * * *', run: () => deleteDue() }];

/** A group as operators see it: that it is there and how large, not what is in it. */
export interface ListedGroup {
  id: string;
  name: string;
  slug: string;
  createdAt: Date;
  people: number;
  deletionDueAt: Date | null;
}

const pageLength = 50;

/** All groups whose name has some words, newest first; `older` is the group below which the next page begins. */
export async function listAll(
  who: Account,
  text: string,
  below: string | null
): Promise<{ found: ListedGroup[]; older: string | null }> {
  govern(who, 'installation.groups');
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await database()
    .select({
      id: group.id,
      name: group.name,
      slug: group.slug,
      createdAt: group.createdAt,
      people: sql<number>`(
        select count(*)::int from ${membership} where ${membership.groupId} = ${group.id} and ${membership.endedAt} is null
      )`,
      deletionDueAt: group.deletionDueAt
    })
    .from(group)
    .where(
      and(
        text ? or(ilike(group.name, pattern), ilike(group.slug, pattern)) : undefined,
        below
          ? sql`(${group.createdAt}, ${group.id}) < (select b.created_at, b.id from reading_group b where b.id = ${below})`
          : undefined
      )
    )
    .orderBy(desc(group.createdAt), desc(group.id))
    .limit(pageLength + 1);
  const found = rows.slice(0, pageLength);
  return { found, older: rows.length > pageLength ? found.at(-1)!.id : null };
}
