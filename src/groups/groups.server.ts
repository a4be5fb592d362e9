import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { group, membership } from '#groups/schema.ts';
import type { Member } from '#groups/groups.ts';
import { database } from '#platform/database.server.ts';
import { NotFound } from '../failures.ts';

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
export async function groupsOf(account: Account): Promise<{ slug: string; name: string }[]> {
  return database()
    .select({ slug: group.slug, name: group.name })
    .from(membership)
    .innerJoin(group, eq(group.id, membership.groupId))
    .where(and(eq(membership.accountId, account.id), isNull(membership.endedAt)))
    .orderBy(asc(group.name));
}
