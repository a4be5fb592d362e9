import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import { isAt, type Account } from '#accounts/accounts.ts';
import { allow, type Role } from '#groups/permissions.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { tell } from '#groups/people.server.ts';
import { group, joinRequest, membership } from '#groups/schema.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Conflict, NotFound } from '../failures.ts';

/** Who may join a group without an invitation, and what of it everybody sees. */
export interface Openness {
  about: string;
  listed: boolean;
  domains: string[];
  role: Role;
  archive: boolean;
  schedule: boolean;
  names: boolean;
}

/** How open the group is, for those who set it. */
export async function openness(member: Member): Promise<Openness> {
  allow(member, 'group.joining');
  const [found] = await database()
    .select({
      about: group.about,
      listed: isNotNull(group.listedSince).mapWith(Boolean),
      domains: group.joinDomains,
      role: group.joinRole,
      archive: isNotNull(group.archivePublicSince).mapWith(Boolean),
      schedule: isNotNull(group.schedulePublicSince).mapWith(Boolean),
      names: isNotNull(group.namesPublicSince).mapWith(Boolean)
    })
    .from(group)
    .where(eq(group.id, member.groupId));
  return found!;
}

/** Sets who may find the group and ask to join, and whose confirmed address lets them in. */
export async function setJoining(
  member: Member,
  { about, listed, domains, role }: Pick<Openness, 'about' | 'listed' | 'domains' | 'role'>
): Promise<void> {
  allow(member, 'group.joining');
  await transaction(async (tx) => {
    await tx
      .update(group)
      .set({
        about,
        joinDomains: [...domains],
        joinRole: role,
        listedSince: listed ? sql`coalesce(${group.listedSince}, now())` : null
      })
      .where(eq(group.id, member.groupId));
    const said = [
      listed ? 'listed' : 'not listed',
      domains.length > 0 ? `addresses at ${domains.join(', ')} as ${role}` : 'no addresses by themselves'
    ];
    await accounts.record(tx, member, 'group.joining', { about: said.join('; ') });
  });
}

/** Sets what everybody sees of the group, signed in or not. */
export async function setPublic(
  member: Member,
  { archive, schedule, names }: Pick<Openness, 'archive' | 'schedule' | 'names'>
): Promise<void> {
  allow(member, 'group.public');
  await transaction(async (tx) => {
    const since = (
      chosen: boolean,
      column: 'archivePublicSince' | 'schedulePublicSince' | 'namesPublicSince'
    ) => (chosen ? sql`coalesce(${group[column]}, now())` : null);
    await tx
      .update(group)
      .set({
        archivePublicSince: since(archive, 'archivePublicSince'),
        schedulePublicSince: since(schedule, 'schedulePublicSince'),
        namesPublicSince: since(names, 'namesPublicSince')
      })
      .where(eq(group.id, member.groupId));
    const shown = [archive && 'archive', schedule && 'schedule', names && 'names'].filter(Boolean);
    await accounts.record(tx, member, 'group.public', { about: shown.join(', ') || 'nothing' });
  });
}

/** The confirmed mail domain of an account; null while the address is not known to be theirs. */
export async function domainOf({ id }: Account): Promise<string | null> {
  const [found] = await database()
    .select({ email: account.email })
    .from(account)
    .where(and(eq(account.id, id), isNotNull(account.emailVerifiedAt)));
  return found ? found.email.slice(found.email.lastIndexOf('@') + 1).toLowerCase() : null;
}

/**
 * Joins by a confirmed address at one of the group's domains.
 * @returns the group's address
 * @throws NotFound for everybody else, Conflict for whoever left or was removed: they come back by invitation
 */
export async function joinByDomain(who: Account, slug: string): Promise<string> {
  return transaction(async (tx) => {
    const [found] = await tx
      .select({
        id: group.id,
        domains: group.joinDomains,
        role: group.joinRole,
        email: account.email
      })
      .from(group)
      .innerJoin(account, and(eq(account.id, who.id), isNotNull(account.emailVerifiedAt)))
      .where(eq(group.slug, slug));
    if (!found || !isAt(found.email, found.domains)) throw new NotFound('This group');
    await assertNeverLeft(tx, found.id, who.id);
    await admit(tx, found.id, who.id, found.role);
    return slug;
  });
}

/** Lets somebody in, once; open requests of theirs are settled by it. @returns whether they were not in yet */
export async function admit(
  tx: Transaction,
  groupId: string,
  accountId: string,
  role: Role
): Promise<boolean> {
  const [added] = await tx
    .insert(membership)
    .values({ id: newId(), groupId, accountId, role })
    .onConflictDoNothing()
    .returning({ id: membership.id });
  await tx
    .update(joinRequest)
    .set({ withdrawnAt: new Date() })
    .where(
      and(
        eq(joinRequest.groupId, groupId),
        eq(joinRequest.accountId, accountId),
        isNull(joinRequest.acceptedAt),
        isNull(joinRequest.declinedAt),
        isNull(joinRequest.withdrawnAt)
      )
    );
  await tell(tx, groupId, accountId);
  return added !== undefined;
}

async function assertNeverLeft(tx: Transaction, groupId: string, accountId: string): Promise<void> {
  const [left] = await tx
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(eq(membership.groupId, groupId), eq(membership.accountId, accountId), isNotNull(membership.endedAt))
    )
    .limit(1);
  if (left) throw new Conflict('You were in this group before. Ask it for an invitation.');
}
