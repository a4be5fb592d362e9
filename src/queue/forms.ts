import * as v from 'valibot';

/** Papers to propose at most in characters: enough for any address, and for several sentences why. */
const longestPaper = 2_000;
const longestPitch = 2_000;
const longestComment = 4_000;
const mostWeeks = 52;

const Id = v.pipe(v.string(), v.maxLength(16));

const Pitch = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.maxLength(longestPitch, 'A pitch has at most 2,000 characters. The rest fits into the notes.')
);

/** Proposes a paper: anything one can paste, and a sentence why. */
export const NominationForm = v.object({
  paper: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('Paste an arXiv id, a DOI or an address of a paper.'),
    v.maxLength(longestPaper, 'That is too long for an id or an address.')
  ),
  pitch: Pitch,
  /** The queue it goes to; the group's first one without. */
  queue: v.optional(Id),
  /** Where to go afterwards, as a path in this application. */
  back: v.optional(v.string())
});

export const PitchForm = v.object({ pitch: Pitch });
export const PointForm = v.object({ nomination: v.string() });

const Name = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.nonEmpty('Give the queue a name.'),
  v.maxLength(60, 'A name has at most 60 characters.')
);

export const QueueNameForm = v.object({ name: Name });
export const QueueForm = v.object({ queue: Id });
export const RenamingForm = v.object({ queue: Id, name: Name });
export const OrderingForm = v.object({
  queue: Id,
  order: v.picklist(['interest', 'hand'], 'Choose an order.')
});
export const PlacingForm = v.object({ queue: Id, to: v.picklist(['up', 'down']) });

function weeks(least: number) {
  return v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d{1,3}$/, 'Give whole weeks.'),
    v.transform(Number),
    v.minValue(least, least === 0 ? 'Give whole weeks.' : 'One week at least.'),
    v.maxValue(mostWeeks, 'A year at most.')
  );
}

/** After how many weeks the group is asked (0: never), and how many weeks later a proposal leaves. */
export const SpansForm = v.object({ ask: weeks(0), leave: weeks(1) });

/** Moves a row of a queue that is sorted by hand: a step, to an end, or beside another one. */
export const SortForm = v.pipe(
  v.object({
    nomination: Id,
    to: v.optional(v.picklist(['up', 'down', 'top', 'end'])),
    before: v.optional(Id),
    after: v.optional(Id)
  }),
  v.check(({ to, before, after }) => Boolean(to ?? before ?? after), 'Say where to.')
);

export const SnoozeForm = v.object({
  until: v.pipe(v.optional(v.string(), ''), v.isoDate('Give the day on which it comes back.'))
});
export const CommentForm = v.object({
  text: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.nonEmpty('Write something first.'),
    v.maxLength(longestComment, 'At most 4,000 characters.')
  )
});
export const CommentChoice = v.object({ comment: Id });
export const CommentChange = v.object({ ...CommentChoice.entries, ...CommentForm.entries });
export const MergeForm = v.object({
  into: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose the other one.'), v.maxLength(16))
});

const Page = v.fallback(
  v.pipe(v.optional(v.string(), '1'), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(10_000)),
  1
);
export const filters = ['all', 'lead', 'asked', 'snoozed'] as const;
export type Filter = (typeof filters)[number];

/** What the address of a queue's page says beside the queue. */
export const QueueSearch = v.object({
  page: Page,
  show: v.fallback(v.optional(v.picklist(filters), 'all'), 'all')
});
export const PageSearch = v.object({ page: Page });
