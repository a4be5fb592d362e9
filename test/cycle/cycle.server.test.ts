import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import { ballot } from '#ballots/schema.ts';
import * as cycle from '#cycle/cycle.server.ts';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { usualCycle, type Cycle, type Rhythm, type StepKind } from '#meetings/meetings.ts';
import { meeting, step } from '#meetings/schema.ts';
import * as notes from '#notes/notes.server.ts';
import { note, noteHead } from '#notes/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import { mail } from '#platform/schema.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let cast: Awaited<ReturnType<typeof fullGroup>>;
/** The first meeting, which begins in about ten days: nothing of it is due. */
let id: string;
beforeEach(async () => {
  await database().execute(sql`truncate meeting, mail cascade`);
  cast = await fullGroup();
  for (const title of ['A', 'B', 'C']) await proposed(title);
  await rhythmIn(10);
  await meetings.setCycle(cast.grace, usualCycle);
  id = (await meetings.next(cast.grace))!.id;
});

const hour = 3_600_000;
const day = 24 * hour;
const proposed = async (title: string, by: Member = cast.emmy) =>
  (await queue.nominate(by, await somePaper(title), '')).nominationId;
const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const rhythmFrom = (days: number, time = '18:00'): Rhythm => {
  const { date } = meetings.wallClock(new Date(Date.now() + days * day), cast.grace.timezone);
  const weekday = weekdayNames[new Date(`${date}T00:00Z`).getUTCDay()]!;
  return { title: 'Weekly', every: 'weekly', weekday, startsOn: date, time, duration: 60, place: '' };
};
const rhythmIn = (days: number, time?: string) => meetings.setRhythm(cast.grace, rhythmFrom(days, time));
const steps = async (meetingId = id) =>
  (await meetings.week(cast.kurt)).meetings.find((one) => one.id === meetingId)!.steps;
const stepOf = async (kind: StepKind, meetingId = id) =>
  (await steps(meetingId)).findLast((one) => one.kind === kind);
const all = (kind: StepKind) =>
  database()
    .select()
    .from(step)
    .where(and(eq(step.meetingId, id), eq(step.kind, kind)));
const at = async (kind: StepKind) => (await stepOf(kind))!.dueAt;
const later = (from: Date, by: number) => new Date(from.getTime() + by);
/** As if so much time had gone by: the meeting, its steps and its ballot are nearer by it. */
const goBy = async (milliseconds: number) => {
  const by = sql`make_interval(secs => ${milliseconds / 1000})`;
  await database()
    .update(ballot)
    .set({ closesAt: sql`${ballot.closesAt} - ${by}` })
    .where(eq(ballot.groupId, cast.group.id));
  await database()
    .update(meeting)
    .set({ startsAt: sql`${meeting.startsAt} - ${by}`, createdAt: sql`${meeting.createdAt} - ${by}` })
    .where(eq(meeting.id, id));
  await database()
    .update(step)
    .set({ dueAt: sql`${step.dueAt} - ${by}` })
    .where(eq(step.meetingId, id));
};
const until = async (kind: StepKind) => goBy((await at(kind)).getTime() - Date.now() + 1000);
const run = () => cycle.jobs[0]!.run({});
const letters = () => database().select().from(mail).orderBy(mail.once);
const agenda = async () => (await meetings.view(cast.kurt, id)).agenda.map(({ title }) => title);
const voteFor = async (title: string, by: Member) => {
  const { ballotId } = (await stepOf('open'))!;
  const { options } = await ballots.view(by, ballotId!);
  const chosen = options.find((one) => one.title === title)!;
  await ballots.cast(by, ballotId!, { [chosen.nominationId]: 1 });
};

const lockOf = async () => (await queue.queueView(cast.kurt)).lock;

