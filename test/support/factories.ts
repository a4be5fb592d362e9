import { eq } from 'drizzle-orm';
import { register } from '#accounts/accounts.server.ts';
import type { Account, Visitor } from '#accounts/accounts.ts';
import type { Role } from '#groups/permissions.ts';
import { hashOfNew } from '#accounts/passwords.server.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { group, membership } from '#groups/schema.ts';
import { database } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { paper } from '#papers/schema.ts';

/* The cast, the same everywhere: Ada (owner), Grace (organiser), Emmy (member), Kurt (guest), Oscar (outsider). */

export const password = 'a long enough sentence';

// To hash a password is made to take long, and everybody here has the same: it is hashed once for all of a process.
let passwordHash: Promise<string> | undefined;

/** An account with an address of its own. */
export async function person(name: string): Promise<Account> {
  const made = await register({ name, email: `${name.toLowerCase()}-${newId()}@example.org` });
  passwordHash ??= hashOfNew(password, [], 'password');
  await database()
    .update(account)
    .set({ passwordHash: await passwordHash })
    .where(eq(account.id, made.id));
  return made;
}

/** The address somebody signs in with. */
export async function emailOf({ accountId }: Member): Promise<string> {
  const [owner] = await database()
    .select({ email: account.email })
    .from(account)
    .where(eq(account.id, accountId));
  return owner!.email;
}

/** Lets somebody run this installation, as its first account does. */
export async function makeOperator({ accountId }: Member): Promise<void> {
  await database().update(account).set({ operatorSince: new Date() }).where(eq(account.id, accountId));
}

/** A browser that asks, from an address that nobody else asks from. */
export function visitor(known: Partial<Visitor> = {}): Visitor {
  return { userAgent: 'test', address: newId(), device: null, ...known };
}

/** A group, without people. */
export async function emptyGroup({ timezone = 'Europe/Berlin' } = {}) {
  const made = { id: newId(), slug: `group-${newId()}`.toLowerCase(), name: 'Grokking club', timezone };
  await database().insert(group).values(made);
  return made;
}

/** Somebody who belongs to the group. */
export async function memberOf(
  into: Awaited<ReturnType<typeof emptyGroup>>,
  name: string,
  role: Role
): Promise<Member> {
  const { id: accountId } = await person(name);
  const membershipId = newId();
  await database().insert(membership).values({ id: membershipId, groupId: into.id, accountId, role });
  return {
    accountId,
    name,
    role,
    membershipId,
    groupId: into.id,
    groupSlug: into.slug,
    groupName: into.name,
    timezone: into.timezone
  };
}

/** A group with Ada (owner), Grace (organiser), Emmy (member) and Kurt (guest). */
export async function fullGroup() {
  const group = await emptyGroup();
  return {
    group,
    ada: await memberOf(group, 'Ada', 'owner'),
    grace: await memberOf(group, 'Grace', 'organiser'),
    emmy: await memberOf(group, 'Emmy', 'member'),
    kurt: await memberOf(group, 'Kurt', 'guest')
  };
}

/** A paper of no source, straight into the table. @returns its id */
export async function somePaper(title: string): Promise<string> {
  const id = newId();
  await database()
    .insert(paper)
    .values({ id, title, titleKey: title.toLowerCase().replace(/[^a-z0-9]/g, ''), completedAt: new Date() });
  return id;
}
