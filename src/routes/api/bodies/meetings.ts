import * as v from 'valibot';
import {
  AdditionForm,
  AwayForm,
  HolidayForm,
  MeetingForm,
  MinutesForm,
  SeriesForm
} from '#meetings/forms.ts';
import { frequencies, weekdays } from '#meetings/rhythm.ts';
import { Day, forForm, Whole } from '#routes/api/bodies/writing.ts';

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

export const Addition = forForm(
  v.object({ nomination: v.string('Name a proposal that waits in the queue.') }),
  AdditionForm
);
export const Minutes = forForm(v.object({ minutes: Whole }), v.pick(MinutesForm, ['minutes']));

const span = { from: Day, until: v.optional(Day) };
export const Days = forForm(v.object({ ...span, label: v.optional(v.string()) }), HolidayForm);
export const Away = forForm(v.object(span), AwayForm);