test('a week runs by itself: locked, opened, reminded, closed, noted, reminded again, each once', async () => {
  await run();
  expect((await steps()).every(({ doneAt }) => doneAt === null)).toBe(true);

  await until('lock');
  await run();
  expect(await lockOf()).toMatchObject({ shortlisted: 3 });
  const late = await proposed('Late');

  await until('open');
  await run();
  const opened = (await stepOf('open'))!;
  const { options, closesAt, rules } = await ballots.view(cast.emmy, opened.ballotId!);
  expect(options.map(({ title }) => title).sort()).toEqual(['A', 'B', 'C']);
  expect(options.some(({ nominationId }) => nominationId === late)).toBe(false);
  expect([closesAt, rules]).toEqual([await at('close'), { method: 'approval' }]);
  expect(await lockOf()).toBeNull();

  await voteFor('B', cast.emmy);
  await until('nudge');
  await run();
  expect(await letters()).toHaveLength(2);

  await until('close');
  await run();
  expect(await agenda()).toEqual(['B']);
  await until('note');
  await run();
  expect(await notes.list(cast.kurt)).toHaveLength(1);
  await database().delete(mail);
  await until('remind');
  await run();
  await run();
  expect(await letters()).toHaveLength(3);
  const done = await steps();
  expect(done.map(({ kind }) => kind)).toEqual(['lock', 'open', 'nudge', 'close', 'note', 'remind']);
  expect(done.every(({ doneAt, doneBy, missedAt }) => doneAt && !doneBy && !missedAt)).toBe(true);
});

test('however many workers come at once, each step happens once', async () => {
  for (const kind of ['lock', 'open', 'nudge', 'close', 'note', 'remind'] as const) {
    await until(kind);
    await Promise.all([run(), run(), run(), run()]);
  }
  expect(await database().select().from(ballot).where(eq(ballot.groupId, cast.group.id))).toHaveLength(1);
  expect(await notes.list(cast.kurt)).toHaveLength(1);
  const once = (await letters()).map((one) => one.once!.split(':')[0]);
  expect(once.filter((name) => name === 'ballot.remind')).toHaveLength(3);
  expect(once.filter((name) => name === 'reminder')).toHaveLength(3);
  expect(await steps()).toHaveLength(6);
});

test('a clock that jumps forward and back does nothing twice', async () => {
  const opens = await at('open');
  await cycle.doDue(later(opens, 60_000));
  await cycle.doDue(later(opens, -3 * day));
  await cycle.doDue(later(opens, 60_000));
  expect(await database().select().from(ballot).where(eq(ballot.groupId, cast.group.id))).toHaveLength(1);
  await cycle.doDue(later(await at('remind'), 100 * day));
  await cycle.doDue(new Date());
  expect(await letters()).toEqual([]);
  expect((await steps()).map(({ kind, missed }) => [kind, missed])).toEqual([
    ['lock', null],
    ['open', null],
    ['nudge', 'too late'],
    ['close', null],
    ['note', 'too late'],
    ['remind', 'too late']
  ]);
});

test('after a night without power the ballot opens late; after two weeks nothing is sent about the past', async () => {
  await until('open');
  await goBy(9 * hour);
  await run();
  expect((await stepOf('open'))!.doneAt).not.toBeNull();
  expect((await stepOf('lock'))!.doneAt).not.toBeNull();

  await goBy(14 * day);
  await run();
  expect(await letters()).toEqual([]);
  const rows = await database().select().from(step).where(eq(step.meetingId, id));
  const missed = rows.filter((row) => row.missed === 'too late').map(({ kind }) => kind);
  expect(missed.sort()).toEqual(['note', 'nudge', 'remind']);
  const [closed] = await database().select().from(ballot).where(eq(ballot.groupId, cast.group.id));
  expect(closed!.closedAt).not.toBeNull();
});

test('a downtime over the whole of a meeting leaves no ballot and no letter, only the record of it', async () => {
  await goBy(20 * day);
  await run();
  await run();
  const rows = await database().select().from(step).where(eq(step.meetingId, id));
  expect(rows.map(({ kind, missed }) => [kind, missed]).sort()).toEqual([
    ['close', 'no ballot'],
    ['lock', 'too late'],
    ['note', 'too late'],
    ['nudge', 'too late'],
    ['open', 'too late'],
    ['remind', 'too late']
  ]);
  expect(await letters()).toEqual([]);
  expect(await ballots.list(cast.kurt)).toEqual([]);
});

