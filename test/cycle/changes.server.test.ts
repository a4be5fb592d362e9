import { describe, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import * as cycle from '#cycle/cycle.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { usualCycle, type Cycle } from '#meetings/cycle.ts';
import type { Rhythm } from '#meetings/forms.ts';
import { transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, Forbidden, Invalid } from '../../src/failures.ts';
import { fullGroup } from '../support/factories.ts';
import {
  cast,
  id,
  day,
  rhythmFrom,
  rhythmIn,
  steps,
  stepOf,
  at,
  later,
  goBy,
  run,
  letters,
  lockOf,
  useWeek
} from './week.ts';

useWeek();

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
