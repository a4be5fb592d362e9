import { createHash, randomBytes } from 'node:crypto';
import { and, count, desc, eq, gt, gte, isNull } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { allow, type Role } from '#groups/permissions.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { admit } from '#groups/joining.server.ts';
import { group, invitation, invitationUse, membership } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { oneLine } from '#platform/lettershown.ts';
import { spend, type Limit } from '#platform/limits.server.ts';
import { post, type Letter } from '#platform/mail.server.ts';
import { Conflict, Forbidden, NotFound } from '../failures.ts';

const day = 24 * 60 * 60 * 1000;

/** Letters with invitations from one account: they carry words of its owner's to whatever address it names. */
const lettersSent: Limit = {
  name: 'invitation-letters',
  times: 60,
  seconds: 24 * 60 * 60,
  says: 'You have invited many people by mail today. A link you hand on yourself works as well.'
};

/** Links made by one account: hands make a few a day. */
const linksMade: Limit = {
  name: 'invitation-links',
  times: 100,
  seconds: 24 * 60 * 60,
  says: 'You have made many links today. One link can let several people in.'
};

interface Terms {
  role: Role;
  days: number;
}

/** Makes an invitation. @returns the code of its link, which is kept nowhere */
export async function invite(
  member: Member,
  { maxUses, ...terms }: Terms & { maxUses: number }
): Promise<string> {
  allow(member, 'member.invite');
  await spend(linksMade, member.accountId);
  return transaction(async (tx) => {
    const code = await add(tx, member, terms, { maxUses, recipient: null });
    const people = maxUses === 1 ? 'one person' : `${maxUses} people`;
    await accounts.record(tx, member, 'invitation.make', { about: `${people} as ${terms.role}` });
    return code;
  });
}

/** Mails each of these addresses an invitation of its own, which lets one person in. */
export async function inviteByMail(
  member: Member,
  { recipients, ...terms }: Terms & { recipients: readonly string[] }
): Promise<void> {
  allow(member, 'member.invite');
  for (const _ of recipients) await spend(lettersSent, member.accountId);
  await transaction(async (tx) => {
    for (const recipient of recipients) {
      const code = await add(tx, member, terms, { maxUses: 1, recipient });
      await post(tx, letterOf(member, terms, recipient, code));
    }
    const people = recipients.length === 1 ? 'one person' : `${recipients.length} people`;
    await accounts.record(tx, member, 'invitation.mail', { about: `${people} as ${terms.role}` });
    await publish({ topic: `group:${member.groupId}`, kind: 'members' }, tx);
  });
}

function letterOf({ name, groupName }: Member, { days }: Terms, recipient: string, code: string): Letter {
  return {
    recipient,
    subject: `${oneLine(name)} invites you to ${oneLine(groupName)}`,
    text: accounts.letter(
      null,
      `${oneLine(name)} invites you to read together in the group “${oneLine(groupName)}”: ${accounts.addressOf(`/join/${code}`)}`,
      `The link lets one person in and holds for ${days === 1 ? 'a day' : `${days} days`}. If you do not know what this is about, ignore this letter.`
    )
  };
}

async function add(
  tx: Transaction,
  member: Member,
  { role, days }: Terms,
  { maxUses, recipient }: { maxUses: number; recipient: string | null }
): Promise<string> {
  if (role === 'owner') throw new Forbidden('Nobody becomes an owner by invitation.');
  const code = randomBytes(18).toString('base64url');
  await tx.insert(invitation).values({
    id: newId(),
    groupId: member.groupId,
    codeHash: hashOf(code),
    role,
    expiresAt: new Date(Date.now() + days * day),
    maxUses,
    recipient,
    createdBy: member.accountId
  });
  return code;
}

/** The invitations that can still be used or were used up, newest first; revoked and expired ones are left out. */
export async function invitations(member: Member) {
  allow(member, 'member.invite');
  return database()
    .select({
      id: invitation.id,
      role: invitation.role,
      expiresAt: invitation.expiresAt,
      maxUses: invitation.maxUses,
      recipient: invitation.recipient,
      uses: count(invitationUse.accountId),
      madeBy: account.name
    })
    .from(invitation)
    .innerJoin(account, eq(account.id, invitation.createdBy))
    .leftJoin(invitationUse, eq(invitationUse.invitationId, invitation.id))
    .where(
      and(
        eq(invitation.groupId, member.groupId),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, new Date())
      )
    )
    .groupBy(invitation.id, account.name)
    .orderBy(desc(invitation.createdAt));
}

