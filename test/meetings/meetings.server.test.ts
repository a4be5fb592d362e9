import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import * as meetings from '#meetings/meetings.server.ts';
import type { Rhythm } from '#meetings/forms.ts';
import { meeting } from '#meetings/schema.ts';
import { database, driver } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let cast: Awaited<ReturnType<typeof fullGroup>>;
beforeEach(async () => {
  cast = await fullGroup();
});

const day = 86_400_000;
const proposed = async (title: string, by: Member = cast.emmy) =>
  (await queue.nominate(by, await somePaper(title), 'Worth it.')).nominationId;
const onDay = (days: number) => meetings.wallClock(new Date(Date.now() + days * day), cast.grace.timezone);
const arranged = async (days: number, title = 'Extra') =>
  (await meetings.arrange(cast.grace, { title, ...onDay(days), duration: 60, place: 'Room 4' })).id;
const weekly = (changes: Partial<Rhythm> = {}): Rhythm => ({
  title: 'Weekly',
  every: 'weekly',
  weekday: 'TH',
  startsOn: onDay(0).date,
  time: '18:00',
  duration: 90,
  place: 'Room 4',
  ...changes
});
const coming = async (member: Member = cast.kurt) => (await meetings.list(member)).coming;
const agenda = async (id: string) => (await meetings.view(cast.kurt, id)).agenda;
const accountOf = ({ accountId, name }: Member) => ({ id: accountId, name }) as Account;

test('setting the rhythm makes the next four meetings, at the group’s time', async () => {
  await meetings.setRhythm(cast.grace, weekly());
  const found = await coming();
  expect(found).toHaveLength(4);
  for (const { startsAt } of found) {
    expect(meetings.wallClock(startsAt, 'Europe/Berlin').time).toBe('18:00');
    expect(startsAt.getUTCDay()).toBe(4);
  }
  expect(found[0]).toMatchObject({ title: 'Weekly', durationMinutes: 90, place: 'Room 4', papers: [] });
  expect(await meetings.next(cast.kurt)).toEqual(found[0]);
  expect(await meetings.rhythm(cast.kurt)).toMatchObject({
    rrule: 'FREQ=WEEKLY;BYDAY=TH',
    timezone: 'Europe/Berlin'
  });
});

test('a new time moves the meetings of the same day, with what they have', async () => {
  await meetings.setRhythm(cast.grace, weekly());
  const before = await coming();
  await meetings.addToAgenda(cast.grace, before[1]!.id, await proposed('A'));
  await meetings.setRhythm(cast.ada, weekly({ time: '19:30', place: 'Library' }));
  const after = await coming();
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after[1]).toMatchObject({ papers: ['A'], place: 'Library' });
  expect(meetings.wallClock(after[1]!.startsAt, 'Europe/Berlin').time).toBe('19:30');
});

test('a new day calls the empty meetings off and keeps those with a paper', async () => {
  await meetings.setRhythm(cast.grace, weekly());
  const [, planned] = await coming();
  await meetings.addToAgenda(cast.grace, planned!.id, await proposed('A'));
  await meetings.setRhythm(cast.grace, weekly({ weekday: 'MO' }));
  const after = await coming();
  expect(after).toHaveLength(5);
  expect(after.filter(({ startsAt }) => startsAt.getUTCDay() === 4)).toMatchObject([{ id: planned!.id }]);
  expect(after.every(({ cancelledAt }) => cancelledAt === null)).toBe(true);
});

test('two who set the rhythm at once leave one rhythm', async () => {
  await Promise.all([
    meetings.setRhythm(cast.grace, weekly()),
    meetings.setRhythm(cast.ada, weekly()),
    meetings.setRhythm(cast.grace, weekly())
  ]);
  expect(await coming()).toHaveLength(4);
});

test('keeping the meetings made changes nothing twice, and adds as time goes on', async () => {
  await meetings.setRhythm(cast.grace, weekly());
  await Promise.all([meetings.keepOccurrencesMade(), meetings.keepOccurrencesMade()]);
  expect(await coming()).toHaveLength(4);
  await meetings.keepOccurrencesMade(new Date(Date.now() + 14 * day));
  expect(await coming()).toHaveLength(6);
});

