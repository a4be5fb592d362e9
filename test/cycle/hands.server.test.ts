import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import { ballot } from '#ballots/schema.ts';
import * as cycle from '#cycle/cycle.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { usualCycle } from '#meetings/cycle.ts';
import * as notes from '#notes/notes.server.ts';
import { note, noteHead } from '#notes/schema.ts';
import { database } from '#platform/database.server.ts';
import { mail } from '#platform/schema.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, Forbidden, NotFound } from '../../src/failures.ts';
import { fullGroup } from '../support/factories.ts';
import {
  cast,
  id,
  day,
  steps,
  stepOf,
  all,
  later,
  goBy,
  until,
  run,
  letters,
  agenda,
  voteFor,
  useWeek
} from './week.ts';

useWeek();

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
