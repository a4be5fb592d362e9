import { and, eq, sql } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import { ballot } from '#ballots/schema.ts';
import * as cycle from '#cycle/cycle.server.ts';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { usualCycle, type StepKind } from '#meetings/cycle.ts';
import type { Rhythm } from '#meetings/forms.ts';
import { meeting, step } from '#meetings/schema.ts';
import { database } from '#platform/database.server.ts';
import { mail } from '#platform/schema.ts';
import * as queue from '#queue/queue.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

/** Who is there, and the group's first meeting, which begins in about ten days: nothing of it is due. */
export let cast: Awaited<ReturnType<typeof fullGroup>>;
export let id: string;

/** Before each test a group with three proposals, a rhythm and a week of its own, in a database of this file's. */
export function useWeek(): void {
  useDatabase();
  beforeEach(async () => {
    await database().execute(sql`truncate meeting, mail cascade`);
    cast = await fullGroup();
    for (const title of ['A', 'B', 'C']) await proposed(title);
    await rhythmIn(10);
    await meetings.setCycle(cast.grace, usualCycle);
    id = (await meetings.next(cast.grace))!.id;
  });
}

export const hour = 3_600_000;
export const day = 24 * hour;
export const proposed = async (title: string, by: Member = cast.emmy) =>
  (await queue.nominate(by, await somePaper(title), '')).nominationId;
const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
export const rhythmFrom = (days: number, time = '18:00'): Rhythm => {
  const { date } = meetings.wallClock(new Date(Date.now() + days * day), cast.grace.timezone);
  const weekday = weekdayNames[new Date(`${date}T00:00Z`).getUTCDay()]!;
  return { title: 'Weekly', every: 'weekly', weekday, startsOn: date, time, duration: 60, place: '' };
};
export const rhythmIn = (days: number, time?: string) =>
  meetings.setRhythm(cast.grace, rhythmFrom(days, time));
export const steps = async (meetingId = id) =>
  (await meetings.week(cast.kurt)).meetings.find((one) => one.id === meetingId)!.steps;
export const stepOf = async (kind: StepKind, meetingId = id) =>
  (await steps(meetingId)).findLast((one) => one.kind === kind);
export const all = (kind: StepKind) =>
  database()
    .select()
    .from(step)
    .where(and(eq(step.meetingId, id), eq(step.kind, kind)));
export const at = async (kind: StepKind) => (await stepOf(kind))!.dueAt;
export const later = (from: Date, by: number) => new Date(from.getTime() + by);
/** As if so much time had gone by: the meeting, its steps and its ballot are nearer by it. */
export const goBy = async (milliseconds: number) => {
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
export const until = async (kind: StepKind) => goBy((await at(kind)).getTime() - Date.now() + 1000);
export const run = () => cycle.jobs[0]!.run({});
export const letters = () => database().select().from(mail).orderBy(mail.once);
export const agenda = async () => (await meetings.view(cast.kurt, id)).agenda.map(({ title }) => title);
export const voteFor = async (title: string, by: Member) => {
  const { ballotId } = (await stepOf('open'))!;
  const { options } = await ballots.view(by, ballotId!);
  const chosen = options.find((one) => one.title === title)!;
  await ballots.cast(by, ballotId!, { [chosen.nominationId]: 1 });
};

export const lockOf = async () => (await queue.queueView(cast.kurt)).lock;
