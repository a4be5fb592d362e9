import { and, eq, isNull, like } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { drawOrder } from '#meetings/rotation.ts';
import { meeting } from '#meetings/schema.ts';
import { database } from '#platform/database.server.ts';
import { mail } from '#platform/schema.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let cast: Awaited<ReturnType<typeof fullGroup>>;
beforeEach(async () => {
  cast = await fullGroup();
});

const day = 86_400_000;
const onDay = (days: number) => meetings.wallClock(new Date(Date.now() + days * day), cast.grace.timezone);
const arranged = async (days: number) =>
  (await meetings.arrange(cast.grace, { title: 'Extra', ...onDay(days), duration: 60, place: '' })).id;
/** A meeting with one paper. */
const planned = async (days: number, lead: Member | null = null) => {
  const id = await arranged(days);
  const { nominationId } = await queue.nominate(cast.emmy, await somePaper(`Paper ${id}`), '');
  await meetings.addToAgenda(cast.grace, id, nominationId);
  const item = (await meetings.view(cast.grace, id)).agenda[0]!.id;
  await meetings.setLead(cast.grace, item, lead?.accountId ?? null);
  return { id, item };
};
const leadOf = async (id: string) => (await meetings.view(cast.kurt, id)).agenda[0]!.lead?.name;
const there = (who: Member, meetingId: string) =>
  meetings.attend(cast.grace, meetingId, { accountId: who.accountId, there: true });
const expected = async (id: string, who: Member) =>
  (await meetings.expected(cast.kurt, id)).find(({ accountId }) => accountId === who.accountId);

test('the turn goes to who led least for the meetings they were at', async () => {
  for (const [days, lead] of [
    [-30, cast.ada],
    [-20, cast.grace],
    [-10, cast.ada]
  ] as const) {
    const { id } = await planned(days, lead);
    for (const one of [cast.ada, cast.grace, cast.emmy]) await there(one, id);
  }
  const next = await planned(5);
  expect(await meetings.nextInTurn(cast.kurt, next.id)).toBe('Emmy');
  await meetings.leadInTurn(cast.grace, next.item);
  expect(await leadOf(next.id)).toBe('Emmy');
  const later = await planned(12);
  await meetings.leadInTurn(cast.grace, later.item);
  expect(await leadOf(later.id)).toBe('Grace');
  await meetings.leadInTurn(cast.grace, later.item);
  expect(await leadOf(later.id)).toBe('Grace');
});

test('nobody leads who is away, said no, or may not lead', async () => {
  const { id, item } = await planned(5);
  const { date } = onDay(5);
  await meetings.goAway(cast.ada, { from: onDay(3).date, until: date });
  await meetings.answer(cast.emmy, id, 'no');
  for (let tries = 0; tries < 5; tries++) {
    await meetings.drawLead(cast.grace, item);
    expect(await leadOf(id)).toBe('Grace');
  }
  await meetings.goAway(cast.grace, { from: date, until: date });
  await expect(meetings.leadInTurn(cast.grace, item)).rejects.toThrow(Conflict);
  await expect(meetings.drawLead(cast.grace, item)).rejects.toThrow(Conflict);
  expect(await meetings.nextInTurn(cast.kurt, id)).toBeNull();
  const [mine] = (await meetings.absences(cast.kurt)).filter(({ name }) => name === 'Ada');
  await expect(meetings.comeBack(cast.emmy, mine!.id)).rejects.toThrow(NotFound);
  await meetings.comeBack(cast.ada, mine!.id);
  expect(await meetings.nextInTurn(cast.kurt, id)).toBe('Ada');
});

test('days that are over are nobody’s to be away on or to take off', async () => {
  const past = { from: '2020-02-01', until: '2020-02-03' };
  await expect(meetings.goAway(cast.emmy, past)).rejects.toThrow(/over already/);
  await expect(meetings.takeOff(cast.grace, { ...past, until: past.from, label: '' })).rejects.toThrow(
    /over already/
  );
});

test('a draw shows its seed and can be drawn again by anybody; choosing by hand forgets it', async () => {
  const { id, item } = await planned(5);
  await meetings.drawLead(cast.grace, item);
  const [drawn] = (await meetings.view(cast.kurt, id)).agenda;
  const among = drawn!.draw!.among.map(({ accountId }) => accountId);
  expect(drawn!.draw!.among.map(({ name }) => name).sort()).toEqual(['Ada', 'Emmy', 'Grace']);
  expect(drawOrder(drawn!.draw!.seed, among)[0]).toBe(drawn!.lead!.accountId);
  await meetings.setLead(cast.grace, item, cast.emmy.accountId);
  expect((await meetings.view(cast.kurt, id)).agenda[0]!.draw).toBeNull();
});

