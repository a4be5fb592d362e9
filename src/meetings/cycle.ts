import { rulesIn, type Method, type Rules } from '#ballots/rules.ts';

/** What happens by itself before a meeting, in the order in which it makes sense. */
export const stepKinds = ['lock', 'open', 'nudge', 'close', 'note', 'remind'] as const;
export type StepKind = (typeof stepKinds)[number];

/** A step as pages call it: what it is, what it does, and what is said once it was done or undone. */
export const stepWords: Record<StepKind, { name: string; does: string; done: string; undone: string }> = {
  lock: {
    name: 'The queue locks',
    does: 'The shortlist of the ballot is taken from the queue’s order. What is proposed later waits for the next one.',
    done: 'The queue was locked',
    undone: 'unlocked'
  },
  open: {
    name: 'The ballot opens',
    does: 'Members vote on the shortlist; when the queue was not locked before, on its first ones then.',
    done: 'The ballot was opened',
    undone: 'withdrawn'
  },
  nudge: {
    name: 'Those who have not voted are reminded',
    does: 'By mail, once.',
    done: 'Those who had not voted were reminded',
    undone: 'stopped'
  },
  close: {
    name: 'The ballot closes',
    does: 'What won goes onto the agenda. Without this step it stays open until the meeting begins.',
    done: 'The ballot was closed',
    undone: 'taken off the agenda again'
  },
  note: {
    name: 'The note is made',
    does: 'From the group’s template, unless it is there already: a ballot that chose something makes it, too.',
    done: 'The note was made',
    undone: 'removed'
  },
  remind: {
    name: 'Members are reminded of the meeting',
    does: 'By mail, save those who said that they cannot come.',
    done: 'Members were reminded of the meeting',
    undone: 'stopped'
  }
};

/** Why a step did not happen when its time came. */
export const missedWords = {
  'too late': 'Its time had passed when it was found, and it made no sense any more.',
  'too few': 'Fewer than two proposals waited in the queue: there was nothing to decide.',
  'decided already': 'Another ballot decides for this meeting.',
  'no ballot': 'No ballot was open.',
  'reminded before': 'They were reminded before.',
  'no people': 'Fewer people may vote in this group than the votes that are needed.'
} as const;
export type Missed = keyof typeof missedWords;

/** So many days before the meeting's day, at this wall-clock time (`18:00`) in the zone of the series. */
export interface LeadTime {
  days: number;
  time: string;
}

/** What a series does before each of its meetings. A step without a lead time is switched off. */
export interface Cycle {
  steps: Record<StepKind, LeadTime | null>;
  /** The queue that the ballot is filled from; null: the one that the group has from the beginning. */
  queueId: string | null;
  method: Method;
  /** Dots for each voter, and at most for one proposal; the best score. As usual where nobody has said. */
  budget?: number;
  most?: number;
  top?: number;
  /** How many proposals stand on the ballot at most. */
  shortlist: number;
  /** How many can win. */
  seats: number;
  /** Votes needed for a result. */
  quorum: number;
}

/**
 * A week that works for most: a ballot of three days, and three days to read what won. Seven days before is the day of the
 * meeting before, in a weekly rhythm, so nothing comes earlier than six.
 */
export const usualCycle: Required<Cycle> = {
  steps: {
    lock: { days: 6, time: '17:00' },
    open: { days: 6, time: '18:00' },
    nudge: { days: 4, time: '18:00' },
    close: { days: 3, time: '18:00' },
    note: { days: 1, time: '09:00' },
    remind: { days: 1, time: '18:00' }
  },
  queueId: null,
  method: 'approval',
  budget: 10,
  most: 5,
  top: 5,
  shortlist: 5,
  seats: 1,
  quorum: 1
};

/** How many days before a meeting anything can happen. */
export const mostDays = 28;

