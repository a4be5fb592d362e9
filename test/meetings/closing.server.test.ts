import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import type { Member } from '#groups/groups.ts';
import type { Fate } from '#meetings/closing.ts';
import { meeting } from '#meetings/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

const day = 86_400_000;

let cast: Awaited<ReturnType<typeof fullGroup>>;
let id: string, next: string;
beforeEach(async () => {
  cast = await fullGroup();
  [id, next] = [await arranged('Now', day), await arranged('Later', 8 * day)];
  for (const title of ['A', 'B', 'C']) {
    const { nominationId } = await queue.nominate(cast.emmy, await somePaper(`${title} ${id}`), '');
    await meetings.addToAgenda(cast.grace, id, nominationId);
  }
});

async function arranged(title: string, ahead: number): Promise<string> {
  const { date, time } = meetings.wallClock(new Date(Date.now() + ahead), cast.grace.timezone);
  const form = { title, date, time, duration: 60, place: '' };
  return (await meetings.arrange(cast.grace, form)).id;
}

const begins = (which = id) =>
  database().update(meeting).set({ startsAt: new Date() }).where(eq(meeting.id, which));
const agenda = async (of = id) => (await meetings.view(cast.kurt, of)).agenda;
const titles = async (of = id) => (await agenda(of)).map(({ title }) => title[0]);
const waiting = async () => (await queue.waiting(cast.kurt)).map(({ title }) => title[0]);
const fates = async (...given: Fate[]) =>
  Object.fromEntries((await agenda()).map((item, index) => [item.id, given[index]!]));

test('a closing keeps what was discussed, takes the rest on or back to the queue, and says so', async () => {
  const [a, b] = await agenda();
  await meetings.setLead(cast.grace, b!.id, cast.ada.accountId);
  await meetings.plan(cast.emmy, b!.id, 25);
  await meetings.summarise(cast.emmy, b!.id, { text: 'It *works*.', basedOn: '' });
  await begins();
  await meetings.begin(cast.emmy, a!.id);
  await meetings.raiseHand(cast.emmy, id);
  await meetings.close(cast.emmy, id, await fates('discussed', 'next', 'queue'));

  const closed = await meetings.view(cast.kurt, id);
  expect(closed).toMatchObject({ isOver: true, closedBy: 'Emmy' });
  expect(closed.agenda).toHaveLength(1);
  expect(closed.agenda[0]!.finishedAt).toEqual(closed.closedAt);
  expect(await agenda(next)).toMatchObject([
    { title: b!.title, minutes: 25, lead: { name: 'Ada' }, summary: { text: 'It *works*.', by: 'Emmy' } }
  ]);
  expect(await waiting()).toEqual(['C']);
  expect(await meetings.carried(cast.kurt, id)).toMatchObject([
    { title: b!.title, to: { id: next } },
    { to: null }
  ]);
  expect(await meetings.hands(cast.kurt, id)).toEqual([]);
  expect((await meetings.archive(cast.kurt)).discussions.flatMap(({ papers }) => papers)).toHaveLength(1);
  expect((await meetings.next(cast.kurt))?.id).toBe(next);
  await expect(meetings.begin(cast.emmy, a!.id)).rejects.toThrow(Conflict);
});

test('a closing that is undone brings everything back as it was', async () => {
  await begins();
  const before = await agenda();
  await meetings.close(cast.emmy, id, await fates('queue', 'next', 'discussed'));
  await meetings.reopen(cast.ada, id);
  expect(await titles()).toEqual(['A', 'B', 'C']);
  expect((await agenda()).map(({ lead, minutes }) => ({ lead, minutes }))).toEqual(
    before.map(({ lead, minutes }) => ({ lead, minutes }))
  );
  expect(await titles(next)).toEqual([]);
  expect(await waiting()).toEqual([]);
  expect(await meetings.carried(cast.kurt, id)).toEqual([]);
  expect((await meetings.view(cast.kurt, id)).closedAt).toBeNull();
  await meetings.close(cast.emmy, id, await fates('discussed', 'discussed', 'discussed'));
});

test('a closing stands once something of it has gone on: put to the vote, chosen, or begun', async () => {
  await begins();
  const all = await agenda();
  await meetings.close(cast.emmy, id, await fates('queue', 'queue', 'next'));
  const nominationIds = (await queue.waiting(cast.kurt)).map((one) => one.id);
  const closesAt = new Date(Date.now() + day);
  const { id: ballotId } = await ballots.open(cast.grace, { title: '?', nominationIds, closesAt, quorum: 1 });
  await expect(meetings.reopen(cast.emmy, id)).rejects.toThrow(/The closing stands/);
  await meetings.closeBallot(cast.grace, ballotId);
  await begins(next);
  await meetings.begin(cast.emmy, all[2]!.id);
  await expect(meetings.reopen(cast.emmy, id)).rejects.toThrow(/The closing stands/);
  // Nothing of what failed was half done.
  expect(await titles()).toEqual([]);
  expect((await waiting()).toSorted()).toEqual(['A', 'B']);
});

