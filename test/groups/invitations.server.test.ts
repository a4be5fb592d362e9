import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as groups from '#groups/groups.server.ts';
import { LettersForm } from '#groups/forms.ts';
import { invitation, membership } from '#groups/schema.ts';
import { database } from '#platform/database.server.ts';
import * as v from 'valibot';
import { Conflict, Forbidden, NotFound, TooMany } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { emptyGroup, fullGroup, memberOf, person } from '../support/factories.ts';
import { outbox } from '../support/outbox.ts';

useDatabase();

const terms = { role: 'member', days: 7 } as const;

async function peopleIn(groupId: string): Promise<number> {
  const found = await database().select().from(membership).where(eq(membership.groupId, groupId));
  return found.filter(({ endedAt }) => endedAt === null).length;
}

test('the last use of an invitation is taken by one of many who come at once', async () => {
  const { group, grace } = await fullGroup();
  const code = await groups.invite(grace, { ...terms, maxUses: 1 });
  const guests = await Promise.all(Array.from({ length: 6 }, (_, n) => person(`Guest${n}`)));
  const outcomes = await Promise.allSettled(guests.map((guest) => groups.join(guest, code)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await peopleIn(group.id)).toBe(5);
});

test('somebody who joins twice at once is one member and takes one use', async () => {
  const { group, grace } = await fullGroup();
  const code = await groups.invite(grace, { ...terms, maxUses: 2 });
  const oscar = await person('Oscar');
  await Promise.all([1, 2, 3].map(() => groups.join(oscar, code)));
  expect(await peopleIn(group.id)).toBe(5);
  expect(await groups.join(await person('Alan'), code)).toBe(group.slug);
});

test('an invitation that was withdrawn or has expired lets nobody in', async () => {
  const { grace } = await fullGroup();
  const withdrawn = await groups.invite(grace, { ...terms, maxUses: 1 });
  const [{ id } = { id: '' }] = await groups.invitations(grace);
  await groups.revoke(grace, id);
  await expect(groups.join(await person('Oscar'), withdrawn)).rejects.toThrow(Conflict);
  const expired = await groups.invite(grace, { ...terms, maxUses: 1 });
  await database().update(invitation).set({ expiresAt: new Date() });
  await expect(groups.join(await person('Oscar'), expired)).rejects.toThrow(Conflict);
  await expect(groups.join(await person('Oscar'), 'made up')).rejects.toThrow(NotFound);
});

test('somebody who was removed comes back by a new invitation, not by any of then', async () => {
  const { group, ada, grace } = await fullGroup();
  const [used, other] = [
    await groups.invite(grace, { ...terms, maxUses: 5 }),
    await groups.invite(grace, { ...terms, maxUses: 5 })
  ];
  const oscar = await person('Oscar');
  await groups.join(oscar, used);
  const them = (await groups.people(ada)).find(({ name }) => name === 'Oscar');
  await groups.remove(ada, them!.membershipId);
  for (const code of [used, other]) await expect(groups.join(oscar, code)).rejects.toThrow(Conflict);
  const fresh = await groups.invite(grace, { ...terms, maxUses: 1 });
  expect(await groups.join(oscar, fresh)).toBe(group.slug);
});

test('nobody becomes an owner by invitation, and members do not invite', async () => {
  const { ada, emmy } = await fullGroup();
  await expect(groups.invite(ada, { role: 'owner', days: 7, maxUses: 1 })).rejects.toThrow(Forbidden);
  await expect(groups.invite(emmy, { ...terms, maxUses: 1 })).rejects.toThrow(Forbidden);
  await expect(groups.inviteByMail(emmy, { ...terms, recipients: ['a@example.org'] })).rejects.toThrow(
    Forbidden
  );
});

test('each mailed invitation lets one person in, and only its letter has the link', async () => {
  const { group, grace } = await fullGroup();
  const recipients = ['alan@example.org', 'kurt@example.org'];
  await groups.inviteByMail(grace, { ...terms, recipients });
  const letters = (await outbox(50)).filter(({ recipient }) => recipients.includes(recipient));
  expect(letters.map(({ subject }) => subject)).toEqual(Array(2).fill('Grace invites you to Grokking club'));
  const codes = letters.map(({ text }) => /\/join\/([\w-]+)/.exec(text)![1]!);
  expect(new Set(codes).size).toBe(2);
  expect(JSON.stringify(await database().select().from(invitation))).not.toContain(codes[0]);

  expect(await groups.join(await person('Alan'), codes[0]!)).toBe(group.slug);
  await expect(groups.join(await person('Oscar'), codes[0]!)).rejects.toThrow(Conflict);
  const held = await groups.invitations(grace);
  expect(held.map(({ recipient }) => recipient).sort()).toEqual(recipients);
});

test('a person’s letters are limited, since they carry words to strangers', async () => {
  const { grace } = await fullGroup();
  const batch = (n: number) => Array.from({ length: 20 }, (_, i) => `p${n}-${i}@example.org`);
  for (let n = 0; n < 3; n++) await groups.inviteByMail(grace, { ...terms, recipients: batch(n) });
  await expect(groups.inviteByMail(grace, { ...terms, recipients: ['x@example.org'] })).rejects.toThrow(
    TooMany
  );
});

test('addresses are taken as people write them, and each that is none is named', () => {
  const read = (recipients: string) => v.safeParse(LettersForm, { recipients });
  const { output } = read('Alan@example.org, kurt@example.org;\nalan@example.org\n');
  expect(output).toMatchObject({ recipients: ['alan@example.org', 'kurt@example.org'], role: 'member' });
  expect(read('alan@example.org, kurt').issues?.[0]?.message).toBe('Not an e-mail address: kurt');
  expect(read(' ').issues?.[0]?.message).toBe('Give at least one address.');
});

test('the last owner does not leave, and of two who leave at once one stays', async () => {
  const group = await emptyGroup();
  const [ada, grace] = [await memberOf(group, 'Ada', 'owner'), await memberOf(group, 'Grace', 'owner')];
  const outcomes = await Promise.allSettled([groups.leave(ada), groups.leave(grace)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await peopleIn(group.id)).toBe(1);
});

test('nor does the last owner become something else, also when two step down at once', async () => {
  const group = await emptyGroup();
  const [ada, grace] = [await memberOf(group, 'Ada', 'owner'), await memberOf(group, 'Grace', 'owner')];
  const outcomes = await Promise.allSettled([
    groups.changeRole(ada, ada.membershipId, 'member'),
    groups.changeRole(grace, grace.membershipId, 'member')
  ]);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});
