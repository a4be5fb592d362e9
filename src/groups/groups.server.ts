import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { allow, type Role } from '#groups/permissions.ts';
import { account } from '#accounts/schema.ts';
import { slugOf, type Member } from '#groups/groups.ts';
import { group, membership } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Database, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { NotFound } from '../failures.ts';

export {
  askForDeletion,
  callOffDeletion,
  deleteDue,
  jobs,
  keepAfterAll,
  listAll,
  orderDeletion,
  ownedAlone,
  type ListedGroup
} from './deletion.server.ts';
export { findable, front, type Front } from './front.server.ts';
export { answerOffer, offer, offers, withdrawOffer, type Offer } from './handover.server.ts';
export { joinByDomain, openness, setJoining, setPublic, type Openness } from './joining.server.ts';
export { answerRequest, askToJoin, requests, withdrawRequest, type Request } from './requests.server.ts';
export { closeFeeds, followedBy, following, openFeeds } from './following.server.ts';
export {
  chooseMails,
  mailsOf,
  quietOf,
  readers,
  setQuiet,
  subscriptionBy,
  unsubscribeBy,
  write,
  type Reader
} from './mailing.server.ts';
export { invitations, invite, inviteByMail, invitedBy, join, revoke } from './invitations.server.ts';
export { changeRole, leave, namesIn, people, remove } from './people.server.ts';

/** Finds a group through somebody who belongs to it. @throws NotFound for everyone else */
export async function enter({ id }: Account, slug: string): Promise<Member> {
  return the(await membersWhere(and(eq(group.slug, slug), eq(membership.accountId, id))));
}

/** The member somebody is in a group, for what acts on their word while they are not here. @throws NotFound */
export async function memberIn(groupId: string, accountId: string): Promise<Member> {
  return the(await membersWhere(and(eq(group.id, groupId), eq(membership.accountId, accountId))));
}

/** The member somebody is in each of their groups, by the groups' names. */
export async function membersOf({ id }: Account): Promise<Member[]> {
  return membersWhere(eq(membership.accountId, id));
}

/** Which of them is in the group of an address. @throws NotFound */
export function memberAmong(members: readonly Member[], slug: string): Member {
  return the(members.filter(({ groupSlug }) => groupSlug === slug));
}

function the([member]: readonly Member[]): Member {
  if (!member) throw new NotFound('This group');
  return member;
}

async function membersWhere(which: SQL | undefined): Promise<Member[]> {
  return database()
    .select({
      accountId: membership.accountId,
      name: account.name,
      role: membership.role,
      membershipId: membership.id,
      groupId: group.id,
      groupSlug: group.slug,
      groupName: group.name,
      timezone: group.timezone,
      deletionDueAt: group.deletionDueAt
    })
    .from(membership)
    .innerJoin(group, eq(group.id, membership.groupId))
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(which, isNull(membership.endedAt)))
    .orderBy(asc(group.name));
}

/** The groups somebody belongs to, by name. */
export async function groupsOf(account: Account): Promise<Brief[]> {
  return briefly(await membersOf(account));
}

/** What lists of somebody's groups say of each. */
export interface Brief {
  slug: string;
  name: string;
  timezone: string;
  role: Role;
}

/** Their groups as lists say them. */
export function briefly(members: readonly Member[]): Brief[] {
  return members.map(({ groupSlug, groupName, timezone, role }) => ({
    ...{ slug: groupSlug, name: groupName, timezone, role }
  }));
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
    await accounts.record(tx, { accountId: account.id, groupId }, 'group.make');
    return numbered!.slug;
  });
}

/** Changes what the group is called, which clock it lives by, and what guests may; its address stays. */
export async function change(
  member: Member,
  {
    name,
    timezone,
    guestsComment,
    categories
  }: { name: string; timezone: string; guestsComment: boolean; categories?: string[] }
): Promise<void> {
  allow(member, 'group.settings');
  await transaction(async (tx) => {
    await tx
      .update(group)
      .set({
        name,
        timezone,
        ...(categories && { categories }),
        guestsCommentSince: guestsComment ? sql`coalesce(${group.guestsCommentSince}, now())` : null
      })
      .where(eq(group.id, member.groupId));
    await accounts.record(tx, member, 'group.settings', {
      about: [name, timezone, guestsComment ? 'guests comment' : 'guests read'].join('; ')
    });
    await publish({ topic: `group:${member.groupId}`, kind: 'members' }, tx);
  });
}

/** What organisers set for the group. */
export async function settings(member: Member) {
  allow(member, 'group.settings');
  const [found] = await database()
    .select({
      name: group.name,
      timezone: group.timezone,
      categories: group.categories,
      guestsComment: sql<boolean>`${group.guestsCommentSince} is not null`
    })
    .from(group)
    .where(eq(group.id, member.groupId));
  return found!;
}

/** What organisers did in the group, newest first, for its owners. */
export async function acts(member: Member, filter: accounts.ActFilter) {
  allow(member, 'group.audit');
  return accounts.actsIn(member.groupId, filter);
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

/** The arXiv categories that any group follows, in order, each once. */
export async function followedCategories(): Promise<string[]> {
  const found = await database()
    .selectDistinct({ category: sql<string>`jsonb_array_elements_text(${group.categories})` })
    .from(group)
    .where(sql`${group.categories} <> '[]'`)
    .orderBy(sql`1`);
  return found.map(({ category }) => category);
}

/** How many groups there are. */
export function count(): Promise<number> {
  return database().$count(group);
}
