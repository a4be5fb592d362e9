import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as meetings from '#meetings/meetings.server.ts';
import { meeting } from '#meetings/schema.ts';
import { database } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let cast: Awaited<ReturnType<typeof fullGroup>>;
let id: string;
beforeEach(async () => {
  cast = await fullGroup();
  const { date, time } = meetings.wallClock(new Date(Date.now() + 86_400_000), cast.grace.timezone);
  ({ id } = await meetings.arrange(cast.grace, { title: 'Hour', date, time, duration: 60, place: '' }));
  for (const title of ['A', 'B']) {
    const { nominationId } = await queue.nominate(cast.emmy, await somePaper(`${title} ${id}`), '');
    await meetings.addToAgenda(cast.grace, id, nominationId);
  }
});

const agenda = async () => (await meetings.view(cast.kurt, id)).agenda;
const beginsNow = () => database().update(meeting).set({ startsAt: new Date() }).where(eq(meeting.id, id));

test('one item is under way at a time, and its time counts from the same moment for all', async () => {
  const [a, b] = await agenda();
  await meetings.plan(cast.emmy, a!.id, 20);
  await expect(meetings.begin(cast.emmy, a!.id)).rejects.toThrow(Conflict);
  await beginsNow();
  await meetings.begin(cast.emmy, a!.id);
  expect((await agenda())[0]).toMatchObject({ minutes: 20, finishedAt: null });
  await Promise.all([meetings.begin(cast.emmy, b!.id), meetings.begin(cast.ada, a!.id)]);
  const underWay = async () => (await agenda()).filter((one) => one.startedAt && !one.finishedAt);
  expect(await underWay()).toHaveLength(1);
  await meetings.finish(cast.emmy, (await underWay())[0]!.id);
  expect(await underWay()).toEqual([]);
  await expect(meetings.begin(cast.kurt, a!.id)).rejects.toThrow(Forbidden);
  await expect(meetings.begin((await fullGroup()).emmy, a!.id)).rejects.toThrow(NotFound);
});

test('hands are up in the order in which they were raised', async () => {
  const up = async () => (await meetings.hands(cast.kurt, id)).map(({ name }) => name);
  await meetings.raiseHand(cast.emmy, id);
  await meetings.raiseHand(cast.ada, id);
  await meetings.raiseHand(cast.emmy, id);
  expect(await up()).toEqual(['Emmy', 'Ada']);
  await meetings.lowerHand(cast.ada, id, cast.emmy.accountId);
  await meetings.raiseHand(cast.emmy, id);
  expect(await up()).toEqual(['Ada', 'Emmy']);
  await expect(meetings.raiseHand(cast.kurt, id)).rejects.toThrow(Forbidden);
  await expect(meetings.raiseHand((await fullGroup()).emmy, id)).rejects.toThrow(NotFound);
});

test('what members want asked is listed, ticked off by any of them, and taken back by who wrote it', async () => {
  await meetings.ask(cast.emmy, id, 'Why does it generalise?');
  const [asked] = await meetings.questions(cast.kurt, id);
  expect(asked).toMatchObject({ text: 'Why does it generalise?', by: { name: 'Emmy' }, settledAt: null });
  await meetings.settleQuestion(cast.ada, id, asked!.id);
  expect((await meetings.questions(cast.kurt, id))[0]!.settledAt).not.toBeNull();
  await meetings.ask(cast.ada, id, 'Mine');
  const mine = (await meetings.questions(cast.kurt, id))[1]!;
  await expect(meetings.dropQuestion(cast.emmy, id, mine.id)).rejects.toThrow(Forbidden);
  await meetings.dropQuestion(cast.ada, id, mine.id);
  await meetings.dropQuestion(cast.grace, id, asked!.id);
  expect(await meetings.questions(cast.kurt, id)).toEqual([]);
  await expect(meetings.ask(cast.kurt, id, 'x')).rejects.toThrow(Forbidden);
  await expect(meetings.ask((await fullGroup()).emmy, id, 'x')).rejects.toThrow(NotFound);
});
