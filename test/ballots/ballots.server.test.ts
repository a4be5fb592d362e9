import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
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

let cast: Awaited<ReturnType<typeof fullGroup>>;
let a: string, b: string, c: string;
beforeEach(async () => {
  cast = await fullGroup();
  [a, b, c] = [await proposed('A'), await proposed('B'), await proposed('C')];
});

const proposed = async (title: string, by: Member = cast.emmy) =>
  (await queue.nominate(by, await somePaper(title), '')).nominationId;
const tomorrow = () => new Date(Date.now() + 86_400_000);
const opened = async (changes: { quorum?: number; closesAt?: Date; nominationIds?: string[] } = {}) =>
  (
    await ballots.open(cast.grace, {
      title: 'What next?',
      nominationIds: [a, b, c],
      closesAt: tomorrow(),
      quorum: 1,
      ...changes
    })
  ).id;
const count = (points: number, supporters = points) => ({ points, supporters });
const close = (id: string) => transaction((tx) => ballots.close(tx, id, new Date()));
const overdue = (id: string) =>
  database()
    .update(ballot)
    .set({ closesAt: new Date(Date.now() - 1000) })
    .where(eq(ballot.id, id));

test('an organiser opens a ballot, members vote, and what most approve of wins', async () => {
  const id = await opened();
  await ballots.cast(cast.emmy, id, [a, b]);
  await ballots.cast(cast.ada, id, [b]);
  await ballots.cast(cast.grace, id, []);
  expect(await close(id)).toEqual({
    rules: { method: 'approval' },
    seats: 1,
    winners: [b],
    votes: 3,
    counts: { [a]: count(1), [b]: count(2), [c]: count(0) },
    noneOfThese: 1,
    quorum: 1,
    eligible: 3,
    gone: [],
    places: [[b], [a]],
    duels: null,
    tieBreak: null
  });
  const listed = await ballots.list(cast.kurt);
  expect(listed).toMatchObject([
    { id, title: 'What next?', options: 3, voted: 3, mine: false, winners: ['B'] }
  ]);
});

test('only organisers open, and only on what waits in their own queue', async () => {
  const opening = { title: 'x', nominationIds: [a, b], closesAt: tomorrow(), quorum: 1 };
  await expect(ballots.open(cast.emmy, opening)).rejects.toThrow(Forbidden);
  await expect(ballots.open(cast.kurt, opening)).rejects.toThrow(Forbidden);
  const other = await fullGroup();
  await expect(ballots.open(other.grace, opening)).rejects.toThrow(Conflict);
  await queue.withdraw(cast.emmy, b);
  await expect(ballots.open(cast.grace, opening)).rejects.toThrow(Conflict);
});

test('a ballot needs two options, a closing time to come, and a quorum somebody can reach', async () => {
  await expect(opened({ nominationIds: [a, a] })).rejects.toThrow(Invalid);
  await expect(opened({ closesAt: new Date(Date.now() - 1) })).rejects.toThrow(Invalid);
  await expect(opened({ closesAt: new Date(NaN) })).rejects.toThrow(Invalid);
  await expect(opened({ quorum: 4 })).rejects.toThrow(Invalid);
  expect(await ballots.list(cast.ada)).toEqual([]);
});

