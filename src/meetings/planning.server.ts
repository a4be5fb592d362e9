import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import type { Arrangement } from '#meetings/forms.ts';
import { allow } from '#groups/permissions.ts';
import { announce } from '#meetings/announcing.server.ts';
import { changed } from '#meetings/changed.ts';
import { stopTelling } from '#meetings/leadletters.server.ts';
import { endOf } from '#meetings/meetings.ts';
import { raised, raisedFor } from '#meetings/occurring.server.ts';
import { momentOf } from '#meetings/rhythm.server.ts';
import { meeting } from '#meetings/schema.ts';
import { moveClosings, planSteps } from '#meetings/steps.server.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Conflict, Invalid, NotFound } from '../failures.ts';

/** Arranges a meeting of its own, beside the rhythm; one in the past says what was discussed then. */
export async function arrange(member: Member, form: Arrangement): Promise<{ id: string }> {
  allow(member, 'meeting.arrange');
  const id = newId();
  await transaction(async (tx) => {
    await tx
      .insert(meeting)
      .values({ id, groupId: member.groupId, occursOn: form.date, ...arranged(member, form) });
    await announce(tx, 'meeting.arranged', [{ id }]);
    await accounts.record(tx, member, 'meeting.arrange', { about: `${form.title}, ${form.date}` });
    await publish(changed(member.groupId), tx);
  });
  return { id };
}

/**
 * Moves a meeting to another time or place; what it has stays with it, its steps move along, and its rhythm goes on as before.
 * @throws Invalid when it is to come and would be over
 */
export async function move(member: Member, meetingId: string, form: Arrangement): Promise<void> {
  const occasion = arranged(member, form);
  await change(
    member,
    meetingId,
    isNull(meeting.cancelledAt),
    'meeting.move',
    {
      ...occasion,
      sequence: raisedFor(occasion)
    },
    async (tx) => {
      await assertNotOver(tx, meetingId, occasion);
      await moveClosings(tx, eq(meeting.id, meetingId), occasion);
    }
  );
}

async function assertNotOver(
  tx: Transaction,
  meetingId: string,
  to: ReturnType<typeof arranged>
): Promise<void> {
  const now = new Date();
  const [found] = await tx
    .select({ startsAt: meeting.startsAt })
    .from(meeting)
    .where(eq(meeting.id, meetingId));
  if (found && found.startsAt > now && endOf(to) <= now)
    throw new Invalid({ date: 'It would be over already. Give a time to come, or call the meeting off.' });
}

/** Calls a meeting off; what was on its agenda stays there. */
export async function cancel(member: Member, meetingId: string): Promise<void> {
  await change(member, meetingId, isNull(meeting.cancelledAt), 'meeting.cancel', {
    cancelledAt: new Date(),
    cancelledFor: null,
    sequence: raised
  });
}

/** Lets a meeting that was called off take place after all. */
export async function revive(member: Member, meetingId: string): Promise<void> {
  await change(member, meetingId, isNotNull(meeting.cancelledAt), 'meeting.revive', {
    cancelledAt: null,
    cancelledFor: null,
    sequence: raised
  });
}

async function change(
  member: Member,
  meetingId: string,
  state: ReturnType<typeof isNull>,
  act: 'meeting.cancel' | 'meeting.move' | 'meeting.revive',
  values: PgUpdateSetSource<typeof meeting>,
  before: (tx: Transaction) => Promise<void> = async () => undefined
): Promise<void> {
  allow(member, 'meeting.arrange');
  await transaction(async (tx) => {
    await before(tx);
    const { cancelledAt } = await held(tx, member, meetingId);
    const done = await tx
      .update(meeting)
      .set(values)
      .where(and(eq(meeting.id, meetingId), state))
      .returning({ title: meeting.title, occursOn: meeting.occursOn });
    if (!done[0])
      throw new Conflict(
        cancelledAt ? 'This meeting was called off meanwhile.' : 'This meeting takes place already.'
      );
    if (act === 'meeting.cancel') await stopTelling(tx, meetingId);
    await planSteps(tx, eq(meeting.id, meetingId));
    await accounts.record(tx, member, act, { about: `${done[0].title}, ${done[0].occursOn}` });
    await announce(tx, act === 'meeting.cancel' ? 'meeting.cancelled' : 'meeting.changed', [
      { id: meetingId }
    ]);
    await publish(changed(member.groupId), tx);
  });
}

/** Makes sure that a meeting is the actor's group's, where nothing was found of it. @throws NotFound */
export async function mustBeOurs({ groupId }: Member, meetingId: string): Promise<void> {
  const count = await database().$count(
    meeting,
    and(eq(meeting.id, meetingId), eq(meeting.groupId, groupId))
  );
  if (count === 0) throw new NotFound('This meeting');
}

/** Locks a meeting of the actor's group, so that its agenda changes one at a time. @throws NotFound */
export async function held(
  tx: Transaction,
  member: Member,
  meetingId: string
): Promise<{ cancelledAt: Date | null }> {
  const [found] = await tx
    .select({ cancelledAt: meeting.cancelledAt })
    .from(meeting)
    .where(and(eq(meeting.id, meetingId), eq(meeting.groupId, member.groupId)))
    .for('no key update');
  if (!found) throw new NotFound('This meeting');
  return found;
}

function arranged(member: Member, { title, date, time, duration, place }: Arrangement) {
  return { title, startsAt: momentOf(date, time, member.timezone), durationMinutes: duration, place };
}
