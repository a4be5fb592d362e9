import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Member } from '#groups/groups.ts';
import * as ballots from '#ballots/ballots.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination, queueTending } from '#queue/schema.ts';
import { Conflict, Forbidden } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let cast: Awaited<ReturnType<typeof fullGroup>>;
beforeAll(async () => {
  cast = await fullGroup();
});

const propose = async (by: Member, title: string) =>
  (await queue.nominate(by, await somePaper(title), `Because of ${title}`)).nominationId;

/** As if nobody had wanted it, or answered, for so many days. */
async function age(id: string, column: 'wantedAt' | 'askedAt', days: number): Promise<void> {
  await database()
    .update(nomination)
    .set({ [column]: new Date(Date.now() - days * 86_400_000) })
    .where(eq(nomination.id, id));
}
const kinds = async (id: string) => (await queue.historyOf(cast.ada, id)).map(({ kind }) => kind);
const isWaiting = async (id: string) => (await queue.waiting(cast.ada)).some((one) => one.id === id);

test('what nobody wanted for the group’s span is asked about, once, however many workers look', async () => {
  const [old, young] = [await propose(cast.emmy, 'Old'), await propose(cast.emmy, 'Young')];
  await age(old, 'wantedAt', 43);
  await age(young, 'wantedAt', 41);
  await Promise.all([queue.tend(), queue.tend(), queue.tend()]);
  expect(await kinds(old)).toEqual(['asked']);
  expect(await kinds(young)).toEqual([]);
  const asked = await queue.view(cast.emmy, old);
  expect(asked.leavesAt!.getTime() - asked.askedAt!.getTime()).toBe(14 * 86_400_000);
  expect((await queue.queueView(cast.emmy, { show: 'asked' })).nominations).toMatchObject([{ id: old }]);
});

test('anybody of the group keeps it, by saying so or by interest, and its span begins anew', async () => {
  const [said, wanted] = [await propose(cast.emmy, 'Said'), await propose(cast.emmy, 'Liked')];
  for (const id of [said, wanted]) await age(id, 'wantedAt', 50);
  await queue.tend();
  await expect(queue.keep(cast.kurt, said)).rejects.toThrow(Forbidden);
  await queue.keep(cast.ada, said);
  await queue.keep(cast.ada, said);
  await queue.showInterest(cast.grace, wanted);
  await queue.tend();
  for (const id of [said, wanted]) expect((await queue.view(cast.ada, id)).askedAt).toBeNull();
  expect(await kinds(said)).toEqual(['kept', 'asked']);
});

test('what nobody kept leaves once, told with its reason, and can be brought back with all it had', async () => {
  const id = await propose(cast.emmy, 'Unkept');
  await queue.showInterest(cast.ada, id);
  await age(id, 'wantedAt', 70);
  await age(id, 'askedAt', 15);
  await Promise.all([queue.tend(), queue.tend()]);
  expect(await isWaiting(id)).toBe(false);
  expect(await queue.view(cast.ada, id)).toMatchObject({ withdrawnFor: 'unwanted' });
  const [left] = (await queue.happenings(cast.kurt)).events;
  expect(left).toMatchObject({ kind: 'left', by: null, detail: { weeks: 2 }, nominationId: id, isOut: true });
  expect(await kinds(id)).toEqual(['left']);
  await expect(queue.bringBack(cast.kurt, id)).rejects.toThrow(Forbidden);
  await queue.bringBack(cast.emmy, id);
  await queue.tend();
  expect(await queue.view(cast.ada, id)).toMatchObject({ interest: 1, askedAt: null, withdrawnAt: null });
  expect(await isWaiting(id)).toBe(true);
});

test('what was proposed anew meanwhile is not brought back beside it', async () => {
  const id = await propose(cast.emmy, 'Anew');
  const { paperId } = await queue.view(cast.emmy, id);
  await queue.withdraw(cast.emmy, id);
  const { nominationId } = await queue.nominate(cast.ada, paperId, '');
  const refusal = await queue.bringBack(cast.grace, id).catch((failure: unknown) => failure);
  expect(refusal).toBeInstanceOf(Conflict);
  expect((refusal as Conflict).see).toContain(nominationId);
});

test('time in which nothing ran does not count against what was asked about', async () => {
  const id = await propose(cast.emmy, 'Down');
  await age(id, 'wantedAt', 70);
  await age(id, 'askedAt', 20);
  await database()
    .update(queueTending)
    .set({ tendedAt: new Date(Date.now() - 19 * 86_400_000) });
  await queue.tend();
  expect(await isWaiting(id)).toBe(true);
  const { askedAt } = await queue.view(cast.ada, id);
  expect(Math.round((Date.now() - askedAt!.getTime()) / 86_400_000)).toBe(1);
});