test('one step that fails does not keep the others from happening, and is tried again', async () => {
  await until('lock');
  await database().execute(sql`
    create or replace function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$`);
  await database().execute(
    sql`create trigger refuse before insert on queue_lock for each row execute function refuse()`
  );
  const [next] = await database()
    .insert(step)
    .values({ id: 'another', meetingId: id, kind: 'note', dueAt: new Date(0) })
    .onConflictDoUpdate({
      target: [step.meetingId, step.kind],
      targetWhere: meetings.isPlanned,
      set: { dueAt: new Date(0) }
    })
    .returning({ id: step.id });
  await expect(run()).rejects.toThrow(AggregateError);
  expect((await steps()).find((one) => one.id === next!.id)!.doneAt).not.toBeNull();
  expect((await stepOf('lock'))!.doneAt).toBeNull();
  await database().execute(sql`drop trigger refuse on queue_lock`);
  await run();
  expect((await stepOf('lock'))!.doneAt).not.toBeNull();
});

test('with fewer than two proposals no ballot opens, and the page says why', async () => {
  for (const one of (await queue.waiting(cast.grace)).slice(1)) await queue.withdraw(cast.grace, one.id);
  await until('open');
  await run();
  expect(await stepOf('open')).toMatchObject({ doneAt: null, missed: 'too few' });
  expect(await lockOf()).toBeNull();
  expect(await ballots.list(cast.kurt)).toEqual([]);
});

test('what is on the shortlist of a locked queue stays there until it is unlocked', async () => {
  const [first] = await queue.waiting(cast.emmy);
  await cycle.doNow(cast.grace, id, 'lock');
  await expect(queue.withdraw(cast.emmy, first!.id)).rejects.toThrow(Conflict);
  const late = await proposed('Late');
  await queue.withdraw(cast.emmy, late);
  await cycle.undo(cast.grace, (await stepOf('lock'))!.id);
  await queue.withdraw(cast.emmy, first!.id);
  expect(await stepOf('lock')).toMatchObject({ undoneBy: 'Grace' });
  await until('lock');
  await run();
  expect(await lockOf()).toBeNull();
});

