import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as accounts from '#accounts/accounts.server.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { lockGroup, personIn, setRole, tell } from '#groups/people.server.ts';
import { handover, membership } from '#groups/schema.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { post } from '#platform/mail.server.ts';
import { Conflict, NotFound } from '../failures.ts';

/* A group is handed over in two steps: an owner offers it, and whoever is to have it says yes. */

const isOpen = and(isNull(handover.acceptedAt), isNull(handover.declinedAt), isNull(handover.withdrawnAt));

/** An offer that waits for its answer. */
export interface Offer {
  id: string;
  from: { membershipId: string; name: string };
  to: { membershipId: string; name: string };
  isShared: boolean;
  createdAt: Date;
}

/** The offers of the group that wait for their answer: owners see all of them, others their own. */
export async function offers(member: Member): Promise<Offer[]> {
  const [giver, taker] = [alias(membership, 'giver'), alias(membership, 'taker')];
  const [from, to] = [alias(account, 'from_account'), alias(account, 'to_account')];
  const found = await database()
    .select({
      id: handover.id,
      isShared: handover.isShared,
      createdAt: handover.createdAt,
      from: { membershipId: giver.id, name: from.name },
      to: { membershipId: taker.id, name: to.name }
    })
    .from(handover)
    .innerJoin(giver, and(eq(giver.id, handover.fromId), eq(giver.role, 'owner'), isNull(giver.endedAt)))
    .innerJoin(taker, and(eq(taker.id, handover.toId), isNull(taker.endedAt)))
    .innerJoin(from, eq(from.id, giver.accountId))
    .innerJoin(to, eq(to.id, taker.accountId))
    .where(
      and(
        eq(handover.groupId, member.groupId),
        isOpen,
        member.role === 'owner' ? undefined : eq(handover.toId, member.membershipId)
      )
    )
    .orderBy(asc(handover.createdAt));
  return found;
}

/**
 * Offers the group to somebody in it, who must say yes.
 * @param isShared whether whoever offers it stays an owner beside them, rather than becoming an organiser
 * @throws Conflict when they own it already, or were asked already
 */
export async function offer(member: Member, membershipId: string, isShared: boolean): Promise<void> {
  allow(member, 'group.handover');
  await transaction(async (tx) => {
    const person = await personIn(tx, member, membershipId);
    if (person.role === 'owner') throw new Conflict('They own this group already.');
    await withdrawStale(tx, membershipId);
    const [made] = await tx
      .insert(handover)
      .values({
        id: newId(),
        groupId: member.groupId,
        fromId: member.membershipId,
        toId: membershipId,
        isShared
      })
      .onConflictDoNothing()
      .returning({ id: handover.id });
    if (!made) throw new Conflict('They were asked already, and have not answered yet.');
    await accounts.record(tx, member, 'handover.offer', {
      person: person.accountId,
      about: manner(isShared)
    });
    await write(tx, person.accountId, `${member.name} offers you ${member.groupName}`, [
      isShared
        ? `${member.name} asks you to own the group “${member.groupName}” together.`
        : `${member.name} asks you to take over the group “${member.groupName}”.`,
      `Say yes or no here: ${accounts.addressOf(`/g/${member.groupSlug}/members`)}`
    ]);
    await tell(tx, member.groupId, person.accountId);
  });
}

/** An offer by somebody who owns the group no longer stands in nobody's way. */
async function withdrawStale(tx: Transaction, toId: string): Promise<void> {
  await tx
    .update(handover)
    .set({ withdrawnAt: new Date() })
    .where(
      and(
        eq(handover.toId, toId),
        isOpen,
        sql`not exists (select from ${membership} where ${membership.id} = ${handover.fromId}
          and ${membership.role} = 'owner' and ${membership.endedAt} is null)`
      )
    );
}

/** Takes an offer back. @throws NotFound when it was answered already */
export async function withdrawOffer(member: Member, offerId: string): Promise<void> {
  allow(member, 'group.handover');
  await transaction(async (tx) => {
    await lockGroup(tx, member.groupId);
    const { toAccount } = await openOffer(tx, member, offerId);
    await tx.update(handover).set({ withdrawnAt: new Date() }).where(eq(handover.id, offerId));
    await accounts.record(tx, member, 'handover.withdraw', { person: toAccount });
    await tell(tx, member.groupId, toAccount);
  });
}

/** Answers an offer made to oneself. @throws NotFound when it was taken back, Conflict when its giver owns it no more */
export async function answerOffer(member: Member, offerId: string, accepted: boolean): Promise<void> {
  allow(member, 'handover.answer');
  await transaction(async (tx) => {
    await lockGroup(tx, member.groupId);
    const found = await openOffer(tx, member, offerId);
    if (found.toId !== member.membershipId) throw new NotFound('This offer');
    if (found.giverRole !== 'owner' || found.giverLeft)
      throw new Conflict('Whoever offered this owns the group no longer.');
    const now = new Date();
    await tx
      .update(handover)
      .set(accepted ? { acceptedAt: now } : { declinedAt: now })
      .where(eq(handover.id, offerId));
    if (accepted) {
      await setRole(tx, member.groupId, { membershipId: found.toId, accountId: member.accountId }, 'owner');
      const giver = { membershipId: found.fromId, accountId: found.fromAccount };
      if (!found.isShared) await setRole(tx, member.groupId, giver, 'organiser');
    }
    await accounts.record(tx, member, accepted ? 'handover.accept' : 'handover.decline', {
      person: found.fromAccount,
      about: accepted ? manner(found.isShared) : ''
    });
    await write(tx, found.fromAccount, `${member.groupName}: your offer was answered`, [
      accepted
        ? `${member.name} said yes and owns the group “${member.groupName}” now${found.isShared ? ' with you' : '; you are an organiser of it'}.`
        : `${member.name} said no to owning the group “${member.groupName}”. It is yours as before.`
    ]);
    await tell(tx, member.groupId, found.fromAccount);
  });
}

const manner = (isShared: boolean) => (isShared ? 'to be owned together' : 'in their place');

async function openOffer(tx: Transaction, member: Member, offerId: string) {
  const [giver, taker] = [alias(membership, 'giver'), alias(membership, 'taker')];
  const [found] = await tx
    .select({
      fromId: handover.fromId,
      toId: handover.toId,
      isShared: handover.isShared,
      fromAccount: giver.accountId,
      toAccount: taker.accountId,
      giverRole: giver.role,
      giverLeft: giver.endedAt
    })
    .from(handover)
    .innerJoin(giver, eq(giver.id, handover.fromId))
    .innerJoin(taker, eq(taker.id, handover.toId))
    .where(and(eq(handover.id, offerId), eq(handover.groupId, member.groupId), isOpen));
  if (!found) throw new NotFound('This offer');
  return found;
}

async function write(
  tx: Transaction,
  accountId: string,
  subject: string,
  paragraphs: string[]
): Promise<void> {
  const [to] = await tx
    .select({ name: account.name, email: account.email })
    .from(account)
    .where(eq(account.id, accountId));
  if (to) await post(tx, { recipient: to.email, subject, text: accounts.letter(to.name, paragraphs) });
}
