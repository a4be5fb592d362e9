import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow, type Role } from '#groups/permissions.ts';
import { group, membership } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Database, type Transaction } from '#platform/database.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../failures.ts';

/** Somebody in the group, as the others see them. */
export interface Person {
  membershipId: string;
  accountId: string;
  name: string;
  role: Role;
  since: Date;
}

/** Everyone in the group: owners first, then by name. */
export async function people(member: Member): Promise<Person[]> {
  return database()
    .select({
      membershipId: membership.id,
      accountId: membership.accountId,
      name: account.name,
      role: membership.role,
      since: membership.createdAt
    })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(membership.groupId, member.groupId), isNull(membership.endedAt)))
    .orderBy(
      sql`array_position(array['owner', 'organiser', 'member', 'guest'], ${membership.role})`,
      asc(account.name)
    );
}

/** Who is in a group now, for whatever names them. */
export async function namesIn(
  groupId: string,
  within: Database | Transaction = database()
): Promise<{ accountId: string; name: string }[]> {
  return within
    .select({ accountId: account.id, name: account.name })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(membership.groupId, groupId), isNull(membership.endedAt)))
    .orderBy(asc(account.name));
}

/**
 * Gives somebody another role. Nobody is made an owner without their word: that is offered (`offer`).
 * @throws Conflict when the group would have no owner left
 */
export async function changeRole(member: Member, membershipId: string, role: Role): Promise<void> {
  allow(member, 'member.role');
  await transaction(async (tx) => {
    const person = await personIn(tx, member, membershipId);
    if (person.role === role) return;
    if (role === 'owner')
      throw new Invalid({ role: 'Offer them the group instead: becoming an owner takes their word.' });
    if (person.role === 'owner') await keepAnOwner(tx, member.groupId, person.accountId);
    await setRole(tx, member.groupId, { membershipId, accountId: person.accountId }, role);
    await accounts.record(tx, member, 'role.change', { person: person.accountId, about: role });
  });
}

/** Sets the role of somebody in the group, within a change that has asked whether it may. */
export async function setRole(
  tx: Transaction,
  groupId: string,
  { membershipId, accountId }: { membershipId: string; accountId: string },
  role: Role
): Promise<void> {
  await tx.update(membership).set({ role }).where(eq(membership.id, membershipId));
  await tell(tx, groupId, accountId);
}

/** Ends somebody's membership; what they wrote and voted stays. Only an owner may remove an owner. */
export async function remove(member: Member, membershipId: string): Promise<void> {
  allow(member, 'member.remove');
  await transaction(async (tx) => {
    const person = await personIn(tx, member, membershipId);
    if (person.role === 'owner') {
      if (member.role !== 'owner') throw new Forbidden('Only owners of this group may remove an owner.');
      await keepAnOwner(tx, member.groupId, person.accountId);
    }
    await end(tx, member.groupId, membershipId, person.accountId);
    await accounts.record(tx, member, 'member.remove', { person: person.accountId });
  });
}

/** Leaves the group. @throws Conflict for its last owner */
export async function leave(member: Member): Promise<void> {
  allow(member, 'group.leave');
  await transaction(async (tx) => {
    const person = await personIn(tx, member, member.membershipId);
    if (person.role === 'owner') await keepAnOwner(tx, member.groupId, person.accountId);
    await end(tx, member.groupId, member.membershipId, member.accountId);
  });
}

/** The group's row is the lock under which owners are counted: two owners cannot leave at once. */
export async function lockGroup(tx: Transaction, groupId: string): Promise<void> {
  await tx.select({ id: group.id }).from(group).where(eq(group.id, groupId)).for('update');
}

/** Somebody in the actor's group, with the group locked. @throws NotFound */
export async function personIn(tx: Transaction, member: Member, membershipId: string) {
  await lockGroup(tx, member.groupId);
  const [person] = await tx
    .select({ accountId: membership.accountId, role: membership.role })
    .from(membership)
    .where(
      and(eq(membership.id, membershipId), eq(membership.groupId, member.groupId), isNull(membership.endedAt))
    );
  if (!person) throw new NotFound('This member');
  return person;
}

/** Whether somebody else owns the group, too, and stays: whose account is about to be deleted does not for long. */
export async function isOwnedBeside(tx: Transaction, groupId: string, accountId: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: membership.id })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(
      and(
        eq(membership.groupId, groupId),
        eq(membership.role, 'owner'),
        ne(membership.accountId, accountId),
        isNull(membership.endedAt),
        isNull(account.deletionDueAt)
      )
    )
    .limit(1);
  return other !== undefined;
}

async function keepAnOwner(tx: Transaction, groupId: string, leaving: string): Promise<void> {
  if (!(await isOwnedBeside(tx, groupId, leaving)))
    throw new Conflict('A group needs an owner. Hand it over to somebody first, or own it together.');
}

async function end(tx: Transaction, groupId: string, membershipId: string, accountId: string): Promise<void> {
  await tx.update(membership).set({ endedAt: new Date() }).where(eq(membership.id, membershipId));
  await tell(tx, groupId, accountId);
}

/** Open pages of the group load again; open notes of the person ask anew what they may. */
export async function tell(tx: Transaction, groupId: string, accountId: string): Promise<void> {
  await publish({ topic: `group:${groupId}`, kind: 'members' }, tx);
  await publish({ topic: 'access', kind: `account:${accountId}` }, tx);
}
