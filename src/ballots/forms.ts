import * as v from 'valibot';
import { methods, noneOfThese, type Marks, type Rules } from '#ballots/rules.ts';

export const fewestOptions = 2;
export const mostOptions = 20;
const longestDays = 365;

const sixteenCharacters = v.pipe(v.string(), v.maxLength(16));
const wallClock = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/** A whole number in a field, with sentences for what it may not be. */
export function whole(initially: number, least: [number, string], most: [number, string]) {
  return v.pipe(
    v.optional(v.string(), String(initially)),
    v.trim(),
    v.regex(/^-?\d{1,15}$/, 'Give a whole number.'),
    v.transform(Number),
    v.minValue(...least),
    v.maxValue(...most)
  );
}

/** The form an organiser fills in; its times are wall-clock times in the group's zone. */
export const OpeningForm = v.object({
  title: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('Say what is decided.'),
    v.maxLength(120, 'A title has at most 120 characters.')
  ),
  nomination: v.pipe(
    v.array(sixteenCharacters),
    v.minLength(fewestOptions, 'Choose at least two proposals: with one there is nothing to decide.'),
    v.maxLength(
      mostOptions,
      `Choose at most ${mostOptions} proposals; three to eight are easiest to vote on.`
    )
  ),
  opensAt: v.pipe(
    v.optional(v.string(), ''),
    v.check(
      (text) => text === '' || wallClock.test(text),
      'Give a day and a time, or nothing to open it now.'
    )
  ),
  closesAt: v.pipe(v.optional(v.string(), ''), v.regex(wallClock, 'Give a day and a time.')),
  quorum: whole(
    1,
    [1, 'At least one vote is needed for a result.'],
    [1000, 'That many people will not vote.']
  ),
  method: v.optional(v.picklist(methods, 'Choose how to vote.'), 'approval'),
  budget: whole(10, [1, 'Everyone needs at least one dot.'], [100, 'A hundred dots at most.']),
  most: whole(5, [1, 'At least one dot has to be possible.'], [100, 'A hundred dots at most.']),
  top: whole(5, [1, 'The best score has to be above 0.'], [10, 'Scores go up to 10 at most.']),
  seats: whole(1, [1, 'At least one has to win.'], [mostOptions, `At most ${mostOptions} can win.`]),
  remind: whole(0, [0, 'Choose when.'], [24 * 14, 'Two weeks before at most.'])
});

const aMark = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^\d{0,4}$/, 'Give a whole number, or leave it empty.'),
  v.transform(Number)
);

/** A vote as its form sends it: papers approved of or numbers beside them, or "none of these". */
export const VoteForm = v.pipe(
  v.object({
    approved: v.array(sixteenCharacters),
    mark: v.optional(v.record(sixteenCharacters, aMark), {}),
    none: v.optional(v.string())
  }),
  v.transform(({ approved, mark, none }) => ({
    marks: { ...Object.fromEntries(approved.map((id) => [id, 1])), ...mark } as Marks,
    none: none !== undefined
  })),
  v.transform(({ marks, none }) => ({
    marks: Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark > 0)) as Marks,
    none
  })),
  v.check(
    ({ marks, none }) => none || Object.keys(marks).length > 0,
    'Your vote is empty. Mark at least one paper, or “None of these”.'
  ),
  v.check(
    ({ marks, none }) => !none || Object.keys(marks).length === 0,
    'Mark papers or “None of these”, not both.'
  ),
  v.transform(({ marks }) => marks)
);

/** An offer to lead an option if it is chosen, or one that is taken back. */
export const LeadForm = v.object({
  offer: v.optional(sixteenCharacters, ''),
  takeBack: v.optional(sixteenCharacters)
});

/** What a vote's form holds, its fields `mark.…` gathered by nomination. */
export function marksIn(form: FormData): { approved: string[]; mark: Record<string, string>; none?: string } {
  const mark: Record<string, string> = {};
  const approved: string[] = [];
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    if (name === 'approved') approved.push(value);
    else if (name.startsWith('mark.')) mark[name.slice('mark.'.length)] = value;
  }
  return { approved, mark, ...(form.has('none') && { none: 'yes' }) };
}

/** Sentences for marks that the rules of a ballot do not let one give, by field. */
export function faultsIn(marks: Marks, rules: Rules): Record<string, string> {
  const most = mostOf(rules);
  const faults: Record<string, string> = {};
  for (const [id, mark] of Object.entries(marks)) {
    if (id === noneOfThese && rules.method !== 'ranked')
      faults.marks = '“None of these” is a vote of its own here.';
    if (!Number.isInteger(mark) || mark < 0) faults[`mark.${id}`] = 'Give a whole number.';
    else if (mark > most.mark) faults[`mark.${id}`] = most.sentence;
  }
  const given = Object.values(marks).reduce((sum, mark) => sum + mark, 0);
  if (rules.method === 'dots' && given > rules.budget)
    faults.marks = `You gave ${given} dots and have ${rules.budget}. Take ${given - rules.budget} back.`;
  return faults;
}

function mostOf(rules: Rules): { mark: number; sentence: string } {
  switch (rules.method) {
    case 'approval':
      return { mark: 1, sentence: 'A paper can be approved of once.' };
    case 'dots':
      return { mark: rules.most, sentence: `At most ${rules.most} dots for one paper.` };
    case 'score':
      return { mark: rules.top, sentence: `Scores go from 0 to ${rules.top}.` };
    case 'ranked':
      return { mark: 999, sentence: 'Ranks go from 1 to 999.' };
  }
}

/** @returns why this closing time cannot be taken, or nothing */
export function closingFault(closesAt: Date, now: Date): string | undefined {
  const days = (closesAt.getTime() - now.getTime()) / 86_400_000;
  if (!(days > 0)) return 'The closing time has passed already. Choose a later one.';
  if (days > longestDays) return 'A ballot can stay open for a year at most.';
  return undefined;
}