test('a meeting that moved or was called off is not made again', async () => {
  await meetings.setRhythm(cast.grace, weekly());
  const [first, second] = await coming();
  await meetings.move(cast.grace, first!.id, { title: 'Later', ...onDay(40), duration: 30, place: '' });
  await meetings.cancel(cast.grace, second!.id);
  await meetings.keepOccurrencesMade();
  const found = await coming();
  expect(found).toHaveLength(4);
  expect(found.find(({ id }) => id === first!.id)).toMatchObject({ title: 'Later', durationMinutes: 30 });
  expect((await meetings.next(cast.kurt))!.id).not.toBe(second!.id);
});

test('a meeting to come does not move to where it would be over; one that was can be put right', async () => {
  const form = (days: number) => ({
    ...meetings.wallClock(new Date(Date.now() + days * 86_400_000), cast.grace.timezone),
    ...{ title: 'Extra', duration: 60, place: '' }
  });
  const { id } = await meetings.arrange(cast.grace, form(3));
  await expect(meetings.move(cast.grace, id, form(-3))).rejects.toThrow(Invalid);
  const was = await meetings.arrange(cast.grace, form(-3));
  await meetings.move(cast.grace, was.id, form(-2));
});

test('what is called off can be called back, and moves only while it takes place', async () => {
  const id = await arranged(3);
  await expect(meetings.revive(cast.grace, id)).rejects.toThrow(Conflict);
  await meetings.cancel(cast.grace, id);
  await expect(meetings.cancel(cast.grace, id)).rejects.toThrow(Conflict);
  const form = { title: 'x', ...onDay(4), duration: 30, place: '' };
  await expect(meetings.move(cast.grace, id, form)).rejects.toThrow(Conflict);
  expect(await meetings.next(cast.kurt)).toBeNull();
  await meetings.revive(cast.grace, id);
  expect(await meetings.next(cast.kurt)).toMatchObject({ id });
});

test('an organiser puts a waiting paper onto an agenda; taken off, it waits again', async () => {
  const id = await arranged(3);
  const nomination = await proposed('A');
  await meetings.addToAgenda(cast.grace, id, nomination);
  expect(await agenda(id)).toMatchObject([{ title: 'A', pitch: 'Worth it.', lead: { name: 'Emmy' } }]);
  expect(await queue.waiting(cast.emmy)).toEqual([]);
  await expect(meetings.addToAgenda(cast.grace, id, nomination)).rejects.toThrow(Conflict);
  const [item] = await agenda(id);
  await meetings.removeFromAgenda(cast.grace, item!.id);
  expect(await agenda(id)).toEqual([]);
  expect(await queue.waiting(cast.emmy)).toMatchObject([{ id: nomination }]);
});

test('two who put the same paper onto two agendas at once put it onto one', async () => {
  const [one, other] = [await arranged(3), await arranged(4)];
  const nomination = await proposed('A');
  const tries = [one, other].map((id) => meetings.addToAgenda(cast.grace, id, nomination));
  const results = await Promise.allSettled(tries);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect([...(await agenda(one)), ...(await agenda(other))]).toHaveLength(1);
});

test('a paper proposed anew while it was on an agenda waits once when it is taken off', async () => {
  const id = await arranged(3);
  const first = await proposed('A');
  await meetings.addToAgenda(cast.grace, id, first);
  const [item] = await agenda(id);
  const { nominationId } = await queue.nominate(cast.ada, item!.paperId, 'again');
  await meetings.removeFromAgenda(cast.grace, item!.id);
  expect(await queue.waiting(cast.emmy)).toMatchObject([{ id: nominationId }]);
});