describe('by hand', () => {
  test('a step is done earlier, by whom is written down, and it does not happen again', async () => {
    await cycle.doNow(cast.grace, id, 'open');
    expect(await stepOf('open')).toMatchObject({ doneBy: 'Grace' });
    await expect(cycle.doNow(cast.grace, id, 'open')).rejects.toThrow(Conflict);
    await until('nudge');
    await run();
    expect(await all('open')).toHaveLength(1);
    expect(await database().select().from(ballot).where(eq(ballot.groupId, cast.group.id))).toHaveLength(1);
  });

  test('two who do it at once do it once', async () => {
    for (const kind of ['lock', 'open', 'nudge', 'note', 'remind'] as const) {
      const tries = await Promise.allSettled(
        [cast.grace, cast.ada, cast.grace].map((by) => cycle.doNow(by, id, kind))
      );
      expect([kind, tries.filter(({ status }) => status === 'fulfilled').length]).toEqual([kind, 1]);
      for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict);
      expect(await all(kind)).toHaveLength(1);
    }
  });

  test('the hand and the clock at the same moment do it once', async () => {
    await until('open');
    const [byHand] = await Promise.allSettled([cycle.doNow(cast.grace, id, 'open'), run(), run()]);
    expect(await all('open')).toHaveLength(1);
    const [row] = await all('open');
    expect(row!.doneBy === null).toBe(byHand.status === 'rejected');
    expect(await database().select().from(ballot).where(eq(ballot.groupId, cast.group.id))).toHaveLength(1);
  });

  test('a ballot opened by its own form keeps to its own times', async () => {
    const nominationIds = (await queue.waiting(cast.grace)).map((one) => one.id);
    const closesAt = later(new Date(), 2 * day);
    const asked = { title: 'Ours', nominationIds, closesAt, quorum: 1 };
    expect((await meetings.askGroup(cast.grace, asked)).meetingId).toBe(id);
    expect((await steps()).map(({ kind, doneBy }) => [kind, doneBy])).toEqual([
      ['open', 'Grace'],
      ['note', null],
      ['remind', null]
    ]);
    await goBy(5 * day);
    await run();
    expect((await ballots.list(cast.kurt)).map(({ title }) => title)).toEqual(['Ours']);
  });

  test('and is taken back on the page of the week like one that the week opened', async () => {
    const nominationIds = (await queue.waiting(cast.grace)).map((one) => one.id);
    const asked = { title: 'Ours', nominationIds, closesAt: later(new Date(), 2 * day), quorum: 1 };
    const { id: ballotId } = await meetings.askGroup(cast.grace, asked);
    const opened = (await stepOf('open'))!;
    expect(opened.ballotId).toBe(ballotId);
    await cycle.undo(cast.ada, opened.id);
    expect((await ballots.view(cast.kurt, ballotId)).withdrawnAt).not.toBeNull();
    expect(await stepOf('open')).toMatchObject({ undoneBy: 'Ada' });
    expect((await meetings.view(cast.kurt, id)).ballot).toBeNull();
    expect(await queue.waiting(cast.kurt)).toHaveLength(3);
    await cycle.doNow(cast.grace, id, 'open');
    expect((await steps()).map(({ kind }) => kind)).toContain('close');
  });

  test('how one votes on it is what the group set, or as usual where it never did', async () => {
    await meetings.setCycle(cast.grace, {
      ...usualCycle,
      ...{ method: 'dots', budget: 7, most: 3, seats: 2, quorum: 2 }
    });
    await cycle.doNow(cast.grace, id, 'open');
    const asked = async () => ballots.view(cast.emmy, (await meetings.view(cast.emmy, id)).ballot!.id);
    expect(await asked()).toMatchObject({
      rules: { method: 'dots', budget: 7, most: 3 },
      seats: 2,
      quorum: 2
    });
    await cycle.undo(cast.grace, (await stepOf('open'))!.id);
    const { budget: _, most: __, top: ___, ...before } = usualCycle;
    await meetings.setCycle(cast.grace, { ...before, method: 'score' });
    await cycle.doNow(cast.grace, id, 'open');
    expect((await asked()).rules).toEqual({ method: 'score', top: 5 });
  });

  test('only organisers do and undo; outsiders find nothing', async () => {
    await expect(cycle.doNow(cast.emmy, id, 'open')).rejects.toThrow(Forbidden);
    await expect(meetings.setCycle(cast.emmy, usualCycle)).rejects.toThrow(Forbidden);
    await expect(meetings.foreseen(cast.emmy, usualCycle)).rejects.toThrow(Forbidden);
    await cycle.doNow(cast.grace, id, 'open');
    const opened = (await stepOf('open'))!.id;
    await expect(cycle.undo(cast.emmy, opened)).rejects.toThrow(Forbidden);
    const elsewhere = await fullGroup();
    await expect(cycle.undo(elsewhere.grace, opened)).rejects.toThrow(NotFound);
    await expect(cycle.doNow(elsewhere.grace, id, 'note')).rejects.toThrow(NotFound);
  });
});

