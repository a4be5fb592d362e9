import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import { ballot } from '#ballots/schema.ts';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import { database, driver } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Forbidden, Invalid, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let cast: Awaited<ReturnType<typeof fullGroup>>;
let a: string, b: string;
beforeEach(async () => {
  cast = await fullGroup();
  [a, b] = [await proposed('A'), await proposed('B', cast.ada)];
});

const hour = 3_600_000;
const day = 24 * hour;
const proposed = async (title: string, by: Member = cast.emmy) =>
  (await queue.nominate(by, await somePaper(title), '')).nominationId;
const inDays = (days: number) => new Date(Date.now() + days * day);
const arranged = async (days: number, title = 'Meeting') => {
  const { date, time } = meetings.wallClock(inDays(days), cast.grace.timezone);
  return (await meetings.arrange(cast.grace, { title, date, time, duration: 60, place: '' })).id;
};
const asked = (closesAt = inDays(1), quorum = 1) =>
  meetings.askGroup(cast.grace, { title: 'What next?', nominationIds: [a, b], closesAt, quorum });
const agenda = async (meetingId: string) => (await meetings.view(cast.kurt, meetingId)).agenda;
const overdue = (id: string) =>
  database()
    .update(ballot)
    .set({ closesAt: new Date(Date.now() - 1000) })
    .where(eq(ballot.id, id));
const requested = async (name: string, key: string) =>
  (await driver()`select 1 from pgboss.job where name = ${name} and singleton_key = ${key}`).length;

test('asking the group opens a ballot for the next meeting, and its deadline is asked for', async () => {
  const later = await arranged(14);
  const soon = await arranged(7);
  const { id, meetingId } = await asked();
  expect(meetingId).toBe(soon);
  expect((await meetings.view(cast.emmy, soon)).ballot).toMatchObject({ id, voted: 0, mine: false });
  expect((await meetings.view(cast.emmy, later)).ballot).toBeNull();
  expect(await requested('ballot.close', id)).toBe(1);
});

test('a ballot decides for the first meeting after its closing that has none', async () => {
  const [first, second, third] = [await arranged(2), await arranged(9), await arranged(16)];
  expect((await asked(inDays(3))).meetingId).toBe(second);
  expect((await asked(inDays(1))).meetingId).toBe(first);
  expect((await asked(inDays(1))).meetingId).toBe(third);
  expect((await asked(inDays(1))).meetingId).toBeNull();
});

test('a question that cannot be asked leaves nothing behind', async () => {
  const id = await arranged(7);
  await expect(asked(new Date(0))).rejects.toThrow(Invalid);
  await expect(asked(inDays(1), 9)).rejects.toThrow(Invalid);
  expect((await meetings.view(cast.emmy, id)).ballot).toBeNull();
  expect(await ballots.list(cast.emmy)).toEqual([]);
});

test('the winner goes onto the agenda, led by who proposed it, out of the queue; its note is asked for', async () => {
  const meetingId = await arranged(7);
  const { id } = await asked();
  await ballots.cast(cast.emmy, id, [b]);
  const closing = await meetings.closeBallot(cast.grace, id);
  expect(closing).toMatchObject({ meetingId, already: false, result: { winners: [b] } });
  expect(await agenda(meetingId)).toMatchObject([{ title: 'B', lead: { name: 'Ada' } }]);
  expect((await queue.waiting(cast.emmy)).map(({ id: one }) => one)).toEqual([a]);
  expect(await requested('note.prepare', meetingId)).toBe(1);
  expect(await meetings.takerOf(cast.kurt, closing.result)).toMatchObject({ id: meetingId });
  expect(await meetings.takerOf((await fullGroup()).ada, closing.result)).toBeNull();
});

test('who offers on the ballot to lead leads what it chose; an offer taken back there counts no more', async () => {
  const meetingId = await arranged(7);
  await queue.offerLead(cast.ada, a);
  const { id } = await asked();
  await ballots.offerToLead(cast.ada, id, a, false);
  await ballots.offerToLead(cast.grace, id, b, true);
  await ballots.cast(cast.emmy, id, [b]);
  await meetings.closeBallot(cast.grace, id);
  expect(await agenda(meetingId)).toMatchObject([{ title: 'B', lead: { name: 'Grace' } }]);
  await meetings.addToAgenda(cast.grace, meetingId, a);
  expect((await agenda(meetingId))[1]).toMatchObject({ title: 'A', lead: { name: 'Emmy' } });
});