test('one says whether one comes until the meeting is over', async () => {
  const id = await arranged(3);
  await meetings.answer(cast.emmy, id, 'maybe');
  await meetings.answer(cast.emmy, id, 'yes');
  expect(await expected(id, cast.emmy)).toMatchObject({ answer: 'yes', isAway: false, attendedAt: null });
  expect(await expected(id, cast.kurt)).toBeUndefined();
  await expect(meetings.answer(cast.kurt, id, 'yes')).rejects.toThrow(Forbidden);
  await meetings.cancel(cast.grace, id);
  await expect(meetings.answer(cast.emmy, id, 'no')).rejects.toThrow(Conflict);
  const past = await arranged(-3);
  await expect(meetings.answer(cast.emmy, past, 'yes')).rejects.toThrow(Conflict);
});

test('attendance is taken once the doors are open: one’s own by anyone, others’ by organisers', async () => {
  const id = await arranged(3);
  const self = (who: Member, present = true) =>
    meetings.attend(who, id, { accountId: who.accountId, there: present });
  await expect(self(cast.emmy)).rejects.toThrow(Conflict);
  await database()
    .update(meeting)
    .set({ startsAt: new Date(Date.now() + 10 * 60_000) })
    .where(eq(meeting.id, id));
  await self(cast.emmy);
  const { attendedAt } = (await expected(id, cast.emmy))!;
  await self(cast.emmy);
  expect((await expected(id, cast.emmy))!.attendedAt).toEqual(attendedAt);
  await self(cast.emmy, false);
  expect((await expected(id, cast.emmy))!.attendedAt).toBeNull();
  await expect(
    meetings.attend(cast.emmy, id, { accountId: cast.ada.accountId, there: true })
  ).rejects.toThrow(Forbidden);
  await there(cast.kurt, id);
  expect(await expected(id, cast.kurt)).toMatchObject({ name: 'Kurt' });
  const stranger = (await fullGroup()).emmy;
  await expect(there(stranger, id)).rejects.toThrow(NotFound);
  await expect(meetings.answer(stranger, id, 'yes')).rejects.toThrow(NotFound);
});

test('who led and who came when stays told, also of people who left', async () => {
  const { id } = await planned(-3, cast.emmy);
  await there(cast.emmy, id);
  await there(cast.ada, id);
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, cast.emmy.membershipId));
  expect(await meetings.gatherings(cast.kurt)).toMatchObject({
    hasMore: false,
    gatherings: [{ id, led: ['Emmy'], came: ['Ada', 'Emmy'] }]
  });
  const turns = await meetings.turns(cast.kurt);
  expect(turns.map(({ name }) => name).sort()).toEqual(['Ada', 'Grace']);
  expect(turns.find(({ name }) => name === 'Ada')).toMatchObject({ there: 1, turns: 0 });
  expect((await meetings.expected(cast.kurt, id)).map(({ name }) => name)).toEqual(['Ada', 'Emmy', 'Grace']);
});

test('duties are taken on by one each, own ones are offered again, organisers relieve others', async () => {
  const id = await arranged(3);
  const dutyOf = async (name: string, at = id) =>
    (await meetings.duties(cast.kurt, at)).find((one) => one.name === name);
  await meetings.takeOn(cast.emmy, id, 'scribe');
  expect(await dutyOf('Scribe')).toMatchObject({ by: { name: 'Emmy' } });
  await expect(meetings.takeOn(cast.ada, id, 'Scribe')).rejects.toThrow(Conflict);
  await meetings.takeOn(cast.ada, id, 'Brings cake');
  await expect(meetings.layDown(cast.emmy, id, 'Brings cake')).rejects.toThrow(Forbidden);
  await meetings.layDown(cast.grace, id, 'Scribe');
  expect(await dutyOf('Scribe')).toEqual({ name: 'Scribe', by: null });
  expect(await dutyOf('Brings cake', await arranged(10))).toEqual({ name: 'Brings cake', by: null });
  await expect(meetings.takeOn(cast.kurt, id, 'Scribe')).rejects.toThrow(Forbidden);
  await expect(meetings.takeOn((await fullGroup()).emmy, id, 'Scribe')).rejects.toThrow(NotFound);
});

