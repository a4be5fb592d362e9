import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import type { Opening } from '#ballots/ballots.ts';
import { ballot, vote } from '#ballots/schema.ts';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour);

let cast: Awaited<ReturnType<typeof fullGroup>>;
let a: string, b: string, c: string;
beforeEach(async () => {
  cast = await fullGroup();
  [a, b, c] = [await proposed('A'), await proposed('B'), await proposed('C')];
});

const proposed = async (title: string) =>
  (await queue.nominate(cast.emmy, await somePaper(title), '')).nominationId;
const opened = async (changes: Partial<Opening> = {}) =>
  (
    await ballots.open(cast.grace, {
      title: 'What next?',
      nominationIds: [a, b, c],
      closesAt: inHours(24),
      quorum: 1,
      ...changes
    })
  ).id;
const close = (id: string) => transaction((tx) => ballots.close(tx, id, new Date()));
const mine = async (member: Member, id: string) => (await ballots.view(member, id)).mine;
const faults = (work: Promise<unknown>) =>
  work.then(
    () => ({}),
    (cause: unknown) => (cause instanceof Invalid ? cause.fields : Promise.reject(cause))
  );

test('dots are given within the budget, and changed until the end', async () => {
  const id = await opened({ rules: { method: 'dots', budget: 5, most: 3 } });
  await ballots.cast(cast.emmy, id, { [a]: 3, [b]: 2 });
  await ballots.cast(cast.ada, id, { [b]: 3 });
  await ballots.cast(cast.emmy, id, { [c]: 1 });
  expect(await mine(cast.emmy, id)).toEqual({ [c]: 1 });
  expect(await close(id)).toMatchObject({
    winners: [b],
    rules: { method: 'dots', budget: 5, most: 3 },
    counts: { [a]: { points: 0 }, [b]: { points: 3, supporters: 1 }, [c]: { points: 1 } }
  });
});

test('dots over the budget or over the most are refused with a sentence, and the earlier vote stands', async () => {
  const id = await opened({ rules: { method: 'dots', budget: 5, most: 3 } });
  await ballots.cast(cast.emmy, id, { [a]: 1 });
  expect(await faults(ballots.cast(cast.emmy, id, { [a]: 3, [b]: 3 }))).toEqual({
    marks: 'You gave 6 dots and have 5. Take 1 back.'
  });
  expect(await faults(ballots.cast(cast.emmy, id, { [a]: 4 }))).toEqual({
    [`mark.${a}`]: 'At most 3 dots for one paper.'
  });
  for (const odd of [-1, 1.5, NaN, Infinity])
    await expect(ballots.cast(cast.emmy, id, { [a]: odd })).rejects.toThrow(Invalid);
  expect(await mine(cast.emmy, id)).toEqual({ [a]: 1 });
});

test('an order of preference is kept without gaps, and its result has the pairwise table', async () => {
  const id = await opened({ rules: { method: 'ranked' } });
  await ballots.cast(cast.emmy, id, { [a]: 2, [b]: 7, [c]: 7 });
  await ballots.cast(cast.ada, id, { [b]: 1, [a]: 2, none: 3 });
  await ballots.cast(cast.grace, id, { [a]: 1 });
  expect(await mine(cast.emmy, id)).toEqual({ [a]: 1, [b]: 2, [c]: 2 });
  const result = await close(id);
  expect(result).toMatchObject({ winners: [a], places: [[a], [b], [c]] });
  const { ids, preferred } = result!.duels!;
  expect(preferred[ids.indexOf(a)]![ids.indexOf(b)]).toBe(2);
  expect(preferred[ids.indexOf(c)]![ids.indexOf('none')]).toBe(1);
  expect((await ballots.view(cast.kurt, id)).options.map(({ nominationId }) => nominationId)).toEqual([
    a,
    b,
    c
  ]);
});

test('scores beyond the scale are refused', async () => {
  const id = await opened({ rules: { method: 'score', top: 5 } });
  await expect(ballots.cast(cast.emmy, id, { [a]: 6 })).rejects.toThrow(Invalid);
  await ballots.cast(cast.emmy, id, { [a]: 5, [b]: 0 });
  expect(await close(id)).toMatchObject({
    winners: [a],
    counts: { [a]: { points: 5 }, [b]: { supporters: 0 } }
  });
});

test('what does not stand on the ballot is refused in every method', async () => {
  const other = await proposed('Other');
  for (const method of ['approval', 'ranked'] as const) {
    const id = await opened({ rules: { method } });
    for (const stranger of [other, '__proto__', 'nothing'])
      await expect(ballots.cast(cast.emmy, id, Object.fromEntries([[stranger, 1]]))).rejects.toThrow(Invalid);
  }
  const id = await opened();
  await expect(ballots.cast(cast.emmy, id, { none: 1 })).rejects.toThrow(Invalid);
});