test('members offer to lead and hand back; organisers say who leads', async () => {
  const id = await arranged(3);
  await meetings.addToAgenda(cast.grace, id, await proposed('A'));
  const lead = async () => (await agenda(id))[0]!.lead?.name;
  const item = (await agenda(id))[0]!.id;
  await expect(meetings.volunteer(cast.ada, item)).rejects.toThrow(Conflict);
  await expect(meetings.handBack(cast.ada, item)).rejects.toThrow(Forbidden);
  await meetings.handBack(cast.emmy, item);
  expect(await lead()).toBeUndefined();
  const offers = await Promise.allSettled([cast.ada, cast.emmy].map((one) => meetings.volunteer(one, item)));
  expect(offers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await meetings.setLead(cast.grace, item, cast.ada.accountId);
  expect(await lead()).toBe('Ada');
  await expect(meetings.setLead(cast.grace, item, cast.kurt.accountId)).rejects.toThrow(Invalid);
  await expect(meetings.setLead(cast.grace, item, (await fullGroup()).ada.accountId)).rejects.toThrow(
    Invalid
  );
  await meetings.setLead(cast.grace, item, null);
  expect(await lead()).toBeUndefined();
});

test('guests read meetings and change nothing; members lead and arrange nothing', async () => {
  const id = await arranged(3);
  await meetings.addToAgenda(cast.grace, id, await proposed('A'));
  const item = (await agenda(id))[0]!.id;
  const other = await proposed('B');
  const form = { title: 'x', ...onDay(4), duration: 30, place: '' };
  for (const one of [cast.kurt, cast.emmy]) {
    await expect(meetings.setRhythm(one, weekly())).rejects.toThrow(Forbidden);
    await expect(meetings.arrange(one, form)).rejects.toThrow(Forbidden);
    await expect(meetings.move(one, id, form)).rejects.toThrow(Forbidden);
    await expect(meetings.cancel(one, id)).rejects.toThrow(Forbidden);
    await expect(meetings.revive(one, id)).rejects.toThrow(Forbidden);
    await expect(meetings.addToAgenda(one, id, other)).rejects.toThrow(Forbidden);
    await expect(meetings.removeFromAgenda(one, item)).rejects.toThrow(Forbidden);
    await expect(meetings.setLead(one, item, null)).rejects.toThrow(Forbidden);
  }
  await expect(meetings.volunteer(cast.kurt, item)).rejects.toThrow(Forbidden);
  await expect(meetings.handBack(cast.kurt, item)).rejects.toThrow(Forbidden);
});

test('another group’s meetings do not exist', async () => {
  const id = await arranged(3);
  await meetings.addToAgenda(cast.grace, id, await proposed('A'));
  const item = (await agenda(id))[0]!.id;
  const { grace: stranger } = await fullGroup();
  const form = { title: 'x', ...onDay(4), duration: 30, place: '' };
  await expect(meetings.view(stranger, id)).rejects.toThrow(NotFound);
  await expect(meetings.move(stranger, id, form)).rejects.toThrow(NotFound);
  await expect(meetings.cancel(stranger, id)).rejects.toThrow(NotFound);
  await expect(meetings.removeFromAgenda(stranger, item)).rejects.toThrow(NotFound);
  await expect(meetings.volunteer(stranger, item)).rejects.toThrow(NotFound);
  const mine = await arranged(5);
  await expect(meetings.addToAgenda(stranger, mine, await proposed('C'))).rejects.toThrow(Conflict);
  expect(await meetings.list(stranger)).toEqual({ coming: [], past: [] });
  expect((await meetings.archive(stranger)).discussions).toEqual([]);
});

test('what was discussed when, and what is to be, is told to people of the group', async () => {
  const [past, future, off] = [await arranged(-7, 'Past'), await arranged(7), await arranged(-3)];
  const nominations = [
    await proposed('100% sparse_attention'),
    await proposed('Dense'),
    await proposed('Off')
  ];
  await meetings.addToAgenda(cast.grace, past, nominations[0]!);
  await meetings.addToAgenda(cast.grace, future, nominations[1]!);
  await meetings.addToAgenda(cast.grace, off, nominations[2]!);
  await meetings.cancel(cast.grace, off);
  const papers = [...(await agenda(past)), ...(await agenda(future)), ...(await agenda(off))];
  const ids = papers.map(({ paperId }) => paperId);
  const found = await meetings.discussed(accountOf(cast.kurt), ids);
  expect([...found.keys()].toSorted()).toEqual([ids[0], ids[1]].toSorted());
  expect(found.get(ids[0]!)).toMatchObject([{ groupSlug: cast.group.slug, meetingId: past }]);
  expect((await meetings.discussed(accountOf((await fullGroup()).ada), ids)).size).toBe(0);
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, cast.kurt.membershipId));
  expect((await meetings.discussed(accountOf(cast.kurt), ids)).size).toBe(0);

  expect((await meetings.archive(cast.ada)).discussions).toMatchObject([
    { id: past, title: 'Past', papers: [{ title: '100% sparse_attention', lead: 'Emmy' }] }
  ]);
  const titled = async (words: string) => (await meetings.archive(cast.ada, { words })).discussions.length;
  expect(await titled('SPARSE_')).toBe(1);
  expect(await titled('100%')).toBe(1);
  expect(await titled('e%e')).toBe(0);
  expect(await titled('s_arse')).toBe(0);
  expect(await titled('\\')).toBe(0);
});

