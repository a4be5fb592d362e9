import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import { publish, subscribe } from '#platform/bus.server.ts';
import { database, statementsSent, transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { queue as queueTable } from '#queue/schema.ts';
import { Conflict, Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let cast: Awaited<ReturnType<typeof fullGroup>>;
let elsewhere: Awaited<ReturnType<typeof fullGroup>>;
beforeAll(async () => {
  cast = await fullGroup();
  elsewhere = await fullGroup();
});

const ids = (list: { id: string }[]) => list.map(({ id }) => id);
const accountOf = ({ accountId, name }: Member) => ({ id: accountId, name, email: '', isOperator: false });
const find = async (member: Member, id: string) => (await queue.waiting(member)).find((one) => one.id === id);

test('a member proposes a paper, and everyone in the group sees who and why', async () => {
  const paperId = await somePaper('Attention to detail');
  const made = await queue.nominate(cast.emmy, paperId, 'Short and *clear*.');
  expect(made.paperId).toBe(paperId);
  expect(await find(cast.kurt, made.nominationId)).toMatchObject({
    title: 'Attention to detail',
    pitch: 'Short and *clear*.',
    proposer: 'Emmy',
    own: false,
    interest: 0,
    interested: false
  });
  expect(await find(cast.emmy, made.nominationId)).toMatchObject({ own: true });
});

test('a paper waits once: the second proposal is led to the first', async () => {
  const paperId = await somePaper('Proposed twice');
  const { nominationId } = await queue.nominate(cast.emmy, paperId, '');
  const refusal = await queue.nominate(cast.ada, paperId, '').catch((failure: unknown) => failure);
  expect(refusal).toBeInstanceOf(Conflict);
  expect((refusal as Conflict).message).toBe('“Proposed twice” is in the queue already: Emmy proposed it.');
  expect((refusal as Conflict).see).toBe(`/g/${cast.group.slug}/queue/${nominationId}`);
});

test('two who propose the same paper at once make one nomination, in one queue', async () => {
  const fresh = await fullGroup();
  const paperId = await somePaper('At once');
  const tries = await Promise.allSettled([
    queue.nominate(fresh.emmy, paperId, ''),
    queue.nominate(fresh.ada, paperId, ''),
    queue.nominate(fresh.grace, paperId, '')
  ]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await queue.waiting(fresh.ada)).toHaveLength(1);
  const made = await database().select().from(queueTable).where(eq(queueTable.groupId, fresh.group.id));
  expect(made).toHaveLength(1);
});

test('interest counts once a person, goes away again, and gives the order', async () => {
  const fresh = await fullGroup();
  const first = (await queue.nominate(fresh.emmy, await somePaper('First'), '')).nominationId;
  const second = (await queue.nominate(fresh.emmy, await somePaper('Second'), '')).nominationId;
  expect(ids(await queue.waiting(fresh.ada))).toEqual([first, second]);
  await queue.showInterest(fresh.ada, second);
  await queue.showInterest(fresh.ada, second);
  expect(ids(await queue.waiting(fresh.ada))).toEqual([second, first]);
  expect(await find(fresh.ada, second)).toMatchObject({ interest: 1, interested: true });
  expect(await find(fresh.emmy, second)).toMatchObject({ interest: 1, interested: false });
  await queue.withdrawInterest(fresh.ada, second);
  await queue.withdrawInterest(fresh.ada, second);
  expect(await find(fresh.ada, second)).toMatchObject({ interest: 0, interested: false });
});

test('one takes back one’s own, organisers any, other members none', async () => {
  const [own, any] = [await somePaper('Own'), await somePaper('Any')];
  const mine = (await queue.nominate(cast.emmy, own, '')).nominationId;
  await queue.withdraw(cast.emmy, mine);
  expect(await find(cast.emmy, mine)).toBeUndefined();
  await expect(queue.withdraw(cast.emmy, mine)).rejects.toThrow(Conflict);
  const hers = (await queue.nominate(cast.ada, any, '')).nominationId;
  await expect(queue.withdraw(cast.emmy, hers)).rejects.toThrow(Forbidden);
  await queue.withdraw(cast.grace, hers);
  expect(await find(cast.emmy, hers)).toBeUndefined();
});

test('a withdrawn paper may be proposed again', async () => {
  const paperId = await somePaper('Again');
  const { nominationId } = await queue.nominate(cast.emmy, paperId, '');
  await queue.withdraw(cast.emmy, nominationId);
  await expect(queue.nominate(cast.ada, paperId, '')).resolves.toMatchObject({ paperId });
});

test('one’s own pitch can be rewritten, and stays the text it was', async () => {
  const { nominationId } = await queue.nominate(cast.emmy, await somePaper('Pitched'), 'old');
  const hostile = '<script>alert(1)</script> $x<y$';
  await queue.editPitch(cast.emmy, nominationId, hostile);
  expect(await find(cast.ada, nominationId)).toMatchObject({ pitch: hostile });
  await expect(queue.editPitch(cast.ada, nominationId, 'mine')).rejects.toThrow(NotFound);
});

test('guests read and do not propose, want or withdraw', async () => {
  const paperId = await somePaper('Read only');
  const { nominationId } = await queue.nominate(cast.emmy, paperId, '');
  await expect(queue.nominate(cast.kurt, paperId, '')).rejects.toThrow(Forbidden);
  await expect(queue.showInterest(cast.kurt, nominationId)).rejects.toThrow(Forbidden);
  await expect(queue.withdraw(cast.kurt, nominationId)).rejects.toThrow(Forbidden);
  expect(await find(cast.kurt, nominationId)).toBeDefined();
});

test('another group’s nominations do not exist', async () => {
  const { nominationId } = await queue.nominate(cast.emmy, await somePaper('Ours'), '');
  await expect(queue.showInterest(elsewhere.ada, nominationId)).rejects.toThrow(NotFound);
  await expect(queue.withdrawInterest(elsewhere.ada, nominationId)).rejects.toThrow(NotFound);
  await expect(queue.withdraw(elsewhere.ada, nominationId)).rejects.toThrow(NotFound);
  await expect(queue.editPitch(elsewhere.ada, nominationId, '')).rejects.toThrow(NotFound);
  await expect(queue.abstractOf(elsewhere.ada, nominationId)).rejects.toThrow(NotFound);
  expect(await queue.abstractOf(cast.kurt, nominationId)).toBe('');
  expect(await find(elsewhere.ada, nominationId)).toBeUndefined();
});

test('a page of a queue takes two statements, however long it is', async () => {
  const before = statementsSent();
  expect((await queue.queueView(cast.ada)).nominations.length).toBeGreaterThan(2);
  expect(statementsSent() - before).toBe(2);
});

test('a chosen nomination leaves the queue once, and its paper stands as chosen', async () => {
  const { nominationId, paperId } = await queue.nominate(cast.emmy, await somePaper('Chosen'), '');
  const reader = accountOf(cast.kurt);
  const where = { groupSlug: cast.group.slug, groupName: cast.group.name, nominationId };
  expect((await queue.standing(reader, [paperId])).get(paperId)).toMatchObject([
    { ...where, state: 'waiting' }
  ]);
  await transaction((tx) => queue.choose(tx, [nominationId], new Date()));
  expect((await queue.standing(reader, [paperId])).get(paperId)).toMatchObject([
    { ...where, state: 'chosen' }
  ]);
  expect(await find(cast.emmy, nominationId)).toBeUndefined();
  await expect(queue.showInterest(cast.emmy, nominationId)).rejects.toThrow(Conflict);
  await expect(queue.withdraw(cast.emmy, nominationId)).rejects.toThrow(Conflict);
});

test('where a paper stands is told only to people of that group', async () => {
  const { paperId } = await queue.nominate(cast.emmy, await somePaper('Private'), '');
  expect(await queue.standing(accountOf(elsewhere.ada), [paperId])).toEqual(new Map());
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, elsewhere.kurt.membershipId));
  const { paperId: theirs } = await queue.nominate(elsewhere.emmy, await somePaper('Left'), '');
  expect(await queue.standing(accountOf(elsewhere.kurt), [theirs])).toEqual(new Map());
});

