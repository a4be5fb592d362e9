import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { allow, may, roles } from '#groups/permissions.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { admit } from '#groups/joining.server.ts';
import { readers, write } from '#groups/mailing.server.ts';
import { group, joinRequest, membership } from '#groups/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { oneLine } from '#platform/lettershown.ts';
import { spend, type Limit } from '#platform/limits.server.ts';
import { post } from '#platform/mail.server.ts';
import { Conflict, NotFound } from '../failures.ts';

const day = 24 * 60 * 60;

/** Requests of one account, to whatever groups: each writes to people it does not know. */
const requestsMade: Limit = {
  name: 'join-requests',
  times: 20,
  seconds: day,
  says: 'You have asked many groups today.'
};

/** Requests of one account to one group, which may have said no. */
const requestsToOne: Limit = {
  name: 'join-requests-to',
  times: 2,
  seconds: 7 * day,
  says: 'You have asked this group already.'
};

const isOpen = and(
  isNull(joinRequest.acceptedAt),
  isNull(joinRequest.declinedAt),
  isNull(joinRequest.withdrawnAt)
);

/** More do not wait at a time, or one group's page would be flooded. */
const mostWaiting = 200;

/** A request to join that waits for its answer. */
export interface Request {
  id: string;
  name: string;
  sentence: string;
  createdAt: Date;
}

/** Asks to join a listed group. @throws NotFound when it is not listed, Conflict when one is in it or has asked */
export async function askToJoin(who: Account, slug: string, sentence: string): Promise<void> {
  const [found] = await database()
    .select({ id: group.id, name: group.name, slug: group.slug })
    .from(group)
    .where(and(eq(group.slug, slug), isNotNull(group.listedSince)));
  if (!found) throw new NotFound('This group');
  await spend(requestsMade, who.id);
  await spend(requestsToOne, `${who.id}:${found.id}`);
  await transaction(async (tx) => {
    if (await isIn(tx, found.id, who.id)) throw new Conflict('You are in this group already.');
    if ((await tx.$count(joinRequest, and(eq(joinRequest.groupId, found.id), isOpen))) >= mostWaiting)
      throw new Conflict('Many requests wait there already. Please try again later.');
    const [made] = await tx
      .insert(joinRequest)
      .values({ id: newId(), groupId: found.id, accountId: who.id, sentence })
      .onConflictDoNothing()
      .returning({ id: joinRequest.id });
    if (!made) throw new Conflict('You have asked already. The group has not answered yet.');
    await publish({ topic: `group:${found.id}`, kind: 'members' }, tx);
    await tellOrganisers(tx, found, who.name, sentence);
  });
}

async function tellOrganisers(
  tx: Transaction,
  { id, name, slug }: { id: string; name: string; slug: string },
  asker: string,
  sentence: string
): Promise<void> {
  const answering = roles.filter((role) => may(role, 'member.accept'));
  for (const reader of await readers(tx, id, 'request', answering)) {
    await write(tx, reader, {
      subject: `${oneLine(asker)} asks to join ${oneLine(name)}`,
      text: accounts.letter(
        reader.name,
        `${oneLine(asker)} would like to join “${oneLine(name)}”, and says:`,
        `    ${oneLine(sentence)}`,
        `Answer here: ${accounts.addressOf(`/g/${slug}/members`)}`
      )
    });
  }
}

/** The requests that wait for an answer, oldest first. */
export async function requests(member: Member): Promise<Request[]> {
  allow(member, 'member.accept');
  return database()
    .select({
      id: joinRequest.id,
      name: account.name,
      sentence: joinRequest.sentence,
      createdAt: joinRequest.createdAt
    })
    .from(joinRequest)
    .innerJoin(account, eq(account.id, joinRequest.accountId))
    .where(and(eq(joinRequest.groupId, member.groupId), isOpen))
    .orderBy(asc(joinRequest.createdAt))
    .limit(mostWaiting);
}

/** Answers a request; of two who answer at once the first counts. @throws NotFound when it waits no longer */
export async function answerRequest(member: Member, requestId: string, accepted: boolean): Promise<void> {
  allow(member, 'member.accept');
  await transaction(async (tx) => {
    const [answered] = await tx
      .update(joinRequest)
      .set({
        decidedBy: member.accountId,
        ...(accepted ? { acceptedAt: new Date() } : { declinedAt: new Date() })
      })
      .where(and(eq(joinRequest.id, requestId), eq(joinRequest.groupId, member.groupId), isOpen))
      .returning({ accountId: joinRequest.accountId });
    if (!answered) throw new NotFound('This request');
    if (accepted) await admit(tx, member.groupId, answered.accountId, 'member');
    else await publish({ topic: `group:${member.groupId}`, kind: 'members' }, tx);
    await accounts.record(tx, member, accepted ? 'member.join' : 'request.decline', {
      person: answered.accountId,
      about: accepted ? 'they had asked to join' : ''
    });
    await tellAsker(tx, member, answered.accountId, accepted);
  });
}

async function tellAsker(
  tx: Transaction,
  { groupName, groupSlug }: Member,
  accountId: string,
  accepted: boolean
) {
  const [asker] = await tx
    .select({ name: account.name, email: account.email })
    .from(account)
    .where(eq(account.id, accountId));
  if (!asker) return;
  await post(tx, {
    recipient: asker.email,
    subject: accepted ? `You are in ${oneLine(groupName)}` : `About your request to ${oneLine(groupName)}`,
    text: accounts.letter(
      asker.name,
      accepted
        ? `“${oneLine(groupName)}” has let you in: ${accounts.addressOf(`/g/${groupSlug}`)}`
        : `“${oneLine(groupName)}” cannot take you in just now.`
    )
  });
}

/** Takes one's own request back; one that waits no longer stays as it is. */
export async function withdrawRequest(who: Account, slug: string): Promise<void> {
  await transaction(async (tx) => {
    const [found] = await tx
      .select({ id: joinRequest.id, groupId: group.id })
      .from(joinRequest)
      .innerJoin(group, eq(group.id, joinRequest.groupId))
      .where(and(eq(group.slug, slug), eq(joinRequest.accountId, who.id), isOpen))
      .for('update', { of: joinRequest });
    if (!found) throw new NotFound('This request');
    await tx.update(joinRequest).set({ withdrawnAt: new Date() }).where(eq(joinRequest.id, found.id));
    await publish({ topic: `group:${found.groupId}`, kind: 'members' }, tx);
  });
}

async function isIn(tx: Transaction, groupId: string, accountId: string): Promise<boolean> {
  const current = and(
    eq(membership.groupId, groupId),
    eq(membership.accountId, accountId),
    isNull(membership.endedAt)
  );
  return (await tx.$count(membership, current)) > 0;
}
