import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import * as ballots from '#ballots/ballots.server.ts';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { allow } from '#groups/permissions.ts';
import { stepWords, type StepKind } from '#meetings/cycle.ts';
import { meeting, step } from '#meetings/schema.ts';
import * as notes from '#notes/notes.server.ts';
import { publish } from '#platform/bus.server.ts';
import { transaction, type Transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { Conflict, NotFound } from '../failures.ts';

interface Deed {
  kind: StepKind;
  meetingId: string;
  lockId: string | null;
  ballotId: string | null;
}

/**
 * Undoes a step as far as that is possible still: unlocks, withdraws the ballot, takes what won off the agenda, removes a
 * note that nobody wrote in, stops letters that have not gone out. It does not happen again by itself.
 * @throws NotFound for a step of another group, or one that did not happen
 * @throws Conflict with what stands in the way
 */
export async function undo(member: Member, stepId: string): Promise<void> {
  allow(member, 'step.undo');
  await transaction(async (tx) => {
    const [found] = await tx
      .select({
        kind: step.kind,
        meetingId: step.meetingId,
        lockId: step.lockId,
        ballotId: sql<string | null>`coalesce(${step.ballotId}, ${step.ownBallotId})`,
        undoneAt: step.undoneAt
      })
      .from(step)
      .innerJoin(meeting, eq(meeting.id, step.meetingId))
      .where(and(eq(step.id, stepId), eq(meeting.groupId, member.groupId), isNotNull(step.doneAt)));
    if (!found) throw new NotFound('This step');
    if (found.undoneAt) throw new Conflict('Somebody undid this already.');
    const now = await ballots.clock(tx);
    const obstacle = await undoing[found.kind](tx, found, member, now);
    if (obstacle) throw new Conflict(obstacle);
    const undone = await tx
      .update(step)
      .set({ undoneAt: now, undoneBy: member.accountId })
      .where(and(eq(step.id, stepId), isNull(step.undoneAt)))
      .returning({ id: step.id });
    if (undone.length === 0) throw new Conflict('Somebody undid this already.');
    await meetings.planSteps(tx, eq(meeting.id, found.meetingId));
    await accounts.record(tx, member, 'step.undo', { about: stepWords[found.kind].name });
    await publish({ topic: `group:${member.groupId}`, kind: 'meetings' }, tx);
  });
}

/** How each step is undone; a sentence says what stands in the way. */
const undoing: Record<
  StepKind,
  (tx: Transaction, deed: Deed, member: Member, now: Date) => Promise<string | undefined>
> = {
  async lock(tx, { meetingId, lockId }, { groupId }, now) {
    const shortlist = lockId && (await queue.shortlistOf(tx, lockId));
    if (shortlist) await queue.letGo(tx, shortlist, []);
    // Whoever calls the meeting off unlocks the queue, too.
    await tx.select({ id: meeting.id }).from(meeting).where(eq(meeting.id, meetingId)).for('no key update');
    if (lockId && (await queue.endLock(tx, groupId, lockId, now))) return undefined;
    return 'The ballot took its proposals from it already. Withdraw the ballot instead.';
  },

  async open(tx, { ballotId }, _member, now) {
    if (!ballotId) return 'Nothing is known of this ballot any more. Close it on its page.';
    if (!(await ballots.withdraw(tx, ballotId, now)))
      return 'This ballot is closed already. Take back its closing instead.';
    await tx.update(meeting).set({ ballotId: null }).where(eq(meeting.ballotId, ballotId));
    return undefined;
  },

  async close(tx, { ballotId }, _member, now) {
    if (ballotId && (await meetings.takeBack(tx, ballotId, now)) > 0) return undefined;
    return 'Nothing that it chose is on the agenda of a meeting to come.';
  },

  async note(tx, { meetingId }) {
    if (await notes.removeUntouched(tx, meetingId)) return undefined;
    return 'Somebody wrote in this note already, or removed it. Organisers can remove it on its page.';
  },

  async nudge(tx, { ballotId }) {
    return ballotId && (await ballots.callReminderBack(tx, ballotId)) ? undefined : allSent;
  },

  async remind(tx, { meetingId }) {
    return (await meetings.callReminderBack(tx, meetingId)) ? undefined : allSent;
  }
};

const allSent = 'These letters have gone out already.';
