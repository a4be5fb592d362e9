import * as v from 'valibot';
import { answers, longestSummary } from '#meetings/answers.ts';
import { frequencies, weekdays } from '#meetings/rhythm.ts';

/* What the forms about meetings hold. */

const Day = v.pipe(
  v.optional(v.string(), ''),
  v.regex(/^\d{4}-\d\d-\d\d$/, 'Give a day.'),
  v.check(isDay, 'This day is not in the calendar.'),
  v.check((day) => day >= '2000' && day < '2100', 'Give a day between 2000 and 2099.')
);

const Clock = v.pipe(
  v.optional(v.string(), ''),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'Give a time such as 18:00.')
);

const occasion = {
  title: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('Say what to call it, such as “Weekly meeting”.'),
    v.maxLength(120, 'A title has at most 120 characters.')
  ),
  time: Clock,
  /** In minutes. */
  duration: v.pipe(
    v.optional(v.string(), '60'),
    v.transform(Number),
    v.integer('Give whole minutes.'),
    v.minValue(5, 'At least five minutes.'),
    v.maxValue(720, 'At most twelve hours, in minutes.')
  ),
  place: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.maxLength(300, 'At most 300 characters: a room, or an address to call.')
  )
};

/** A rhythm; its time is a wall-clock time in the group's zone. */
export const SeriesForm = v.object({
  ...occasion,
  every: v.optional(
    v.picklist(
      frequencies.map(({ value }) => value),
      'Choose how often.'
    ),
    'weekly'
  ),
  weekday: v.picklist(
    weekdays.map(({ value }) => value),
    'Choose a day of the week.'
  ),
  /** The first meeting is on the first such day from here on. */
  startsOn: Day
});
export type Rhythm = v.InferOutput<typeof SeriesForm>;

const span = {
  from: Day,
  until: v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => undefined)
      ),
      v.optional(Day)
    ],
    'Give a day, or nothing for a single one.'
  )
};
const lastFirst = 'The last day comes before the first.';

/** Days on which the rhythm makes no meeting; without a last day it is one day. */
export const HolidayForm = v.pipe(
  v.object({
    ...span,
    label: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(80, 'At most 80 characters.'))
  }),
  v.transform(({ from, until = from, label }) => ({ from, until, label })),
  v.forward(
    v.check(({ from, until }) => until >= from, lastFirst),
    ['until']
  )
);
export type DaysOff = v.InferOutput<typeof HolidayForm>;

/** One meeting; its day and time are on the clocks of the group's zone. */
export const MeetingForm = v.object({ ...occasion, date: Day });
export type Arrangement = v.InferOutput<typeof MeetingForm>;

const sixteenCharacters = v.pipe(v.optional(v.string(), ''), v.maxLength(16));

export const AdditionForm = v.object({
  nomination: v.pipe(sixteenCharacters, v.nonEmpty('Choose a proposal from the queue.'))
});
export const HolidayChoice = v.object({ holiday: sixteenCharacters });
export const ItemForm = v.object({ item: sixteenCharacters });
/** Who leads an item; an empty `lead` says nobody. */
export const LeadForm = v.object({ item: sixteenCharacters, lead: sixteenCharacters });

/** A day that anybody can write into an address; nothing for what is none. */
const SomeDay = v.fallback(v.optional(v.union([v.literal(''), Day]), ''), '');

/** Looks through what was discussed. */
export const ArchiveSearch = v.object({
  words: v.fallback(v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(200)), ''),
  /** What `words` was called when only titles could be searched. */
  title: v.fallback(v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(200)), ''),
  person: v.fallback(v.pipe(v.optional(v.string(), ''), v.maxLength(16)), ''),
  from: SomeDay,
  until: SomeDay,
  page: v.fallback(
    v.pipe(v.optional(v.string(), '1'), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(10_000)),
    1
  )
});

export const AnswerForm = v.object({
  answer: v.picklist(
    answers.map(({ value }) => value),
    'Choose whether you come.'
  )
});
/** Who was there; an empty `there` takes it back. */
export const AttendanceForm = v.object({
  person: sixteenCharacters,
  there: v.optional(v.string(), '')
});

export const DutyForm = v.object({
  name: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('Say what there is to do, such as “Scribe”.'),
    v.maxLength(40, 'At most 40 characters.')
  )
});

/** An empty one takes it away. */
export const SummaryForm = v.object({
  item: sixteenCharacters,
  text: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.maxLength(
      longestSummary,
      `At most ${longestSummary.toLocaleString('en')} characters: it is for three minutes.`
    )
  ),
  /** When what one began from was written, as an ISO date; empty for nothing. */
  basedOn: v.optional(v.string(), '')
});

export const QuestionForm = v.object({
  text: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('Write down what you want asked.'),
    v.maxLength(500, 'At most 500 characters.')
  )
});
export const QuestionChoice = v.object({ question: sixteenCharacters });
/** Whose hand goes down. */
export const HandForm = v.object({ person: sixteenCharacters });
/** How long an item is meant to take, in minutes. */
export const MinutesForm = v.object({
  item: sixteenCharacters,
  minutes: v.pipe(
    v.optional(v.string(), ''),
    v.transform(Number),
    v.integer('Give whole minutes.'),
    v.minValue(1, 'At least one minute.'),
    v.maxValue(720, 'At most twelve hours, in minutes.')
  )
});

/** Days on which somebody is away; without a last day it is one day. */
export const AwayForm = v.pipe(
  v.object(span),
  v.transform(({ from, until = from }) => ({ from, until })),
  v.forward(
    v.check(({ from, until }) => until >= from, lastFirst),
    ['until']
  )
);
export type Away = v.InferOutput<typeof AwayForm>;
export const AbsenceChoice = v.object({ absence: sixteenCharacters });

/** Asks `person` to lead an item, or, with `item:…`, to swap it for one of theirs. */
export const SwapForm = v.object({
  item: sixteenCharacters,
  with: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^(account|item):\w{16}$/, 'Choose whom to ask.'),
    v.transform((chosen) => {
      const [kind, id] = chosen.split(':') as [string, string];
      return kind === 'account' ? { accountId: id } : { itemId: id };
    })
  )
});
export const SwapChoice = v.object({ swap: sixteenCharacters });

function isDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