test('an organiser, an owner and the deadline close at once: one agenda entry, the same result for all', async () => {
  const meetingId = await arranged(7);
  const { id } = await asked();
  await ballots.cast(cast.emmy, id, [a]);
  await overdue(id);
  const closings = await Promise.all([
    meetings.closeBallot(cast.grace, id),
    meetings.closeBallot(null, id),
    meetings.closeBallot(cast.ada, id),
    meetings.closeBallot(null, id)
  ]);
  expect(closings.filter(({ already }) => !already)).toHaveLength(1);
  for (const closing of closings) {
    expect(closing.result).toEqual(closings[0].result);
    expect(closing.meetingId).toBe(meetingId);
  }
  expect(await agenda(meetingId)).toHaveLength(1);
  expect(await requested('note.prepare', meetingId)).toBe(1);
});

test('the deadline closes what is due, once, and nothing else', async () => {
  const meetingId = await arranged(7);
  const due = await asked();
  const open = await asked();
  await ballots.cast(cast.emmy, due.id, [a]);
  await overdue(due.id);
  const close = meetings.jobs.find(({ name }) => name === 'ballot.close')!;
  await Promise.all([close.run({}), close.run({ ballotId: due.id })]);
  await close.run({});
  expect(await agenda(meetingId)).toHaveLength(1);
  expect((await ballots.view(cast.emmy, due.id)).closedAt).not.toBeNull();
  expect((await ballots.view(cast.emmy, open.id)).closedAt).toBeNull();
});

test('a closing that cannot finish is undone whole', async () => {
  const meetingId = await arranged(7);
  const { id } = await asked();
  await ballots.cast(cast.emmy, id, [a]);
  await driver()`alter table agenda_item add constraint refused check (position < 0) not valid`;
  await expect(meetings.closeBallot(cast.grace, id)).rejects.toThrow();
  await driver()`alter table agenda_item drop constraint refused`;
  expect((await ballots.view(cast.emmy, id)).closedAt).toBeNull();
  expect(await queue.waiting(cast.emmy)).toHaveLength(2);
  expect(await meetings.closeBallot(cast.grace, id)).toMatchObject({ meetingId, already: false });
});

test('when the meeting that asked is called off, the next one takes the winner', async () => {
  const [first, second] = [await arranged(7), await arranged(14)];
  const { id } = await asked();
  await meetings.cancel(cast.grace, first);
  await ballots.cast(cast.emmy, id, [a]);
  expect((await meetings.closeBallot(null, id)).meetingId).toBe(second);
  expect((await meetings.closeBallot(null, id)).meetingId).toBe(second);
});

test('a ballot that closes late still reaches the meeting under way', async () => {
  const [now, later] = [await arranged(7), await arranged(14)];
  const { id } = await asked();
  await ballots.cast(cast.emmy, id, [a]);
  await database()
    .update(meeting)
    .set({ startsAt: new Date(Date.now() - hour / 2) })
    .where(eq(meeting.id, now));
  expect((await meetings.closeBallot(null, id)).meetingId).toBe(now);
  expect(await agenda(later)).toEqual([]);
});

test('without a winner, or without a meeting to come, everything stays in the queue', async () => {
  const nobody = await asked();
  expect(await meetings.closeBallot(cast.grace, nobody.id)).toMatchObject({ meetingId: null });
  const alone = await asked();
  await ballots.cast(cast.emmy, alone.id, [a]);
  expect(await meetings.closeBallot(cast.grace, alone.id)).toMatchObject({
    meetingId: null,
    result: { winners: [a] }
  });
  expect(await queue.waiting(cast.emmy)).toHaveLength(2);
});

test('a meeting whose ballot chose nothing can be asked for again', async () => {
  const meetingId = await arranged(7);
  const first = await asked();
  await meetings.closeBallot(cast.grace, first.id);
  expect((await asked()).meetingId).toBe(meetingId);
});

test('who proposed it and left does not lead it', async () => {
  const meetingId = await arranged(7);
  const { id } = await asked();
  await ballots.cast(cast.ada, id, [a]);
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, cast.emmy.membershipId));
  await meetings.closeBallot(cast.grace, id);
  expect(await agenda(meetingId)).toMatchObject([{ title: 'A', lead: null }]);
});

test('only organisers ask and close, and only in their own group', async () => {
  const { id } = await asked();
  const opening = { title: 'x', nominationIds: [a, b], closesAt: inDays(1), quorum: 1 };
  for (const one of [cast.emmy, cast.kurt]) {
    await expect(meetings.askGroup(one, opening)).rejects.toThrow(Forbidden);
    await expect(meetings.closeBallot(one, id)).rejects.toThrow(Forbidden);
  }
  const other = await fullGroup();
  await expect(meetings.closeBallot(other.grace, id)).rejects.toThrow(NotFound);
  expect((await ballots.view(cast.emmy, id)).closedAt).toBeNull();
  expect(await database().select().from(agendaItem).where(eq(agendaItem.nominationId, a))).toEqual([]);
});