test('the archive is searched by words, person and days, and a title finds what the group knows', async () => {
  const held = async (daysAgo: number, title: string, by: Member) => {
    const id = await arranged(-daysAgo, `Meeting ${daysAgo}`);
    await meetings.addToAgenda(cast.grace, id, await proposed(title, by));
    return { id, day: onDay(-daysAgo).date };
  };
  const old = await held(60, 'Grokking modular arithmetic', cast.emmy);
  const late = await held(20, 'Sparse autoencoders', cast.ada);
  const found = async (sought: Parameters<typeof meetings.archive>[1]) =>
    (await meetings.archive(cast.kurt, sought)).discussions.map(({ id }) => id);
  expect(await found({})).toEqual([late.id, old.id]);
  expect(await found({ words: 'arithmetic grok' })).toEqual([old.id]);
  expect(await found({ words: 'in the notes', alsoMeetings: [late.id] })).toEqual([late.id]);
  expect(await found({ person: cast.emmy.accountId })).toEqual([old.id]);
  expect(await found({ from: old.day, until: old.day })).toEqual([old.id]);
  expect(await found({ from: late.day })).toEqual([late.id]);
  expect(await found({ person: cast.emmy.accountId, from: late.day })).toEqual([]);
  await meetings.attend(cast.emmy, late.id, { accountId: cast.emmy.accountId, there: true });
  expect(await found({ person: cast.emmy.accountId })).toEqual([late.id, old.id]);
  expect((await meetings.peopleInArchive(cast.kurt)).map(({ name }) => name)).toEqual(['Ada', 'Emmy']);
  expect(await meetings.papersCalled(cast.kurt, 'groking modular aritmetic')).toMatchObject([
    { title: 'Grokking modular arithmetic' }
  ]);
  expect(await meetings.papersCalled((await fullGroup()).ada, 'Grokking modular arithmetic')).toEqual([]);
});

test('the archive turns its pages', async () => {
  const nominations = await Promise.all(Array.from({ length: 31 }, (_, index) => proposed(`Paper ${index}`)));
  for (const [index, nomination] of nominations.entries())
    await meetings.addToAgenda(cast.grace, await arranged(-1 - index), nomination);
  const first = await meetings.archive(cast.kurt);
  expect(first).toMatchObject({ hasMore: true });
  expect(first.discussions).toHaveLength(30);
  const second = await meetings.archive(cast.kurt, { page: 2 });
  expect(second).toMatchObject({ hasMore: false });
  expect(second.discussions).toMatchObject([{ papers: [{ title: 'Paper 30' }] }]);
});

test('a meeting is over at its end, not at its beginning', async () => {
  const id = await arranged(3);
  const startsIn = (minutes: number) =>
    database()
      .update(meeting)
      .set({ startsAt: new Date(Date.now() + minutes * 60_000) })
      .where(eq(meeting.id, id));
  await startsIn(-59);
  expect(await meetings.next(cast.kurt)).toMatchObject({ id });
  expect(await meetings.view(cast.kurt, id)).toMatchObject({ isOver: false });
  await startsIn(-61);
  expect(await meetings.list(cast.kurt)).toMatchObject({ coming: [], past: [{ id }] });
  expect(await meetings.view(cast.kurt, id)).toMatchObject({ isOver: true });
});

test('a change wakes the group, in the transaction that makes it', async () => {
  const heard: string[] = [];
  const { unlisten } = await driver().listen('colloquy', (payload) => {
    if (payload.includes(cast.group.id)) heard.push((JSON.parse(payload) as { kind: string }).kind);
  });
  const id = await arranged(3);
  await expect(meetings.revive(cast.grace, id)).rejects.toThrow(Conflict);
  await meetings.cancel(cast.grace, id);
  await expect.poll(() => heard).toEqual(['meetings', 'meetings']);
  await unlisten();
});

const takenOff = (from: string, until = from, label = '') =>
  meetings.takeOff(cast.grace, { from, until, label });
const dayOf = ({ startsAt }: { startsAt: Date }) => meetings.wallClock(startsAt, cast.grace.timezone).date;
const taking = async () => (await coming()).filter(({ cancelledAt }) => !cancelledAt);

test('a pause calls off what is to come and makes nothing more; going on brings the same meetings back', async () => {
  await meetings.setRhythm(cast.grace, weekly());
  const before = await coming();
  await meetings.cancel(cast.grace, before[3]!.id);
  await meetings.pause(cast.grace);
  await expect(meetings.pause(cast.grace)).rejects.toThrow(Conflict);
  await meetings.keepOccurrencesMade(new Date(Date.now() + 30 * day));
  expect(await taking()).toEqual([]);
  expect((await coming()).map(({ cancelledFor }) => cancelledFor)).toEqual(['pause', 'pause', 'pause', null]);
  await meetings.resume(cast.grace);
  await expect(meetings.resume(cast.grace)).rejects.toThrow(Conflict);
  expect((await taking()).map(({ id }) => id)).toEqual(before.slice(0, 3).map(({ id }) => id));
});