test('rules that leave nothing to decide are refused', async () => {
  expect(await faults(opened({ seats: 3 }))).toHaveProperty('seats');
  expect(await faults(opened({ seats: 0 }))).toHaveProperty('seats');
  expect(await faults(opened({ rules: { method: 'dots', budget: 3, most: 5 } }))).toHaveProperty('most');
  expect(await faults(opened({ opensAt: inHours(25) }))).toHaveProperty('opensAt');
});

test('several can win', async () => {
  const id = await opened({ seats: 2 });
  await ballots.cast(cast.emmy, id, [a, b]);
  await ballots.cast(cast.ada, id, [b]);
  expect(await close(id)).toMatchObject({ winners: [b, a], seats: 2 });
  expect((await ballots.list(cast.kurt))[0]).toMatchObject({ winners: ['B', 'A'] });
});

test('a ballot that opens later can be read and not voted on, until its time or until it is opened by hand', async () => {
  const id = await opened({ opensAt: inHours(2) });
  expect((await ballots.view(cast.emmy, id)).options).toHaveLength(3);
  await expect(ballots.cast(cast.emmy, id, [a])).rejects.toThrow(/not open yet/);
  expect(await mine(cast.emmy, id)).toBeNull();
  await expect(ballots.openNow(cast.emmy, id)).rejects.toThrow(Forbidden);
  await expect(ballots.openNow((await fullGroup()).grace, id)).rejects.toThrow(NotFound);
  await ballots.openNow(cast.grace, id);
  await ballots.openNow(cast.grace, id);
  await ballots.cast(cast.emmy, id, [a]);

  const later = await opened({ opensAt: inHours(2) });
  await database()
    .update(ballot)
    .set({ opensAt: inHours(-1) })
    .where(eq(ballot.id, later));
  await ballots.cast(cast.emmy, later, [a]);
});

test('an offer to lead goes first in a tie; one per option, taken back only by who made it', async () => {
  const id = await opened({ nominationIds: [a, b] });
  await ballots.offerToLead(cast.emmy, id, b, true);
  await ballots.offerToLead(cast.emmy, id, b, true);
  await expect(ballots.offerToLead(cast.ada, id, b, true)).rejects.toThrow(Conflict);
  await ballots.offerToLead(cast.ada, id, b, false);
  await expect(ballots.offerToLead(cast.kurt, id, a, true)).rejects.toThrow(Forbidden);
  await expect(ballots.offerToLead(cast.ada, id, c, true)).rejects.toThrow(NotFound);
  const { options } = await ballots.view(cast.emmy, id);
  expect(options.find(({ nominationId }) => nominationId === b)?.lead).toEqual({ name: 'Emmy', isMe: true });
  await ballots.cast(cast.ada, id, [a, b]);
  expect(await close(id)).toMatchObject({ winners: [b], tieBreak: { by: 'offer to lead' } });
  await expect(ballots.offerToLead(cast.ada, id, a, true)).rejects.toThrow(Conflict);
});

test('an offer of somebody who left the group decides nothing', async () => {
  const id = await opened({ nominationIds: [a, b] });
  await ballots.offerToLead(cast.emmy, id, b, true);
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, cast.emmy.membershipId));
  await database()
    .update(nomination)
    .set({ createdAt: inHours(-9) })
    .where(eq(nomination.id, a));
  await ballots.cast(cast.ada, id, [a, b]);
  expect(await close(id)).toMatchObject({ winners: [a], tieBreak: { by: 'longest wait' } });
});

test('a result that was frozen when there was only approval still shows', async () => {
  const id = await opened();
  await database()
    .insert(vote)
    .values({ ballotId: id, accountId: cast.emmy.accountId, choice: { approved: [a] } });
  const old = {
    ...{ winners: [a], votes: 1, approvals: { [a]: 1, [b]: 0, [c]: 0 }, noneOfThese: 0 },
    ...{ quorum: 1, eligible: 3, gone: [], tieBreak: null }
  };
  await database().update(ballot).set({ closedAt: new Date(), result: old }).where(eq(ballot.id, id));
  const seen = await ballots.view(cast.emmy, id);
  expect(seen.result).toMatchObject({ winners: [a], rules: { method: 'approval' } });
  expect(seen.tally?.counts[a]).toEqual({ points: 1, supporters: 1 });
  expect(seen.options[0]?.nominationId).toBe(a);
  expect(seen.mine).toEqual({ [a]: 1 });
  expect(await ballots.list(cast.emmy)).toMatchObject([{ winners: ['A'], voted: 1 }]);
});