/** What contradicts itself in a cycle, by field; empty when nothing does. */
export function faultsOf(cycle: Cycle): Record<string, string> {
  const { steps, shortlist, seats } = cycle;
  const rules = rulesOf(cycle);
  const faults: Record<string, string> = {};
  const after = (later: StepKind, earlier: StepKind, sentence: string, orSame = false) => {
    const [a, b] = [steps[earlier], steps[later]];
    if (a && b && !(isBefore(a, b) || (orSame && !isBefore(b, a)))) faults[`${later}.days`] ??= sentence;
  };
  after('open', 'lock', 'The ballot would open before the queue locks.', true);
  after('close', 'open', 'The ballot would close before it opens.');
  after('nudge', 'open', 'This would come before the ballot opens.');
  after('close', 'nudge', 'The ballot would close before anybody is reminded of it.');
  if (steps.lock && !steps.open)
    faults['lock.on'] = 'Without a ballot there is nothing to lock the queue for.';
  if (seats >= shortlist) faults.seats = `Of ${shortlist} proposals at most ${shortlist - 1} can win.`;
  if (rules.method === 'dots' && rules.most > rules.budget)
    faults.most = `More than the ${rules.budget} dots that everyone has.`;
  return faults;
}

/** How one votes on the ballots that a cycle opens. */
export function rulesOf(cycle: Cycle): Rules {
  return rulesIn({ ...usualCycle, ...cycle });
}

/** The steps that would come only after meetings that begin at this time (`18:00`). */
export function lateSteps({ steps }: Cycle, startTime: string): StepKind[] {
  return stepKinds.filter((kind) => {
    const lead = steps[kind];
    return lead?.days === 0 && lead.time >= startTime;
  });
}

function isBefore(a: LeadTime, b: LeadTime): boolean {
  return a.days === b.days ? a.time < b.time : a.days > b.days;
}

/** What stands in the fields of a cycle's form. */
export function fieldsOf(cycle: Cycle): Record<string, string> {
  const steps = stepKinds.flatMap((kind) => {
    const { days, time } = cycle.steps[kind] ?? usualCycle.steps[kind]!;
    return [
      [`${kind}.on`, cycle.steps[kind] ? 'on' : ''],
      [`${kind}.days`, String(days)],
      [`${kind}.time`, time]
    ];
  });
  const { queueId, method, budget, most, top, shortlist, seats, quorum } = { ...usualCycle, ...cycle };
  const numbers = { budget, most, top, shortlist, seats, quorum };
  return {
    ...(Object.fromEntries(steps) as Record<string, string>),
    ...Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, String(number)])),
    ...{ queueId: queueId ?? '', method }
  };
}

/** A step of a meeting: planned, done, missed or undone. */
export interface Step {
  id: string;
  kind: StepKind;
  dueAt: Date;
  doneAt: Date | null;
  /** Who did it by hand; null when it happened by itself. */
  doneBy: string | null;
  missedAt: Date | null;
  missed: Missed | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  /** The ballot it opened or closed. */
  ballotId: string | null;
}

/** A step with the meeting that it is for. */
export interface MeetingStep extends Step {
  meetingId: string;
  startsAt: Date;
}

/** A step of a meeting that is not there yet, or would be otherwise, with what will become of it. */
export interface Foreseen {
  kind: StepKind;
  at: Date;
  /** `now`: as soon as this is kept, since its time has passed and it still makes sense. `never`: it makes none. */
  when: 'then' | 'now' | 'never';
}

/** A meeting to come, with what will happen by itself before it. */
export interface Ahead {
  id: string;
  title: string;
  startsAt: Date;
  cancelledAt: Date | null;
  steps: Foreseen[];
}

/** What a change of the rhythm would do with a meeting; `kept`: it stays where it is, beside the new rhythm. */
export type Change = 'new' | 'moved' | 'same' | 'kept' | 'called off' | 'called back';

/** A meeting as a change of the rhythm would leave it. */
export interface ChangedAhead extends Ahead {
  change: Change;
  /** When it begins as it is now; null for one that is not there yet. */
  was: Date | null;
}

/** Whether a step was done and can still be undone, as far as its row tells; the verb knows for sure. */
export function isUndoable({ doneAt, undoneAt, startsAt }: MeetingStep, now: Date): boolean {
  return doneAt !== null && undoneAt === null && startsAt > now;
}