describe('undone', () => {
  test('an open ballot is withdrawn with its votes counted for nothing, and none opens by itself again', async () => {
    await until('open');
    await run();
    await voteFor('A', cast.emmy);
    const { id: opened, ballotId } = (await stepOf('open'))!;
    await cycle.undo(cast.grace, opened);
    const shown = await ballots.view(cast.kurt, ballotId!);
    expect(shown.withdrawnAt).not.toBeNull();
    expect(shown.result).toMatchObject({ votes: 0, winners: [] });
    expect((await steps()).map(({ kind }) => kind)).toEqual(['lock', 'open', 'note', 'remind']);
    await goBy(4 * day);
    await run();
    expect(await ballots.list(cast.kurt)).toHaveLength(1);
    expect(await agenda()).toEqual([]);
    await expect(cycle.undo(cast.grace, opened)).rejects.toThrow(Conflict);
  });

  test('and can be done again by hand, whereupon the rest of the week follows', async () => {
    await until('open');
    await run();
    await cycle.undo(cast.grace, (await stepOf('open'))!.id);
    await cycle.doNow(cast.ada, id, 'open');
    expect((await steps()).map(({ kind }) => kind)).toEqual([
      ...['lock', 'open', 'open', 'nudge', 'close', 'note', 'remind']
    ]);
    await until('close');
    await run();
    expect((await stepOf('close'))!.doneAt).not.toBeNull();
  });

  test('what a closing chose leaves the agenda and waits again; the result stays', async () => {
    await until('open');
    await run();
    await voteFor('C', cast.emmy);
    await cycle.doNow(cast.grace, id, 'close');
    expect(await agenda()).toEqual(['C']);
    expect((await steps()).map(({ kind }) => kind)).toEqual(['lock', 'open', 'close', 'note', 'remind']);
    await expect(cycle.undo(cast.grace, (await stepOf('open'))!.id)).rejects.toThrow(Conflict);
    const { id: closed, ballotId } = (await stepOf('close'))!;
    await cycle.undo(cast.grace, closed);
    expect(await agenda()).toEqual([]);
    expect((await queue.waiting(cast.kurt)).map(({ title }) => title)).toContain('C');
    expect((await ballots.view(cast.kurt, ballotId!)).result!.winners).toHaveLength(1);
    await cycle.doNow(cast.grace, id, 'open');
    expect(await ballots.list(cast.kurt)).toHaveLength(2);
    expect((await all('close')).filter(({ doneAt }) => doneAt === null)).toHaveLength(1);
  });

  test('a note goes while nobody wrote in it', async () => {
    await cycle.doNow(cast.grace, id, 'note');
    await cycle.undo(cast.grace, (await stepOf('note'))!.id);
    expect(await notes.list(cast.kurt)).toEqual([]);
    await cycle.doNow(cast.grace, id, 'note');
    const [made] = await database()
      .select()
      .from(note)
      .where(and(eq(note.meetingId, id), sql`deleted_at is null`));
    await database().update(noteHead).set({ head: 2 }).where(eq(noteHead.noteId, made!.id));
    await expect(cycle.undo(cast.grace, (await stepOf('note'))!.id)).rejects.toThrow(Conflict);
    expect(await notes.list(cast.kurt)).toHaveLength(1);
  });

  test('letters that have not gone out are stopped, and none that has is taken for it', async () => {
    await cycle.doNow(cast.grace, id, 'remind');
    await database()
      .update(mail)
      .set({ sentAt: new Date() })
      .where(sql`id = (select min(id) from mail)`);
    await cycle.undo(cast.grace, (await stepOf('remind'))!.id);
    expect((await letters()).filter(({ abandonedAt }) => abandonedAt)).toHaveLength(2);
    await cycle.doNow(cast.grace, id, 'remind');
    expect((await letters()).filter(({ abandonedAt }) => !abandonedAt)).toHaveLength(3);
    await cycle.doNow(cast.ada, id, 'open');
    await cycle.doNow(cast.ada, id, 'nudge');
    await database().update(mail).set({ sentAt: new Date() });
    await expect(cycle.undo(cast.grace, (await stepOf('nudge'))!.id)).rejects.toThrow(Conflict);
  });
});

