import { expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { roles } from '#groups/permissions.ts';
import * as ballots from '#ballots/ballots.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as queue from '#queue/queue.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { act } from '#accounts/schema.ts';
import { account } from '#accounts/schema.ts';
import { eq } from 'drizzle-orm';
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, person, somePaper } from '../support/factories.ts';

useDatabase();

const rolesIn = async (member: Member) =>
  Object.fromEntries((await groups.people(member)).map(({ name, role }) => [name, role]));

const again = ({ accountId, groupId }: Member) => groups.memberIn(groupId, accountId);

const logOf = async (member: Member, subject: string | null = null) =>
  (await groups.acts(member, { subject, page: 1 })).acts.map(({ by, says }) => `${by} ${says}`);

test('a group is handed over when the receiver says yes, and not before', async () => {
  const { ada, grace, emmy } = await fullGroup();
  await expect(groups.changeRole(ada, grace.membershipId, 'owner')).rejects.toThrow(Invalid);
  await expect(groups.offer(grace, emmy.membershipId, false)).rejects.toThrow(Forbidden);
  await groups.offer(ada, grace.membershipId, false);
  await expect(groups.offer(ada, grace.membershipId, true)).rejects.toThrow(Conflict);
  expect((await rolesIn(ada)).Grace).toBe('organiser');
  const [offered] = await groups.offers(grace);
  expect(await groups.offers(emmy)).toEqual([]);
  await expect(groups.answerOffer(emmy, offered!.id, true)).rejects.toThrow(NotFound);
  await groups.answerOffer(grace, offered!.id, true);
  expect(await rolesIn(ada)).toMatchObject({ Ada: 'organiser', Grace: 'owner' });
  await expect(groups.answerOffer(grace, offered!.id, true)).rejects.toThrow(NotFound);
});

test('it may be owned together, declined, and taken back', async () => {
  const { ada, grace, emmy, kurt } = await fullGroup();
  for (const person of [grace, emmy, kurt]) await groups.offer(ada, person.membershipId, true);
  const [toGrace, toEmmy, toKurt] = await groups.offers(ada);
  await groups.answerOffer(grace, toGrace!.id, true);
  await groups.answerOffer(emmy, toEmmy!.id, false);
  await groups.withdrawOffer(ada, toKurt!.id);
  await expect(groups.answerOffer(kurt, toKurt!.id, true)).rejects.toThrow(NotFound);
  expect(await rolesIn(ada)).toEqual({ Ada: 'owner', Grace: 'owner', Emmy: 'member', Kurt: 'guest' });
});

test('an offer of somebody who owns the group no longer gives nothing, and another can be made', async () => {
  const { ada, grace, emmy } = await fullGroup();
  await groups.offer(ada, grace.membershipId, false);
  await groups.offer(ada, emmy.membershipId, false);
  const [toGrace, toEmmy] = await groups.offers(ada);
  await groups.answerOffer(grace, toGrace!.id, true);
  await expect(groups.answerOffer(emmy, toEmmy!.id, true)).rejects.toThrow(Conflict);
  await groups.offer(await again(grace), emmy.membershipId, true);
  expect(await groups.offers(await again(grace))).toHaveLength(1);
});

test('of two offers that are taken at once one group comes out, with an owner', async () => {
  const { ada, grace, emmy } = await fullGroup();
  await groups.offer(ada, grace.membershipId, false);
  await groups.offer(ada, emmy.membershipId, false);
  const offered = await groups.offers(ada);
  await Promise.allSettled([
    groups.answerOffer(grace, offered[0]!.id, true),
    groups.answerOffer(emmy, offered[1]!.id, true)
  ]);
  expect(Object.values(await rolesIn(ada)).filter((role) => role === 'owner')).toHaveLength(1);
});

test('what organisers do stands in the log with what was done, newest first, for owners only', async () => {
  const { ada, grace, emmy, kurt } = await fullGroup();
  const code = await groups.invite(grace, { role: 'member', days: 7, maxUses: 3 });
  await groups.changeRole(ada, kurt.membershipId, 'member');
  const { nominationId } = await queue.nominate(emmy, await somePaper('A paper'), '');
  const other = await queue.nominate(emmy, await somePaper('Another'), '');
  const { id } = await meetings.askGroup(grace, {
    ...{ title: 'Which one?', nominationIds: [nominationId, other.nominationId], quorum: 0 },
    closesAt: new Date(Date.now() + 3_600_000)
  });
  await ballots.cast(emmy, id, [nominationId]);
  await meetings.closeBallot(grace, id);
  await groups.remove(grace, emmy.membershipId);
  const log = await logOf(ada);
  expect(log).toEqual([
    'Grace removed Emmy',
    'Grace closed a ballot by hand: Which one?',
    'Grace opened a ballot: Which one?',
    'Ada gave Kurt the role member',
    'Grace made an invitation: 3 people as member'
  ]);
  expect(await logOf(ada, 'ballot')).toHaveLength(2);
  expect(JSON.stringify(await database().select().from(act))).not.toContain(code);
  for (const role of roles.filter((one) => one !== 'owner'))
    await expect(groups.acts({ ...grace, role }, { subject: null, page: 1 })).rejects.toThrow(Forbidden);
});

test('what did not happen is not in the log', async () => {
  const { ada, grace, emmy } = await fullGroup();
  await expect(groups.remove(grace, ada.membershipId)).rejects.toThrow(Forbidden);
  await expect(
    transaction(async (tx) => {
      await accounts.record(tx, grace, 'member.remove', { person: emmy.accountId });
      throw new Error('called off');
    })
  ).rejects.toThrow('called off');
  expect(await logOf(ada)).toEqual([]);
});

test('the log has pages, and forgets what is older than it says', async () => {
  const { ada, grace } = await fullGroup();
  await transaction(async (tx) => {
    for (let n = 0; n < 60; n++) await accounts.record(tx, grace, 'note.template', { about: `${n}` });
  });
  const [first, second] = [1, 2].map((page) => groups.acts(ada, { subject: null, page }));
  expect((await first!).hasMore).toBe(true);
  expect((await second!).acts).toHaveLength(10);
  await database()
    .update(act)
    .set({ createdAt: new Date(Date.now() - 401 * 86_400_000) })
    .where(eq(act.groupId, ada.groupId));
  await accounts.jobs.find(({ name }) => name === 'accounts.sweep')!.run({});
  expect(await logOf(ada)).toEqual([]);
});

test('operators name others; of two who step down at once one stays', async () => {
  const [ada, grace, oscar] = [await person('Ada'), await person('Grace'), await person('Oscar')];
  await database().update(account).set({ operatorSince: null });
  await database().update(account).set({ operatorSince: new Date() }).where(eq(account.id, ada.id));
  const operator = { ...ada, isOperator: true };
  await expect(accounts.nameOperator({ ...oscar, isOperator: false }, oscar.email)).rejects.toThrow(NotFound);
  await expect(accounts.nameOperator(operator, 'nobody@example.org')).rejects.toThrow(Invalid);
  const { sessionId } = await accounts.openSession(grace.id, 'test');
  await accounts.nameOperator(operator, grace.email);
  expect(await accounts.accountOfSession(sessionId), 'a session gains nothing by it').toBeNull();
  const outcomes = await Promise.allSettled([
    accounts.dismissOperator(operator, ada.id),
    accounts.dismissOperator({ ...grace, isOperator: true }, grace.id)
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: expect.any(Conflict)
  });
  const log = await accounts.actsHere(operator, { subject: 'operator', page: 1 });
  expect(log.acts.map(({ by, says }) => `${by} ${says}`)).toContain('Ada made Grace an operator');
});