test('a day off calls its meeting off, the next one is made instead, and giving it back restores all', async () => {
  await meetings.setRhythm(cast.grace, weekly());
  const before = await coming();
  const second = dayOf(before[1]!);
  await takenOff(second, second, 'Thanksgiving');
  expect((await coming())[1]).toMatchObject({ id: before[1]!.id, cancelledFor: 'holiday' });
  expect(await taking()).toHaveLength(4);
  const [off] = await meetings.holidays(cast.kurt);
  expect(off).toMatchObject({ fromOn: second, untilOn: second, label: 'Thanksgiving' });
  await meetings.giveBack(cast.grace, off!.id);
  expect((await taking()).slice(0, 4).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  await expect(meetings.giveBack(cast.grace, off!.id)).rejects.toThrow(NotFound);
});

test('days off hold for a rhythm set later, within a pause, and where two of them overlap', async () => {
  const [from, until] = [onDay(7).date, onDay(21).date];
  await takenOff(from, until, 'Summer');
  await meetings.setRhythm(cast.grace, weekly());
  expect((await coming()).filter((one) => dayOf(one) >= from && dayOf(one) <= until)).toEqual([]);
  expect(await taking()).toHaveLength(4);
  const [first] = await taking();
  await takenOff(dayOf(first!));
  await takenOff(onDay(0).date, from);
  await meetings.pause(cast.grace);
  for (const { id, fromOn, untilOn } of await meetings.holidays(cast.grace))
    if (fromOn === dayOf(first!) && untilOn === fromOn) await meetings.giveBack(cast.grace, id);
  expect(await taking()).toEqual([]);
  await meetings.resume(cast.grace);
  expect((await taking()).some((one) => dayOf(one) <= until)).toBe(false);
});

test('a meeting called back by hand on a day off stays, whatever else is taken off', async () => {
  await meetings.setRhythm(cast.grace, weekly());
  const [first, second] = await coming();
  await takenOff(dayOf(first!));
  await meetings.revive(cast.grace, first!.id);
  await takenOff(dayOf(second!));
  expect((await taking()).map(({ id }) => id)).toContain(first!.id);
});

test('a new rhythm takes up meetings that a pause had called off', async () => {
  await meetings.setRhythm(cast.grace, weekly());
  const before = await coming();
  await meetings.pause(cast.grace);
  await meetings.setRhythm(cast.grace, weekly({ time: '19:00' }));
  expect((await taking()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('every other week counts from the first meeting, also when the rhythm is set again', async () => {
  const from = onDay(1).date;
  await meetings.setRhythm(cast.grace, weekly({ every: 'fortnightly', startsOn: from }));
  const before = await coming();
  expect(before[1]!.startsAt.getTime() - before[0]!.startsAt.getTime()).toBeGreaterThan(13 * day);
  expect(dayOf(before[0]!) >= from && before[0]!.startsAt.getTime() < Date.now() + 9 * day).toBe(true);
  const { nextOn } = (await meetings.rhythm(cast.grace))!;
  expect(nextOn).toBe(dayOf(before[0]!));
  await meetings.setRhythm(cast.grace, weekly({ every: 'fortnightly', startsOn: nextOn!, time: '19:00' }));
  expect((await taking()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('only organisers pause and take days off, and only in their own group', async () => {
  await meetings.setRhythm(cast.grace, weekly());
  await takenOff(onDay(3).date);
  const [off] = await meetings.holidays(cast.grace);
  const form = { from: onDay(4).date, until: onDay(4).date, label: '' };
  for (const one of [cast.kurt, cast.emmy]) {
    await expect(meetings.pause(one)).rejects.toThrow(Forbidden);
    await expect(meetings.resume(one)).rejects.toThrow(Forbidden);
    await expect(meetings.takeOff(one, form)).rejects.toThrow(Forbidden);
    await expect(meetings.giveBack(one, off!.id)).rejects.toThrow(Forbidden);
  }
  const { grace: stranger } = await fullGroup();
  await expect(meetings.giveBack(stranger, off!.id)).rejects.toThrow(NotFound);
  expect(await meetings.holidays(stranger)).toEqual([]);
});