/** Makes an invitation's link useless from now on. */
export async function revoke(member: Member, invitationId: string): Promise<void> {
  allow(member, 'member.invite');
  await transaction(async (tx) => {
    const [revoked] = await tx
      .update(invitation)
      .set({ revokedAt: new Date() })
      .where(and(eq(invitation.id, invitationId), eq(invitation.groupId, member.groupId)))
      .returning({ role: invitation.role });
    if (!revoked) throw new NotFound('This invitation');
    await accounts.record(tx, member, 'invitation.revoke', { about: `as ${revoked.role}` });
  });
}

/** What the holder of a code is invited to. @throws NotFound for an unknown code, Conflict for a useless one */
export async function invitedBy(code: string): Promise<{ groupName: string; groupSlug: string; role: Role }> {
  return transaction(async (tx) => {
    const found = await findByCode(tx, code);
    await assertUsable(tx, found);
    return { groupName: found.groupName, groupSlug: found.groupSlug, role: found.role };
  });
}

/**
 * Joins by an invitation. Whoever belongs to the group already keeps their role and spends nothing.
 * @returns the group's address
 */
export async function join(who: Account, code: string): Promise<string> {
  return transaction(async (tx) => {
    const found = await findByCode(tx, code);
    const [current] = await tx
      .select({ id: membership.id })
      .from(membership)
      .where(
        and(
          eq(membership.groupId, found.groupId),
          eq(membership.accountId, who.id),
          isNull(membership.endedAt)
        )
      );
    if (current) return found.groupSlug;
    await assertUsable(tx, found);
    await assertNotLeftSince(tx, found, who);
    if (await admit(tx, found.groupId, who.id, found.role))
      await tx
        .insert(invitationUse)
        .values({ invitationId: found.id, accountId: who.id })
        .onConflictDoNothing();
    return found.groupSlug;
  });
}

type Found = Awaited<ReturnType<typeof findByCode>>;

/** Locks the invitation, so that its last use is taken once. */
async function findByCode(tx: Transaction, code: string) {
  const [found] = await tx
    .select({
      id: invitation.id,
      role: invitation.role,
      expiresAt: invitation.expiresAt,
      maxUses: invitation.maxUses,
      revokedAt: invitation.revokedAt,
      createdAt: invitation.createdAt,
      groupId: group.id,
      groupName: group.name,
      groupSlug: group.slug
    })
    .from(invitation)
    .innerJoin(group, eq(group.id, invitation.groupId))
    .where(eq(invitation.codeHash, hashOf(code)))
    .for('update', { of: invitation });
  if (!found) throw new NotFound('This invitation');
  return found;
}

async function assertUsable(tx: Transaction, found: Found): Promise<void> {
  if (found.revokedAt) throw new Conflict('This invitation was withdrawn. Ask the group for a new one.');
  if (found.expiresAt <= new Date())
    throw new Conflict('This invitation has expired. Ask the group for a new one.');
  const [used] = await tx
    .select({ times: count() })
    .from(invitationUse)
    .where(eq(invitationUse.invitationId, found.id));
  if ((used?.times ?? 0) >= found.maxUses) {
    throw new Conflict('This invitation has been used up. Ask the group for a new one.');
  }
}

/** Whoever left or was removed comes back only by an invitation that was made since. */
async function assertNotLeftSince(tx: Transaction, found: Found, who: Account): Promise<void> {
  const [left] = await tx
    .select({ id: membership.id })
    .from(membership)
    .where(
      and(
        eq(membership.groupId, found.groupId),
        eq(membership.accountId, who.id),
        gte(membership.endedAt, found.createdAt)
      )
    )
    .limit(1);
  if (left) throw new Conflict('You have left this group since. Ask it for a new invitation.');
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
