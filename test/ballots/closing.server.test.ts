import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import { ballot, vote } from '#ballots/schema.ts';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { agendaItem } from '#meetings/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, memberOf, somePaper } from '../support/factories.ts';

useDatabase();

const hour = 3_600_000;
let cast: Awaited<ReturnType<typeof fullGroup>>;
let a: string, b: string;
beforeEach(async () => {
  cast = await fullGroup();
  [a, b] = [await proposed('A'), await proposed('B')];
});
afterEach(() => {
  vi.useRealTimers();
});

const proposed = async (title: string) =>
  (await queue.nominate(cast.emmy, await somePaper(title), '')).nominationId;
const asked = async () => {
  const { date, time } = meetings.wallClock(new Date(Date.now() + 48 * hour), cast.grace.timezone);
  await meetings.arrange(cast.grace, { title: 'Meeting', date, time, duration: 60, place: '' });
  const closesAt = new Date(Date.now() + hour);
  const opening = { title: 'What next?', nominationIds: [a, b], closesAt, quorum: 1 };
  return (await meetings.askGroup(cast.grace, opening)).id;
};
const overdue = (id: string) =>
  database()
    .update(ballot)
    .set({ closesAt: new Date(Date.now() - 1000) })
    .where(eq(ballot.id, id));
const closingJob = () => meetings.jobs.find(({ name }) => name === 'ballot.close')!.run({});

test('however many instances and people close at once, over and over: one result, one agenda entry', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await asked();
    await ballots.cast(cast.emmy, id, [a]);
    await overdue(id);
    const byHand = Array.from({ length: 4 }, () => meetings.closeBallot(cast.grace, id));
    const bySelf = Array.from({ length: 4 }, () => closingJob());
    const [closings] = await Promise.all([Promise.all(byHand), Promise.all(bySelf)]);
    for (const { result } of closings) expect(result).toEqual(closings[0]!.result);
    expect(closings.filter(({ already }) => !already).length).toBeLessThanOrEqual(1);
    const items = await database().select().from(agendaItem).where(eq(agendaItem.nominationId, a));
    expect(items).toHaveLength(1);
    a = await proposed(`Again ${round}`);
  }
});

test('votes of a whole group that race a closing are each counted or refused, over and over', async () => {
  const crowd: Member[] = [];
  for (let one = 0; one < 8; one++) crowd.push(await memberOf(cast.group, `Voter${one}`, 'member'));
  for (let round = 0; round < 5; round++) {
    const { id } = await ballots.open(cast.grace, {
      ...{ title: 'Race', nominationIds: [a, b], quorum: 1, closesAt: new Date(Date.now() + hour) },
      rules: { method: 'ranked' }
    });
    const votes = crowd.map((voter) =>
      ballots.cast(voter, id, { [a]: 1, [b]: 2 }).then(
        () => 1,
        () => 0
      )
    );
    const closing = transaction((tx) => ballots.close(tx, id, new Date()));
    const taken = (await Promise.all(votes)).reduce<number>((sum, one) => sum + one, 0);
    expect(await closing).toMatchObject({ votes: taken });
    expect(await database().select().from(vote).where(eq(vote.ballotId, id))).toHaveLength(taken);
  }
});

test('an instance whose clock is a day fast closes nothing early and refuses no vote', async () => {
  const id = await asked();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * hour });
  await closingJob();
  await ballots.cast(cast.emmy, id, [a]);
  expect((await ballots.view(cast.emmy, id)).closedAt).toBeNull();
});

test('an instance whose clock is a day slow takes no vote after the end, and closes all the same', async () => {
  const id = await asked();
  await ballots.cast(cast.emmy, id, [a]);
  await overdue(id);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 24 * hour });
  await expect(ballots.cast(cast.emmy, id, [b])).rejects.toThrow(/closed before your vote/);
  await closingJob();
  expect((await ballots.view(cast.emmy, id)).result).toMatchObject({ winners: [a] });
});
