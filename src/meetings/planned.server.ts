import { Temporal } from 'temporal-polyfill';
import { stepKinds, type Cycle, type Foreseen, type LeadTime, type StepKind } from '#meetings/cycle.ts';
import { momentOf, wallClock } from '#meetings/rhythm.server.ts';

/** A meeting as its steps see it. */
export interface Occasion {
  startsAt: Date;
  durationMinutes: number;
}

/** Votes that come in within less are not worth a ballot. */
const shortestVote = 30 * 60_000;

/** What serves a ballot that the cycle opens, and is left out where it opens none. */
const ofBallot: readonly StepKind[] = ['lock', 'nudge', 'close'];

/** When each step of a cycle is due for a meeting, soonest first; steps that are switched off are left out. */
export function planned({ steps }: Cycle, startsAt: Date, timezone: string): { kind: StepKind; at: Date }[] {
  return stepKinds
    .flatMap((kind) => {
      const lead = steps.open || !ofBallot.includes(kind) ? steps[kind] : null;
      return lead ? [{ kind, at: momentBefore(startsAt, lead, timezone) }] : [];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * The moment of a lead time: counted in days of the calendar from the day on which the meeting begins in the zone, whatever
 * its clocks do in between. A time that a clock change skips is as much later; one that occurs twice is the first.
 */
export function momentBefore(startsAt: Date, { days, time }: LeadTime, timezone: string): Date {
  const day = Temporal.PlainDate.from(wallClock(startsAt, timezone).date).subtract({ days });
  return momentOf(day.toString(), time, timezone);
}

/** When the ballot of a meeting closes: by its step, or, where that is switched off, when the meeting begins. */
export function closingOf(cycle: Cycle, startsAt: Date, timezone: string): Date {
  return cycle.steps.close ? momentBefore(startsAt, cycle.steps.close, timezone) : startsAt;
}

/**
 * Whether a step that is found at `now` is still worth doing, however late. A ballot needs time to vote in; nobody is
 * reminded of what is over; what is open is closed in any case.
 */
export function stillMakesSense(
  kind: StepKind,
  now: Date,
  { startsAt, durationMinutes }: Occasion,
  closesAt: Date
): boolean {
  switch (kind) {
    case 'lock':
    case 'open':
      return now.getTime() + shortestVote <= Math.min(closesAt.getTime(), startsAt.getTime());
    case 'nudge':
      return now < closesAt && now < startsAt;
    case 'close':
      return true;
    case 'note':
      return now.getTime() < startsAt.getTime() + durationMinutes * 60_000;
    case 'remind':
      return now < startsAt;
  }
}

/** What a cycle will do for a meeting from `now` on, if nothing else happens. */
export function foresee(
  cycle: Cycle,
  meeting: Occasion,
  { timezone, isVoting }: { timezone: string; isVoting: boolean },
  now: Date
): Foreseen[] {
  const closesAt = closingOf(cycle, meeting.startsAt, timezone);
  const steps = planned(cycle, meeting.startsAt, timezone).map(({ kind, at }): Foreseen => {
    const makesSense = stillMakesSense(kind, at > now ? at : now, meeting, closesAt);
    return { kind, at, when: !makesSense ? 'never' : at > now ? 'then' : 'now' };
  });
  const willVote = isVoting || steps.some(({ kind, when }) => kind === 'open' && when !== 'never');
  return steps.map((one) => (ofBallot.includes(one.kind) && !willVote ? { ...one, when: 'never' } : one));
}
