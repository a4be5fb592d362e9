import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { beforeEach, expect, test } from 'vitest';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { database } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, memberOf, somePaper } from '../support/factories.ts';

useDatabase();

let cast: Awaited<ReturnType<typeof fullGroup>>;
beforeEach(async () => {
  cast = await fullGroup();
});

const day = 86_400_000;
const origin = 'https://reading.example.org';
const form = (days: number, changes: { place?: string; title?: string } = {}) => ({
  title: 'Extra',
  duration: 60,
  place: '',
  ...meetings.wallClock(new Date(Date.now() + days * day), cast.grace.timezone),
  ...changes
});
const arranged = async (days: number, by: Member = cast.grace) => (await meetings.arrange(by, form(days))).id;
const eventsAt = async (key: string) => {
  const calendar = new ICAL.Component(ICAL.parse(await meetings.calendarAt(key, origin)) as never);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
};
const sharedKey = async () => {
  await meetings.openGroupCalendar(cast.grace);
  return (await meetings.groupCalendar(cast.kurt))!;
};
const ownKey = async ({ accountId }: Member) => {
  await meetings.openOwnCalendar({ id: accountId });
  return (await meetings.ownCalendar({ id: accountId }))!;
};

test('a group’s calendar has its meetings at an address that stays until it is taken back', async () => {
  const id = await arranged(3);
  const { nominationId } = await queue.nominate(cast.emmy, await somePaper('Attention, please'), '');
  await meetings.addToAgenda(cast.grace, id, nominationId);
  const key = await sharedKey();
  expect(await sharedKey()).toBe(key);
  const [event, ...more] = await eventsAt(key);
  expect(more).toEqual([]);
  expect(event).toMatchObject({ uid: `${id}@colloquy`, sequence: 0 });
  expect(event!.description).toContain('Attention, please');
  await meetings.closeGroupCalendar(cast.grace);
  await expect(meetings.calendarAt(key, origin)).rejects.toThrow(NotFound);
  expect(await sharedKey()).not.toBe(key);
  await expect(meetings.openGroupCalendar(cast.emmy)).rejects.toThrow(Forbidden);
  await expect(meetings.closeGroupCalendar(cast.emmy)).rejects.toThrow(Forbidden);
});

test('the sequence rises with each change of time, place, title or cancellation, and with nothing else', async () => {
  const id = await arranged(3);
  const key = await sharedKey();
  const now = async () => (await eventsAt(key))[0]!;
  await meetings.move(cast.grace, id, form(4));
  expect((await now()).sequence).toBe(1);
  await meetings.move(cast.grace, id, form(4, { place: 'Library' }));
  expect((await now()).sequence).toBe(2);
  await meetings.move(cast.grace, id, form(4, { place: 'Library' }));
  const { nominationId } = await queue.nominate(cast.emmy, await somePaper('A'), '');
  await meetings.addToAgenda(cast.grace, id, nominationId);
  await meetings.answer(cast.emmy, id, 'yes');
  expect((await now()).sequence).toBe(2);
  await meetings.cancel(cast.grace, id);
  expect((await now()).sequence).toBe(3);
  expect((await now()).component.getFirstPropertyValue('status')).toBe('CANCELLED');
  await meetings.revive(cast.grace, id);
  expect(await now()).toMatchObject({ sequence: 4, uid: `${id}@colloquy` });
});

test('a rhythm raises the sequence of the meetings it changes, and leaves the others alone', async () => {
  const rhythm = {
    ...form(0),
    every: 'weekly',
    weekday: 'TH',
    startsOn: form(0).date,
    time: '18:00'
  } as const;
  await meetings.setRhythm(cast.grace, rhythm);
  const key = await sharedKey();
  const sequences = async () => (await eventsAt(key)).map(({ sequence }) => sequence);
  expect(await sequences()).toEqual([0, 0, 0, 0]);
  await meetings.setRhythm(cast.grace, rhythm);
  expect(await sequences()).toEqual([0, 0, 0, 0]);
  await meetings.setRhythm(cast.grace, { ...rhythm, time: '19:00' });
  expect(await sequences()).toEqual([1, 1, 1, 1]);
  await meetings.pause(cast.grace);
  await meetings.setRhythm(cast.grace, { ...rhythm, time: '19:00' });
  expect(await sequences()).toEqual([3, 3, 3, 3]);
});

test('one’s own calendar has the meetings of all one’s groups, as long as one belongs to them', async () => {
  const other = await fullGroup();
  const joined = await memberOf(other.group, 'Emmy', 'member');
  await database()
    .update(membership)
    .set({ accountId: cast.emmy.accountId })
    .where(eq(membership.id, joined.membershipId));
  const [mine, theirs] = [await arranged(3), await arranged(4, other.grace)];
  const key = await ownKey(cast.emmy);
  const ids = async () => (await eventsAt(key)).map(({ uid }) => uid.split('@')[0]);
  expect(await ids()).toEqual([mine, theirs]);
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, cast.emmy.membershipId));
  expect(await ids()).toEqual([theirs]);
  await meetings.closeOwnCalendar({ id: cast.emmy.accountId });
  await expect(meetings.calendarAt(key, origin)).rejects.toThrow(NotFound);
  await expect(meetings.calendarAt('', origin)).rejects.toThrow(NotFound);
});

test('a feed leaves out what is long past', async () => {
  await arranged(-100);
  const recent = await arranged(-10);
  expect((await eventsAt(await sharedKey())).map(({ uid }) => uid)).toEqual([`${recent}@colloquy`]);
});

test('one meeting can be put into a calendar, which knows it for the one of the feeds; outsiders get none', async () => {
  const id = await arranged(3);
  await meetings.move(cast.grace, id, { ...form(4), place: 'Room 2' });
  const read = new ICAL.Component(ICAL.parse(await meetings.eventFile(cast.kurt, id, origin)) as never);
  const [event] = read.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(event).toMatchObject({ uid: `${id}@colloquy`, sequence: 1, location: 'Room 2' });
  await expect(meetings.eventFile((await fullGroup()).ada, id, origin)).rejects.toThrow(NotFound);
});