test('what is pinned, snoozed or on a ballot is neither asked about nor let go, and a group may want no questions', async () => {
  const [pinned, asleep, voted, other] = [
    await propose(cast.emmy, 'Pinned'),
    await propose(cast.emmy, 'Asleep'),
    await propose(cast.emmy, 'Voted'),
    await propose(cast.emmy, 'Other')
  ];
  await queue.pin(cast.ada, pinned);
  await queue.snooze(cast.emmy, asleep, new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10));
  const closesAt = new Date(Date.now() + 3_600_000);
  await ballots.open(cast.ada, { title: 'Which?', nominationIds: [voted, other], closesAt, quorum: 1 });
  for (const id of [pinned, asleep, voted]) await age(id, 'wantedAt', 300);
  await queue.tend();
  for (const id of [pinned, asleep, voted]) expect((await queue.view(cast.ada, id)).askedAt).toBeNull();
  const quiet = await fullGroup();
  const theirs = await propose(quiet.emmy, 'Never asked');
  await queue.setSpans(quiet.ada, { askAfterWeeks: null, leaveAfterWeeks: 2 });
  await age(theirs, 'wantedAt', 900);
  await queue.tend();
  expect((await queue.view(quiet.ada, theirs)).askedAt).toBeNull();
  await expect(queue.setSpans(quiet.emmy, { askAfterWeeks: 1, leaveAfterWeeks: 1 })).rejects.toThrow(
    Forbidden
  );
});

test('what loses a ballot although somebody voted for it keeps some of that, two ballots at most in its score', async () => {
  const { ada, emmy } = await fullGroup();
  const [won, lost, unloved] = [
    await propose(emmy, 'Won'),
    await propose(emmy, 'Lost'),
    await propose(emmy, 'Unloved')
  ];
  const closesAt = new Date(Date.now() + 3_600_000);
  const nominationIds = [won, lost, unloved];
  const { id } = await ballots.open(ada, { title: 'Which?', nominationIds, closesAt, quorum: 1 });
  await ballots.cast(ada, id, [won, lost]);
  await ballots.cast(emmy, id, [won]);
  await transaction((tx) => ballots.close(tx, id, new Date()));
  expect(await queue.view(ada, won)).toMatchObject({ lost: 0 });
  expect(await queue.view(ada, lost)).toMatchObject({ lost: 1 });
  expect(await queue.view(ada, unloved)).toMatchObject({ lost: 0 });
  expect((await queue.waiting(ada))[0]).toMatchObject({ id: lost });
});

test('two proposals of one work become one: interest united, pitches, threads and proposers kept; and part again', async () => {
  const { ada, grace, emmy, kurt } = await fullGroup();
  const [byArxiv, byDoi] = [
    await propose(emmy, 'The same work twice'),
    await propose(grace, 'The same work twice')
  ];
  await queue.showInterest(ada, byArxiv);
  await queue.showInterest(ada, byDoi);
  await queue.showInterest(grace, byDoi);
  await queue.comment(grace, byDoi, 'Said there.');
  await queue.comment(emmy, byArxiv, 'Said here.');
  expect((await queue.queueView(ada)).twins).toEqual([[byArxiv, byDoi]]);
  expect(await queue.twinsOf(ada, byDoi)).toMatchObject([{ id: byArxiv, proposer: 'Emmy' }]);
  await expect(queue.merge(emmy, byDoi, byArxiv)).rejects.toThrow(Forbidden);
  await Promise.allSettled([queue.merge(ada, byDoi, byArxiv), queue.merge(grace, byDoi, byArxiv)]);
  const one = await queue.view(kurt, byArxiv);
  expect(one).toMatchObject({
    interest: 2,
    comments: 2,
    proposer: 'Emmy',
    merged: [{ by: 'Grace', pitch: 'Because of The same work twice' }]
  });
  expect((await queue.thread(kurt, byArxiv)).comments.map(({ text }) => text)).toEqual([
    'Said there.',
    'Said here.'
  ]);
  expect((await queue.queueView(ada)).total).toBe(1);
  expect(await queue.view(kurt, byDoi)).toMatchObject({ withdrawnFor: 'merged', joinedId: byArxiv });
  await queue.bringBack(grace, byDoi);
  expect(await queue.view(ada, byArxiv)).toMatchObject({ interest: 1, comments: 1, merged: [] });
  expect(await queue.view(ada, byDoi)).toMatchObject({ interest: 2, withdrawnAt: null });
});

test('the option of an open ballot is not merged away', async () => {
  const { ada, emmy } = await fullGroup();
  const [a, b] = [await propose(emmy, 'On a ballot'), await propose(emmy, 'Also on it')];
  const closesAt = new Date(Date.now() + 3_600_000);
  const { id } = await ballots.open(ada, { title: 'Which?', nominationIds: [a, b], closesAt, quorum: 1 });
  await expect(queue.merge(ada, a, b)).rejects.toThrow('A ballot decides on this proposal');
  await transaction((tx) => ballots.close(tx, id, new Date()));
  await queue.merge(ada, a, b);
});
