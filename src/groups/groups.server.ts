import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { allow, slugOf, type Member, type Role } from '#groups/groups.ts';
import { group, membership } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Database, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { NotFound } from '../failures.ts';

export { invitations, invite, inviteByMail, invitedBy, join, revoke } from './invitations.server.ts';
export { changeRole, leave, namesIn, people, remove } from './people.server.ts';

/** Finds a group through somebody who belongs to it. @throws NotFound for everyone else */
export async function enter(account: Account, slug: string): Promise<Member> {
  const [found] = await database()
    .select({
      accountId: membership.accountId,
      role: membership.role,
      membershipId: membership.id,
      groupId: group.id,
      groupSlug: group.slug,
      groupName: group.name,
      timezone: group.timezone
    })
    .from(membership)
    .innerJoin(group, eq(group.id, membership.groupId))
    .where(and(eq(group.slug, slug), eq(membership.accountId, account.id), isNull(membership.endedAt)));
  if (!found) throw new NotFound('This group');
  return { ...found, name: account.name };
}

/** The groups somebody belongs to, by name. */
export async function groupsOf(
  account: Account
): Promise<{ slug: string; name: string; timezone: string; role: Role }[]> {
  return database()
    .select({ slug: group.slug, name: group.name, timezone: group.timezone, role: membership.role })
    .from(membership)
    .innerJoin(group, eq(group.id, membership.groupId))
    .where(and(eq(membership.accountId, account.id), isNull(membership.endedAt)))
    .orderBy(asc(group.name));
}

/** Makes a group whose owner is whoever makes it. @returns its address */
export async function found(
  account: Account,
  { name, timezone }: { name: string; timezone: string }
): Promise<string> {
  return transaction(async (tx) => {
    const groupId = newId();
    const wanted = slugOf(name);
    const add = (slug: string) =>
      tx
        .insert(group)
        .values({ id: groupId, slug, name, timezone })
        .onConflictDoNothing()
        .returning({ slug: group.slug });
    const [made] = await add(wanted);
    const [numbered] = made ? [made] : await add(`${wanted}-${newId().slice(0, 5).toLowerCase()}`);
    await tx.insert(membership).values({ id: newId(), groupId, accountId: account.id, role: 'owner' });
    return numbered!.slug;
  });
}

/** Changes what the group is called, which clock it lives by, and what guests may; its address stays. */
export async function change(
  member: Member,
  { name, timezone, guestsComment }: { name: string; timezone: string; guestsComment: boolean }
): Promise<void> {
  allow(member, 'group.settings');
  await transaction(async (tx) => {
    await tx
      .update(group)
      .set({
        name,
        timezone,
        guestsCommentSince: guestsComment ? sql`coalesce(${group.guestsCommentSince}, now())` : null
      })
      .where(eq(group.id, member.groupId));
    await publish({ topic: `group:${member.groupId}`, kind: 'members' }, tx);
  });
}

/** Whether guests may comment on the group's notes. */
export async function guestsComment(
  member: Member,
  within: Database | Transaction = database()
): Promise<boolean> {
  const [found] = await within
    .select({ since: group.guestsCommentSince })
    .from(group)
    .where(eq(group.id, member.groupId));
  return found?.since != null;
}

/** How many groups there are. */
export function count(): Promise<number> {
  return database().$count(group);
}