test('a closing needs a fate for each item, a meeting that has begun, and happens once', async () => {
  const whole = await fates('discussed', 'discussed', 'discussed');
  await expect(meetings.close(cast.emmy, id, whole)).rejects.toThrow(/has not begun/);
  await begins();
  const { [Object.keys(whole)[0]!]: _, ...partly } = whole;
  await expect(meetings.close(cast.emmy, id, partly)).rejects.toThrow(Invalid);
  await expect(meetings.close(cast.kurt, id, whole)).rejects.toThrow(Forbidden);
  await expect(meetings.close((await fullGroup()).emmy, id, whole)).rejects.toThrow(NotFound);
  const tries = await Promise.allSettled([1, 2, 3].map(() => meetings.close(cast.emmy, id, whole)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('without a later meeting nothing can go on to one, and nothing is half closed', async () => {
  await begins();
  await meetings.cancel(cast.grace, next);
  await expect(meetings.close(cast.emmy, id, await fates('queue', 'next', 'discussed'))).rejects.toThrow(
    /No meeting is planned/
  );
  expect(await titles()).toEqual(['A', 'B', 'C']);
  expect(await waiting()).toEqual([]);
});

test('a summary is not written over what somebody else wrote meanwhile', async () => {
  const [a] = await agenda();
  await meetings.summarise(cast.emmy, a!.id, { text: 'First', basedOn: '' });
  await expect(meetings.summarise(cast.ada, a!.id, { text: 'Second', basedOn: '' })).rejects.toThrow(
    Conflict
  );
  const { at } = (await agenda())[0]!.summary!;
  await meetings.summarise(cast.ada, a!.id, { text: 'Both', basedOn: at.toISOString() });
  expect((await agenda())[0]!.summary).toMatchObject({ text: 'Both', by: 'Ada' });
  const of = ({ accountId: reader }: Member) => meetings.summariesOf({ id: reader }, a!.paperId);
  expect(await of(cast.kurt)).toMatchObject([{ text: 'Both', by: 'Ada', groupSlug: cast.ada.groupSlug }]);
  expect(await of((await fullGroup()).ada)).toEqual([]);
  await expect(meetings.summarise(cast.kurt, a!.id, { text: 'x', basedOn: '' })).rejects.toThrow(Forbidden);
  const other = (await fullGroup()).emmy;
  await expect(meetings.summarise(other, a!.id, { text: 'x', basedOn: '' })).rejects.toThrow(NotFound);
});

test('who has read what is on the agenda is seen by the group, and by nobody outside it', async () => {
  const [a, b] = await agenda();
  await meetings.setReading(cast.emmy, a!.id, 'read');
  await meetings.setReading(cast.kurt, a!.id, 'to-read');
  await meetings.setReading(cast.ada, b!.id, 'skimmed');
  await meetings.setReading(cast.ada, b!.id, null);
  const seen = await meetings.readersOf(cast.kurt, id);
  expect(seen.map(({ name, reading }) => `${name}: ${reading}`)).toEqual(['Emmy: read', 'Kurt: to-read']);
  const outsider = (await fullGroup()).emmy;
  await expect(meetings.readersOf(outsider, id)).rejects.toThrow(NotFound);
  await expect(meetings.setReading(outsider, a!.id, 'read')).rejects.toThrow(NotFound);
});

test('closing, opening again, taking off and taking back may all come at once: nobody waits for each other in a ring', async () => {
  const atOnce = async (...deeds: Promise<unknown>[]) => {
    for (const one of await Promise.allSettled(deeds))
      if (one.status === 'rejected' && !isRefusal(one.reason)) throw one.reason;
  };
  for (let round = 0; round < 10; round++) {
    const soon = await arranged('Soon', 600_000);
    const nominationIds = [];
    for (const title of ['D', 'E', 'F']) {
      const paperId = await somePaper(`${title} ${soon}`);
      nominationIds.push((await queue.nominate(cast.emmy, paperId, '')).nominationId);
    }
    const asked = { title: '?', nominationIds, closesAt: new Date(Date.now() + day), quorum: 1, seats: 2 };
    const { id: ballotId } = await ballots.open(cast.grace, asked);
    const marks = Object.fromEntries(nominationIds.map((one) => [one, 1]));
    await ballots.cast(cast.emmy, ballotId, marks);
    expect((await meetings.closeBallot(cast.grace, ballotId)).meetingId).toBe(soon);
    const items = await agenda(soon);
    const all = Object.fromEntries(items.map((item) => [item.id, 'queue' as const]));
    await atOnce(
      meetings.close(cast.emmy, soon, all),
      transaction((tx) => meetings.takeBack(tx, ballotId, new Date())),
      meetings.removeFromAgenda(cast.grace, items[1]!.id),
      meetings.begin(cast.emmy, items[0]!.id)
    );
    const [free] = await queue.waiting(cast.grace);
    await atOnce(meetings.reopen(cast.emmy, soon), meetings.addToAgenda(cast.grace, soon, free!.id));
    await meetings.cancel(cast.grace, soon);
    for (const { id } of await queue.waiting(cast.grace)) await queue.withdraw(cast.grace, id);
  }
});

const isRefusal = (reason: unknown) =>
  [Conflict, Forbidden, Invalid, NotFound].some((kind) => reason instanceof kind);