describe('a look ahead at another rhythm', () => {
  const seen = async (form: Rhythm) =>
    (await meetings.foreseenRhythm(cast.grace, form)).map(({ change, startsAt, steps }) => ({
      change,
      startsAt,
      closes: steps.find(({ kind }) => kind === 'close')?.at
    }));
  const asItIs = async () => ({
    ...{ rhythm: await meetings.rhythm(cast.kurt), week: await meetings.week(cast.kurt) },
    letters: await letters()
  });

  test('at another time meetings move, and ballots close with them; nothing happens before it is kept', async () => {
    await cycle.doNow(cast.grace, id, 'open');
    const before = await asItIs();
    const form = rhythmFrom(10, '19:30');
    const ahead = await seen(form);
    expect(ahead.map(({ change }) => change)).toEqual(['moved', 'moved', 'moved', 'moved']);
    expect(ahead.map(({ startsAt }) => meetings.wallClock(startsAt, cast.grace.timezone).time)).toEqual(
      Array(4).fill('19:30')
    );
    expect(await asItIs()).toEqual(before);

    await meetings.setRhythm(cast.grace, form);
    const { meetings: week } = await meetings.week(cast.kurt);
    expect(week.map(({ startsAt }) => startsAt)).toEqual(ahead.map(({ startsAt }) => startsAt));
    expect(week.map(({ steps: all }) => all.find(({ kind }) => kind === 'close')?.dueAt)).toEqual(
      ahead.map(({ closes }) => closes)
    );
    expect((await seen(form)).map(({ change }) => change)).toEqual(['same', 'same', 'same', 'same']);
  });

  test('on another day empty meetings are called off, and those with something to decide stay', async () => {
    await cycle.doNow(cast.grace, id, 'open');
    const changes = (await seen(rhythmFrom(11))).map(({ change }) => change);
    expect(changes.toSorted()).toEqual([...Array(3).fill('called off'), 'kept', ...Array(4).fill('new')]);
    expect(changes[0]).toBe('kept');
  });

  test('a ballot with times of its own ends when it says, whatever becomes of the rhythm', async () => {
    const nominationIds = (await queue.waiting(cast.grace)).map((one) => one.id);
    const closesAt = later(new Date(), 2 * day);
    await meetings.askGroup(cast.grace, { title: 'Ours', nominationIds, closesAt, quorum: 1 });
    const [first, second] = await seen(rhythmFrom(10, '19:30'));
    expect(first).toMatchObject({ change: 'moved', closes: closesAt });
    expect(second!.closes).not.toEqual(closesAt);
  });

  test('the zone of the group holds from then on', async () => {
    const inTokyo = { ...cast.grace, timezone: 'Asia/Tokyo' };
    const [first] = await meetings.foreseenRhythm(inTokyo, rhythmFrom(10));
    expect(first!.change).toBe('moved');
    expect(meetings.wallClock(first!.startsAt, 'Asia/Tokyo').time).toBe('18:00');
    const closes = first!.steps.find(({ kind }) => kind === 'close')!;
    expect(meetings.wallClock(closes.at, 'Asia/Tokyo').time).toBe('18:00');
  });

  test('what would happen only after a meeting begins is refused, then and when it is set', async () => {
    const { remind } = usualCycle.steps;
    const steps = { ...usualCycle.steps, remind: { ...remind!, days: 0, time: '17:00' } };
    await meetings.setCycle(cast.grace, { ...usualCycle, steps });
    await expect(meetings.foreseenRhythm(cast.grace, rhythmFrom(10, '16:00'))).rejects.toThrow(Invalid);
    await expect(meetings.setRhythm(cast.grace, rhythmFrom(10, '16:00'))).rejects.toThrow(Invalid);
    await expect(meetings.foreseenRhythm(cast.emmy, rhythmFrom(10))).rejects.toThrow(Forbidden);
  });
});

describe('exceptions', () => {
  const form = (startsAt: Date) => ({
    ...{ title: 'Weekly', duration: 60, place: '' },
    ...meetings.wallClock(startsAt, cast.grace.timezone)
  });

  test('a meeting that moves takes its steps and its open ballot along', async () => {
    await cycle.doNow(cast.grace, id, 'open');
    const { startsAt } = (await meetings.next(cast.kurt))!;
    const closes = await at('close');
    await meetings.move(cast.grace, id, form(later(startsAt, 2 * day)));
    // Two days of the calendar, which a clock change could make longer or shorter.
    expect(Math.round(((await at('close')).getTime() - closes.getTime()) / day)).toBe(2);
    const { closesAt } = await ballots.view(cast.kurt, (await stepOf('open'))!.ballotId!);
    expect(closesAt).toEqual(await at('close'));
  });

  test('a meeting that is skipped does nothing, and goes on where that makes sense when it is called back', async () => {
    await cycle.doNow(cast.grace, id, 'lock');
    await meetings.cancel(cast.grace, id);
    expect((await steps()).map(({ kind }) => kind)).toEqual(['lock']);
    expect(await lockOf()).toBeNull();
    await goBy(8 * day);
    await run();
    expect(await ballots.list(cast.kurt)).toEqual([]);
    await meetings.revive(cast.grace, id);
    await run();
    expect((await steps()).map(({ kind, missed }) => [kind, missed])).toEqual([
      ['lock', null],
      ['open', 'too late'],
      ['nudge', 'too late'],
      ['close', 'no ballot'],
      ['note', null],
      ['remind', null]
    ]);
  });

  test('nothing happens on days off and during a pause; afterwards all is planned again', async () => {
    const planned = async () => (await steps()).map(({ kind }) => kind);
    const before = await planned();
    const { startsAt } = (await meetings.next(cast.kurt))!;
    const { date } = meetings.wallClock(startsAt, cast.grace.timezone);
    await meetings.takeOff(cast.grace, { from: date, until: date, label: 'Holiday' });
    expect(await planned()).toEqual([]);
    await meetings.giveBack(cast.grace, (await meetings.holidays(cast.grace))[0]!.id);
    expect(await planned()).toEqual(before);
    await meetings.pause(cast.grace);
    expect(await planned()).toEqual([]);
    await meetings.resume(cast.grace);
    expect(await planned()).toEqual(before);
  });

  test('a new time of the rhythm keeps the week, with new moments', async () => {
    const reminds = await at('remind');
    await rhythmIn(10, '19:00');
    expect(await at('remind')).toEqual(reminds);
    expect((await meetings.rhythm(cast.kurt))!.cycle).toEqual(usualCycle);
    await rhythmIn(11);
    const next = (await meetings.next(cast.kurt))!;
    expect((await steps(next.id)).map(({ kind }) => kind)).toHaveLength(6);
  });
});

