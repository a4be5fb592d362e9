import * as v from 'valibot';
import { Count, Day, Markdown, Moment, named, Person, Reading } from '#routes/api/shapes/common.ts';

const occasion = {
  id: v.string(),
  title: v.string(),
  startsAt: Moment,
  durationMinutes: Count,
  place: v.string(),
  cancelledAt: v.nullable(Moment)
};

export const MeetingCard = v.object({ ...occasion, papers: v.array(v.string()) });

export const Meeting = v.object({
  ...occasion,
  isOver: v.boolean(),
  closedAt: v.nullable(Moment),
  closedBy: v.nullable(v.string()),
  agenda: v.array(
    v.object({
      id: v.string(),
      paperId: v.string(),
      title: v.string(),
      authors: v.array(v.string()),
      pitch: Markdown,
      lead: v.nullable(Person),
      minutes: v.nullable(Count),
      startedAt: v.nullable(Moment),
      finishedAt: v.nullable(Moment),
      summary: v.nullable(v.object({ text: Markdown, by: v.string(), at: Moment }))
    })
  ),
  ballot: v.nullable(v.object({ id: v.string(), title: v.string(), closedAt: v.nullable(Moment) })),
  expected: v.array(
    v.object({
      ...named,
      answer: v.nullable(v.picklist(['yes', 'maybe', 'no'])),
      isAway: v.boolean(),
      attendedAt: v.nullable(Moment)
    })
  ),
  duties: v.array(v.object({ name: v.string(), by: v.nullable(Person) })),
  questions: v.array(
    v.object({ id: v.string(), text: v.string(), by: Person, settledAt: v.nullable(Moment) })
  ),
  hands: v.array(Person)
});

export const Discussion = v.object({
  id: v.string(),
  title: v.string(),
  startsAt: Moment,
  papers: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      authors: v.array(v.string()),
      lead: v.nullable(v.string())
    })
  )
});

export const Rhythm = v.object({
  title: v.string(),
  rrule: v.string(),
  startsOn: Day,
  startTime: v.string(),
  timezone: v.string(),
  durationMinutes: Count,
  place: v.string(),
  pausedAt: v.nullable(Moment),
  nextOn: v.nullable(Day)
});

const days = { id: v.string(), fromOn: Day, untilOn: Day };
export const Holiday = v.object({ ...days, label: v.string() });
export const Absence = v.object({ ...days, ...named });

export const Swap = v.object({
  id: v.string(),
  itemId: v.string(),
  title: v.string(),
  meetingId: v.string(),
  startsAt: Moment,
  askedBy: Person,
  askedOf: Person,
  inReturn: v.nullable(v.object({ title: v.string(), startsAt: Moment }))
});

export const Carried = v.object({
  paperId: v.string(),
  title: v.string(),
  to: v.pipe(
    v.nullable(v.object({ id: v.string(), startsAt: Moment })),
    v.description('The meeting that took it; null for the queue.')
  )
});

export const Reader = v.object({ paperId: v.string(), ...named, reading: Reading });

export const Turn = v.object({ ...named, there: Count, turns: Count, lastLedAt: v.nullable(Moment) });

export const Asked = v.object({
  paperId: v.pipe(v.nullable(v.string()), v.description('Null when it is not known here at all.')),
  title: v.string(),
  places: v.pipe(
    v.array(v.object({ sentence: v.string(), href: v.string(), note: v.optional(v.string()) })),
    v.description('What the group did with it, and where that can be seen.')
  )
});