test('a change wakes the group, and one that changes nothing does not', async () => {
  const heard: string[] = [];
  const stop = subscribe(`group:${cast.group.id}`, ({ kind }) => heard.push(kind));
  const { nominationId } = await queue.nominate(cast.emmy, await somePaper('Loud'), '');
  await queue.showInterest(cast.ada, nominationId);
  await queue.showInterest(cast.ada, nominationId);
  await queue.withdraw(cast.emmy, nominationId);
  // Messages come in the order of their commits, so this one comes when all before it were heard.
  await publish({ topic: `group:${cast.group.id}`, kind: 'last' });
  await expect.poll(() => heard).toContain('last');
  expect(heard).toEqual(['queue', 'queue', 'queue', 'last']);
  stop();
});

test('interest in a paper that nobody proposed yet goes along when somebody does', async () => {
  const paperId = await somePaper('Early');
  await queue.like(cast.ada, paperId);
  await queue.like(cast.ada, paperId);
  await queue.like(cast.grace, paperId);
  await queue.unlike(cast.grace, paperId);
  expect((await queue.liking(cast.ada, [paperId])).get(paperId)).toEqual({ people: 1, mine: true });
  expect((await queue.liking(elsewhere.ada, [paperId])).get(paperId)).toBeUndefined();
  const { nominationId } = await queue.nominate(cast.emmy, paperId, '');
  expect(await find(cast.ada, nominationId)).toMatchObject({ interest: 1, interested: true });
  await queue.like(cast.emmy, paperId);
  expect((await queue.liking(cast.emmy, [paperId])).get(paperId)).toEqual({ people: 2, mine: true });
  await queue.unlike(cast.ada, paperId);
  expect(await find(cast.ada, nominationId)).toMatchObject({ interest: 1, interested: false });
  await expect(queue.like(cast.ada, 'nothing')).rejects.toThrow(NotFound);
});

test('a paper that was withdrawn is told as passed over, with when', async () => {
  const paperId = await somePaper('Passed');
  const { nominationId } = await queue.nominate(cast.emmy, paperId, '');
  await queue.withdraw(cast.emmy, nominationId);
  const [place] = (await queue.standing(accountOf(cast.ada), [paperId])).get(paperId)!;
  expect(place).toMatchObject({ state: 'withdrawn', since: expect.any(Date) });
});