test('a swap happens only when the other accepts, and then on both sides at once', async () => {
  const [mine, theirs] = [await planned(3, cast.emmy), await planned(10, cast.ada)];
  await expect(meetings.askToSwap(cast.ada, mine.item, { itemId: theirs.item })).rejects.toThrow(Forbidden);
  await meetings.askToSwap(cast.emmy, mine.item, { itemId: theirs.item });
  await expect(meetings.askToSwap(cast.emmy, mine.item, { accountId: cast.grace.accountId })).rejects.toThrow(
    Conflict
  );
  expect([await leadOf(mine.id), await leadOf(theirs.id)]).toEqual(['Emmy', 'Ada']);
  const [asked] = await meetings.openSwaps(cast.ada);
  expect(asked).toMatchObject({ askedBy: { name: 'Emmy' }, askedOf: { name: 'Ada' } });
  expect(asked!.inReturn).not.toBeNull();
  await expect(meetings.acceptSwap(cast.emmy, asked!.id)).rejects.toThrow(NotFound);
  await expect(meetings.acceptSwap(cast.grace, asked!.id)).rejects.toThrow(NotFound);
  const tries = await Promise.allSettled([1, 2].map(() => meetings.acceptSwap(cast.ada, asked!.id)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect([await leadOf(mine.id), await leadOf(theirs.id)]).toEqual(['Ada', 'Emmy']);
  expect(await meetings.openSwaps(cast.ada)).toEqual([]);
});

test('who is given a lead or asked for one hears of it by mail, what was changed or withdrawn meanwhile is not told', async () => {
  const { id, item } = await planned(3, cast.emmy);
  const letters = async () =>
    (
      await database()
        .select()
        .from(mail)
        .where(and(isNull(mail.abandonedAt), like(mail.once, '%:%')))
    )
      .filter(({ once }) => /^(lead|swap):/.test(once!))
      .map(({ subject }) => subject.replace('Grokking club: ', ''))
      .sort();
  await database().delete(mail);
  await meetings.setLead(cast.grace, item, cast.ada.accountId);
  await meetings.setLead(cast.grace, item, cast.emmy.accountId);
  expect(await letters()).toEqual([expect.stringMatching(/^you lead “/)]);
  await meetings.handBack(cast.emmy, item);
  await meetings.volunteer(cast.emmy, item);
  expect(await letters()).toEqual([]);
  const ask = () => meetings.askToSwap(cast.emmy, item, { accountId: cast.ada.accountId });
  const open = async () => (await meetings.openSwaps(cast.ada))[0]!.id;
  await ask();
  await meetings.declineSwap(cast.emmy, await open());
  expect(await letters()).toEqual([]);
  await ask();
  expect(await letters()).toEqual([expect.stringMatching(/^Emmy asks you to lead “/)]);
  await meetings.acceptSwap(cast.ada, await open());
  expect(await letters()).toEqual([expect.stringMatching(/^Ada leads “/)]);
  await meetings.setLead(cast.grace, item, cast.emmy.accountId);
  expect(await letters()).toHaveLength(2);
  await meetings.cancel(cast.grace, id);
  expect(await letters()).toEqual([expect.stringMatching(/^Ada leads “/)]);
});

test('a lead can be handed over by consent, refused, withdrawn, and is void once it changed', async () => {
  const { id, item } = await planned(3, cast.emmy);
  const ask = () => meetings.askToSwap(cast.emmy, item, { accountId: cast.ada.accountId });
  const open = async () => (await meetings.openSwaps(cast.ada))[0]!.id;
  await ask();
  await meetings.declineSwap(cast.ada, await open());
  await ask();
  await meetings.declineSwap(cast.emmy, await open());
  await ask();
  const asked = await open();
  await meetings.setLead(cast.grace, item, cast.grace.accountId);
  expect(await meetings.openSwaps(cast.ada)).toEqual([]);
  await expect(meetings.acceptSwap(cast.ada, asked)).rejects.toThrow(Conflict);
  await meetings.setLead(cast.grace, item, cast.emmy.accountId);
  await meetings.acceptSwap(cast.ada, asked);
  expect(await leadOf(id)).toBe('Ada');
  expect(await meetings.ledByOthers(cast.emmy)).toMatchObject([{ itemId: item, name: 'Ada' }]);
});