test('a ballot opens within the caller’s transaction, or not at all', async () => {
  const undone = transaction(async (tx) => {
    await ballots.open(
      cast.grace,
      { title: 'x', nominationIds: [a, b], closesAt: tomorrow(), quorum: 1 },
      tx
    );
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await ballots.list(cast.ada)).toEqual([]);
});

test('counts stay hidden until one has voted; who voted is shown, what is not', async () => {
  const id = await opened();
  await ballots.cast(cast.emmy, id, [a]);
  const before = await ballots.view(cast.ada, id);
  expect(before).toMatchObject({ tally: null, mine: null, voters: ['Emmy'], eligible: 3, result: null });
  expect(JSON.stringify(before)).not.toContain(cast.emmy.accountId);
  await ballots.cast(cast.ada, id, [b]);
  const after = await ballots.view(cast.ada, id);
  expect(after).toMatchObject({
    tally: { counts: { [a]: count(1), [b]: count(1), [c]: count(0) }, noneOfThese: 0 },
    mine: { [b]: 1 },
    voted: 2
  });
  expect(JSON.stringify(after)).not.toContain(cast.emmy.accountId);
  expect((await ballots.view(cast.kurt, id)).tally).toBeNull();
  await close(id);
  expect((await ballots.view(cast.kurt, id)).tally).not.toBeNull();
});

test('a vote can be changed until the ballot closes, and counts once', async () => {
  const id = await opened();
  await ballots.cast(cast.emmy, id, [a]);
  await ballots.cast(cast.emmy, id, [c, c]);
  expect(await close(id)).toMatchObject({ winners: [c], votes: 1, counts: { [a]: count(0), [c]: count(1) } });
});

test('after the closing, or after its time, no vote is taken and the earlier one stands', async () => {
  const closed = await opened();
  await ballots.cast(cast.emmy, closed, [a]);
  const result = await close(closed);
  await expect(ballots.cast(cast.emmy, closed, [b])).rejects.toThrow(Conflict);
  await expect(ballots.cast(cast.ada, closed, [b])).rejects.toThrow(Conflict);
  expect((await ballots.view(cast.emmy, closed)).result).toEqual(result);
  expect((await ballots.view(cast.emmy, closed)).mine).toEqual({ [a]: 1 });

  const late = await opened();
  await overdue(late);
  await expect(ballots.cast(cast.emmy, late, [b])).rejects.toThrow(Conflict);
});

test('two who close at once: exactly one gets the result', async () => {
  const id = await opened();
  await ballots.cast(cast.emmy, id, [a]);
  const results = await Promise.all([close(id), close(id), close(id), close(id)]);
  expect(results.filter((result) => result !== null)).toHaveLength(1);
  expect(await close(id)).toBeNull();
});

test('a closing that is undone leaves the ballot open', async () => {
  const id = await opened();
  const undone = transaction(async (tx) => {
    await ballots.close(tx, id, new Date());
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await ballots.cast(cast.emmy, id, [a]);
  expect(await close(id)).toMatchObject({ winners: [a] });
});

test('votes that arrive while it closes are counted or refused, never lost', async () => {
  const id = await opened();
  const voters = [cast.ada, cast.grace, cast.emmy];
  const [result, ...votes] = await Promise.all([
    close(id),
    ...voters.map((voter) =>
      ballots.cast(voter, id, [a]).then(
        () => 1,
        () => 0
      )
    )
  ]);
  const taken = (votes as number[]).reduce((sum, one) => sum + one, 0);
  expect(result).toMatchObject({ votes: taken });
  expect(await database().select().from(vote).where(eq(vote.ballotId, id))).toHaveLength(taken);
});

test('guests see a ballot and have no vote, outsiders see none', async () => {
  const id = await opened();
  await expect(ballots.cast(cast.kurt, id, [a])).rejects.toThrow(Forbidden);
  const other = await fullGroup();
  await expect(ballots.view(other.ada, id)).rejects.toThrow(NotFound);
  await expect(ballots.cast(other.ada, id, [a])).rejects.toThrow(NotFound);
  expect(await ballots.list(other.ada)).toEqual([]);
});

test('only what stands on the ballot can be approved of', async () => {
  const id = await opened({ nominationIds: [a, b] });
  await expect(ballots.cast(cast.emmy, id, [a, c])).rejects.toThrow(Invalid);
  expect((await ballots.view(cast.emmy, id)).mine).toBeNull();
});

test('a nomination withdrawn meanwhile is marked and cannot win', async () => {
  const id = await opened();
  await ballots.cast(cast.emmy, id, [a, b]);
  await queue.withdraw(cast.emmy, a);
  const seen = await ballots.view(cast.ada, id);
  expect(seen.options.find(({ nominationId }) => nominationId === a)).toMatchObject({ gone: true });
  expect(await close(id)).toMatchObject({ winners: [b], gone: [a] });
});

test('the vote of somebody who left the group does not count', async () => {
  const id = await opened();
  await ballots.cast(cast.emmy, id, [a]);
  await ballots.cast(cast.ada, id, [b]);
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, cast.emmy.membershipId));
  expect((await ballots.view(cast.kurt, id)).voters).toEqual(['Ada']);
  expect(await close(id)).toMatchObject({ winners: [b], votes: 1, eligible: 2 });
});

test('equal approvals of nominations made at the same moment are drawn by a seed that is shown', async () => {
  const id = await opened({ nominationIds: [a, b] });
  await database()
    .update(nomination)
    .set({ createdAt: new Date(0) });
  await ballots.cast(cast.emmy, id, [a, b]);
  const result = await close(id);
  expect(result?.tieBreak).toMatchObject({ by: 'draw', between: [a, b].sort() });
  expect(result?.tieBreak?.seed).toMatch(/^\w{16}$/);
});

test('ballots whose time is over are due until they are closed', async () => {
  const [id, later] = [await opened(), await opened()];
  await overdue(id);
  const due = await ballots.due(new Date());
  expect(due).toContain(id);
  expect(due).not.toContain(later);
  await close(id);
  expect(await ballots.due(new Date())).not.toContain(id);
});

test('each reader sees their own order of an open ballot, and the same one again', async () => {
  const id = await opened();
  const order = async (member: Member) =>
    (await ballots.view(member, id)).options.map(({ nominationId }) => nominationId);
  expect(await order(cast.emmy)).toEqual(await order(cast.emmy));
  expect((await order(cast.emmy)).toSorted()).toEqual([a, b, c].sort());
});

test('hostile titles stay the text they were', async () => {
  const title = '<img src=x onerror=alert(1)>';
  const { id } = await ballots.open(cast.grace, {
    title,
    nominationIds: [a, b],
    closesAt: tomorrow(),
    quorum: 1
  });
  expect((await ballots.view(cast.emmy, id)).title).toBe(title);
});