describe('the dry run', () => {
  test('says what will happen, and that then happens at those moments', async () => {
    const changed: Cycle = {
      ...usualCycle,
      steps: { ...usualCycle.steps, note: null, close: { days: 2, time: '12:00' } }
    };
    const [foreseen] = await meetings.foreseen(cast.grace, changed);
    expect(foreseen).toMatchObject({ id });
    expect(await at('close')).not.toEqual(foreseen!.steps.find(({ kind }) => kind === 'close')!.at);
    await meetings.setCycle(cast.grace, changed);
    expect((await steps()).map(({ kind, dueAt }) => [kind, dueAt])).toEqual(
      foreseen!.steps.map(({ kind, at }) => [kind, at])
    );
  });

  test('a change of the week moves the closing of the ballot that it opened', async () => {
    await cycle.doNow(cast.grace, id, 'open');
    await meetings.setCycle(cast.grace, {
      ...usualCycle,
      steps: { ...usualCycle.steps, close: { days: 2, time: '12:00' } }
    });
    const { closesAt } = await ballots.view(cast.kurt, (await stepOf('open'))!.ballotId!);
    expect(closesAt).toEqual(await at('close'));
  });

  test('refuses a step after the meeting begins, another group’s queue, and a week without a rhythm', async () => {
    const late = { ...usualCycle, steps: { ...usualCycle.steps, remind: { days: 0, time: '18:00' } } };
    await expect(meetings.setCycle(cast.grace, late)).rejects.toThrow(Invalid);
    await expect(meetings.foreseen(cast.grace, late)).rejects.toThrow(Invalid);
    const elsewhere = await fullGroup();
    const { id: queueId } = await transaction((tx) => queue.openQueue(tx, elsewhere.group.id));
    await expect(meetings.setCycle(cast.grace, { ...usualCycle, queueId })).rejects.toThrow(Invalid);
    await expect(meetings.setCycle(elsewhere.grace, usualCycle)).rejects.toThrow(Conflict);
  });
});

test('due steps are found by their index, in any number of them', async () => {
  const { sql: text, params } = cycle.dueSteps(new Date()).toSQL();
  expect(params).toHaveLength(2);
  await database().execute(sql`
    insert into meeting_step (id, meeting_id, kind, due_at, done_at)
    select 'done' || n, ${id}, 'note', now() - interval '1 day', now() from generate_series(1, 5000) n`);
  await database().execute(sql`analyze meeting_step`);
  const plan = await database().execute(
    sql`explain ${sql.raw(text.replace('$1', `now()`).replace('$2', '500'))}`
  );
  expect(JSON.stringify(plan)).toContain('meeting_step_due');
  expect(JSON.stringify(plan)).not.toContain('Seq Scan');
});
