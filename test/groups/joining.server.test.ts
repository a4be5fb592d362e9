import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { account } from '#accounts/schema.ts';
import type { Account } from '#accounts/accounts.ts';
import * as groups from '#groups/groups.server.ts';
import { JoiningForm } from '#groups/forms.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { database } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, Forbidden, NotFound, TooMany } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, person, somePaper } from '../support/factories.ts';
import { outbox } from '../support/outbox.ts';

useDatabase();

const closed = { about: '', listed: false, domains: [] as string[], role: 'member' as const };
const nothing = { archive: false, schedule: false, names: false };

async function confirmed(name: string): Promise<Account> {
  const made = await person(name);
  await database().update(account).set({ emailVerifiedAt: new Date() }).where(eq(account.id, made.id));
  return made;
}

test('a confirmed address at a domain of the group lets one in, as the role it says, and no other does', async () => {
  const { group, grace, emmy } = await fullGroup();
  const [alan, oscar] = [await confirmed('Alan'), await person('Oscar')];
  await expect(groups.joinByDomain(alan, group.slug)).rejects.toThrow(NotFound);
  await expect(groups.setJoining(emmy, { ...closed, domains: ['example.org'] })).rejects.toThrow(Forbidden);
  await groups.setJoining(grace, { ...closed, domains: ['example.org'], role: 'guest' });
  await expect(groups.joinByDomain(oscar, group.slug)).rejects.toThrow(NotFound);
  expect((await groups.findable(alan, 1)).groups.map(({ slug, door }) => [slug, door])).toContainEqual([
    group.slug,
    'domain'
  ]);
  expect((await groups.findable(oscar, 1)).groups.map(({ slug }) => slug)).not.toContain(group.slug);
  await groups.joinByDomain(alan, group.slug);
  expect((await groups.enter(alan, group.slug)).role).toBe('guest');
});

test('whoever was removed does not come back by their address', async () => {
  const { group, ada, grace } = await fullGroup();
  await groups.setJoining(grace, { ...closed, domains: ['example.org'] });
  const alan = await confirmed('Alan');
  await groups.joinByDomain(alan, group.slug);
  await groups.remove(ada, (await groups.enter(alan, group.slug)).membershipId);
  await expect(groups.joinByDomain(alan, group.slug)).rejects.toThrow(Conflict);
});

test('mail for everybody is no domain of a group', () => {
  const read = (domains: string) => v.safeParse(JoiningForm, { domains });
  expect(read('@Example.org, example.edu').output).toMatchObject({ domains: ['example.org', 'example.edu'] });
  for (const wrong of ['gmail.com', 'nothing', 'a@b.org', '*.org']) expect(read(wrong).success).toBe(false);
});

test('one asks a listed group, is let in or not, and both are told by mail', async () => {
  const { group, grace, emmy } = await fullGroup();
  const [alan, oscar] = [await person('Alan'), await person('Oscar')];
  await expect(groups.askToJoin(alan, group.slug, 'I read, too.')).rejects.toThrow(NotFound);
  await groups.setJoining(grace, { ...closed, listed: true });
  await groups.askToJoin(alan, group.slug, 'I read, too.');
  await expect(groups.askToJoin(alan, group.slug, 'Again.')).rejects.toThrow(Conflict);
  await groups.askToJoin(oscar, group.slug, 'Let me in.');
  await expect(groups.requests(emmy)).rejects.toThrow(Forbidden);
  const waiting = await groups.requests(grace);
  expect(waiting.map(({ name, sentence }) => [name, sentence])).toEqual([
    ['Alan', 'I read, too.'],
    ['Oscar', 'Let me in.']
  ]);

  await groups.answerRequest(grace, waiting[0]!.id, true);
  await groups.answerRequest(grace, waiting[1]!.id, false);
  await expect(groups.answerRequest(grace, waiting[1]!.id, true)).rejects.toThrow(NotFound);
  expect((await groups.enter(alan, group.slug)).role).toBe('member');
  await expect(groups.enter(oscar, group.slug)).rejects.toThrow(NotFound);

  const letters = (await outbox(100)).map(({ recipient, subject }) => `${recipient}: ${subject}`);
  expect(letters.filter((one) => one.endsWith('asks to join Grokking club'))).toHaveLength(4);
  expect(letters).toContain(`${alan.email}: You are in Grokking club`);
  expect(letters).toContain(`${oscar.email}: About your request to Grokking club`);
});

test('a group that has said no is not asked over and over', async () => {
  const { group, grace } = await fullGroup();
  await groups.setJoining(grace, { ...closed, listed: true });
  const oscar = await person('Oscar');
  for (let n = 0; n < 2; n++) {
    await groups.askToJoin(oscar, group.slug, 'Please.');
    await groups.withdrawRequest(oscar, group.slug);
  }
  await expect(groups.askToJoin(oscar, group.slug, 'Please!')).rejects.toThrow(TooMany);
});

test('nobody outside sees anything of a group unless it chose so, and then only that', async () => {
  const { group, ada, grace, emmy } = await fullGroup();
  const oscar = await person('Oscar');
  const { id } = await meetings.arrange(grace, {
    ...{ title: 'Weekly', date: '2024-05-02', time: '18:00', duration: 60, place: 'Room 2.14' }
  });
  const { nominationId } = await queue.nominate(emmy, await somePaper('Attention is enough'), 'A pitch');
  await meetings.addToAgenda(grace, id, nominationId);
  const [item] = (await meetings.view(grace, id)).agenda;
  await meetings.setLead(grace, item!.id, emmy.accountId);

  for (const who of [null, oscar]) await expect(groups.front(who, group.slug)).rejects.toThrow(NotFound);
  await groups.setJoining(grace, { ...closed, listed: true });
  await expect(groups.front(null, group.slug)).rejects.toThrow(NotFound);
  const listed = await groups.front(oscar, group.slug);
  expect(listed).toMatchObject({ door: 'ask', shows: nothing });
  await expect(meetings.publicArchive(listed, 1)).rejects.toThrow(NotFound);
  await expect(meetings.publicSchedule(listed)).rejects.toThrow(NotFound);

  await expect(groups.setPublic(grace, { ...nothing, archive: true })).rejects.toThrow(Forbidden);
  await groups.setPublic(ada, { ...nothing, archive: true });
  const shown = await groups.front(null, group.slug);
  expect(shown).toMatchObject({ door: 'closed', shows: { archive: true, schedule: false } });
  const said = JSON.stringify(await meetings.publicArchive(shown, 1));
  expect(said).toContain('Attention is enough');
  for (const hidden of ['Emmy', 'A pitch', 'Room 2.14', emmy.accountId]) expect(said).not.toContain(hidden);

  await groups.setPublic(ada, { ...nothing, archive: true, names: true });
  const named = await groups.front(null, group.slug);
  expect(JSON.stringify(await meetings.publicArchive(named, 1))).toContain('Emmy');
  await groups.setPublic(ada, nothing);
  await expect(groups.front(null, group.slug)).rejects.toThrow(NotFound);
});
