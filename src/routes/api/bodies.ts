import * as v from 'valibot';
import { methods, OpeningForm, VoteForm } from '#ballots/ballots.ts';
import { InvitationForm } from '#groups/groups.ts';
import {
  AdditionForm,
  AwayForm,
  frequencies,
  HolidayForm,
  MeetingForm,
  MinutesForm,
  SeriesForm,
  weekdays
} from '#meetings/meetings.ts';
import { NominationForm } from '#queue/queue.ts';

/*
 * What the API takes where a form takes the same: JSON has numbers and moments where a form has words. Each of these only
 * says how a thing is written in JSON and hands it to the form's schema, which holds the rules.
 */

const Whole = v.pipe(v.number('Give a whole number.'), v.integer('Give a whole number.'));
const Instant = v.pipe(
  v.string('Give a moment such as 2026-11-26T17:00:00Z.'),
  v.isoTimestamp('Give a moment such as 2026-11-26T17:00:00Z.')
);
const Day = v.pipe(v.string('Give a day.'), v.isoDate('A day is written YYYY-MM-DD.'));

/** A body that is written like this, and then read by the schema of a form. */
function forForm<Shape extends v.GenericSchema<unknown, object>, Form extends v.GenericSchema>(
  shape: Shape,
  form: Form,
  asTyped: (body: v.InferOutput<Shape>) => unknown = inWords
) {
  return v.pipe(shape, v.transform(asTyped), form as v.GenericSchema<unknown, v.InferOutput<Form>>);
}

/** Numbers as a form writes them. */
function inWords<Body extends object>(body: Body): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value])
  );
}

const aNomination = 'Name a proposal that waits in the queue.';

export const Nomination = forForm(
  v.object({
    paper: v.string('Give an arXiv id, a DOI or an address of a paper.'),
    pitch: v.optional(v.string()),
    queue: v.optional(v.string())
  }),
  v.pick(NominationForm, ['paper', 'pitch', 'queue'])
);

const At = v.pipe(
  v.string(),
  v.transform((at) => new Date(at))
);

export const Opening = forForm(
  v.object({
    title: v.string('Say what is decided.'),
    nomination: v.array(v.string(), 'Name the proposals to choose from.'),
    closesAt: Instant,
    opensAt: v.nullish(Instant),
    quorum: v.optional(Whole),
    seats: v.optional(Whole),
    method: v.optional(v.picklist(methods, 'Choose how to vote.')),
    budget: v.optional(Whole),
    most: v.optional(Whole),
    top: v.optional(Whole),
    /** Hours before the closing at which those who have not voted are reminded; 0 for never. */
    remind: v.optional(Whole)
  }),
  v.object({
    ...v.omit(OpeningForm, ['opensAt', 'closesAt']).entries,
    closesAt: At,
    opensAt: v.nullish(At)
  })
);

export const Vote = forForm(
  v.object({ marks: v.optional(v.record(v.string(), Whole), {}), none: v.optional(v.boolean(), false) }),
  VoteForm,
  ({ marks, none }) => ({ approved: [], mark: inWords(marks), ...(none && { none: 'yes' }) })
);

const occasion = {
  title: v.string('Say what to call it.'),
  time: v.pipe(v.string('Give a time such as 18:00.'), v.description('On the clocks of the group’s zone.')),
  /** In minutes. */
  duration: v.optional(Whole),
  place: v.optional(v.string())
};

export const Arrangement = forForm(v.object({ ...occasion, date: Day }), MeetingForm);

export const Series = forForm(
  v.object({
    ...occasion,
    every: v.optional(v.picklist(frequencies.map(({ value }) => value))),
    weekday: v.picklist(
      weekdays.map(({ value }) => value),
      'Choose a day of the week.'
    ),
    startsOn: Day
  }),
  SeriesForm
);

export const Addition = forForm(v.object({ nomination: v.string(aNomination) }), AdditionForm);
export const Minutes = forForm(v.object({ minutes: Whole }), v.pick(MinutesForm, ['minutes']));

const span = { from: Day, until: v.optional(Day) };
export const Days = forForm(v.object({ ...span, label: v.optional(v.string()) }), HolidayForm);
export const Away = forForm(v.object(span), AwayForm);

export const Invitation = forForm(
  v.object({
    role: v.optional(v.picklist(['organiser', 'member', 'guest'], 'Choose a role.')),
    days: v.optional(Whole),
    maxUses: v.optional(Whole)
  }),
  InvitationForm
);
