import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import { ballot } from '#ballots/schema.ts';
import * as cycle from '#cycle/cycle.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { step } from '#meetings/schema.ts';
import * as notes from '#notes/notes.server.ts';
import { database } from '#platform/database.server.ts';
import { mail } from '#platform/schema.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict } from '../../src/failures.ts';
import {
  cast,
  id,
  day,
  hour,
  proposed,
  steps,
  stepOf,
  at,
  later,
  goBy,
  until,
  run,
  letters,
  agenda,
  voteFor,
  lockOf,
  useWeek
} from './week.ts';

useWeek();

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
