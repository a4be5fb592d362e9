import { and, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import * as ballots from '#ballots/ballots.server.ts';
import type { Member } from '#groups/groups.ts';
import { toCome, type Coming } from '#meetings/coming.server.ts';
import type { Ahead, Change, ChangedAhead, Cycle, Foreseen } from '#meetings/cycle.ts';
import { assertFits } from '#meetings/cycling.server.ts';
import { allow } from '#groups/permissions.ts';
import type { Rhythm } from '#meetings/forms.ts';
import { isCurrentOf } from '#meetings/occurring.server.ts';
import { foresee } from '#meetings/planned.server.ts';
import { meeting, series, step } from '#meetings/schema.ts';
import { setRhythmIn } from '#meetings/series.server.ts';
import { isWanted } from '#meetings/steps.server.ts';
import { database, rehearse, type Database, type Transaction } from '#platform/database.server.ts';

/**
 * What a cycle would do for the meetings to come, if it were set now. Nothing changes.
 * @throws the same as `setCycle`
 */
export async function foreseen(member: Member, cycle: Cycle): Promise<Ahead[]> {
  allow(member, 'series.set');
  const [current] = await database().select().from(series).where(isCurrentOf(member.groupId));
  await assertFits(database(), current, cycle);
  const now = await ballots.clock();
  const ofSeries = and(eq(meeting.seriesId, current!.id), gt(meeting.startsAt, now));
  const meetings = await toCome(database(), ofSeries, now);
  return withSteps(
    database(),
    meetings.map((one) => ({ ...one, cycle })),
    now
  );
}

/**
 * What a rhythm would do with the meetings to come, if it were set now: it is set, looked at, and taken back.
 * @throws the same as `setRhythm`
 */
export async function foreseenRhythm(member: Member, form: Rhythm): Promise<ChangedAhead[]> {
  allow(member, 'series.set');
  return rehearse(async (tx) => {
    const now = await ballots.clock(tx);
    const inRhythm = and(
      eq(meeting.groupId, member.groupId),
      isNotNull(meeting.seriesId),
      gt(meeting.startsAt, now)
    );
    const before = new Map((await toCome(tx, inRhythm, now)).map((one) => [one.id, one]));
    const seriesId = await setRhythmIn(tx, member, form);
    // What it calls off belongs to a series that has ended, and is worth saying, too.
    const after = await toCome(tx, inRhythm, now, [...before.keys()]);
    const ahead = await withSteps(tx, after, now);
    return ahead.map((one, index) => {
      const was = before.get(one.id);
      return { ...one, was: was?.startsAt ?? null, change: changeOf(was, after[index]!, seriesId) };
    });
  });
}

function changeOf(was: Coming | undefined, is: Coming, seriesId: string): Change {
  if (!was) return 'new';
  if (is.cancelledAt && !was.cancelledAt) return 'called off';
  if (was.cancelledAt && !is.cancelledAt) return 'called back';
  if (was.startsAt.getTime() !== is.startsAt.getTime()) return 'moved';
  return is.seriesId === seriesId ? 'same' : 'kept';
}

async function withSteps(within: Database | Transaction, meetings: Coming[], now: Date): Promise<Ahead[]> {
  const ids = meetings.map(({ id }) => id);
  const rows = await within.select().from(step).where(inArray(step.meetingId, ids));
  return meetings.map((one) => {
    const { id, title, startsAt, cancelledAt } = one;
    const steps = rows.filter(({ meetingId }) => meetingId === id);
    return { id, title, startsAt, cancelledAt, steps: stepsAhead(one, steps, now) };
  });
}

function stepsAhead(one: Coming, rows: (typeof step.$inferSelect)[], now: Date): Foreseen[] {
  if (one.cancelledAt) return [];
  const circumstances = { timezone: one.timezone, isVoting: one.votedOn };
  const steps = one.cycle ? foresee(one.cycle, one, circumstances, now) : [];
  const wanted = steps.filter((step) => isWanted(step, one, rows));
  return [...wanted, ...ownClosing(one, rows)].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The end of a ballot that was opened by its own form, and so does not follow the cycle. */
function ownClosing(
  { ballotId, votedOn, ballotClosesAt: at }: Coming,
  rows: (typeof step.$inferSelect)[]
): Foreseen[] {
  const follows = rows.some((row) => row.kind === 'open' && row.ballotId === ballotId);
  return votedOn && at && !follows ? [{ kind: 'close', at, when: 'then' }] : [];
}
