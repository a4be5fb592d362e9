import * as v from 'valibot';
import { noneOfThese } from '#ballots/ballots.ts';
import { roles } from '#groups/groups.ts';
import type * as highlights from '#platform/highlights.ts';

/*
 * What the API answers with. Each shape is what a verb gives, less what is not named here; a shape's name is its name in
 * the API's document.
 */

/** A moment, in UTC: `2026-11-26T17:00:00.000Z`. */
const Moment = v.pipe(
  v.date(),
  v.transform((at) => at.toISOString()),
  v.string(),
  v.isoTimestamp()
);
const Count = v.pipe(v.number(), v.integer());
const Day = v.pipe(v.string(), v.isoDate());
const Markdown = v.string();

const named = { accountId: v.string(), name: v.string() };
const Person = v.object(named);

export const Made = v.object({ id: v.string() });

export const Me = v.object({
  id: v.string(),
  email: v.string(),
  name: v.string(),
  isOperator: v.boolean(),
  groups: v.array(v.object({ slug: v.string(), name: v.string(), role: v.picklist(roles) }))
});

export const Group = v.object({
  slug: v.string(),
  name: v.string(),
  timezone: v.string(),
  role: v.picklist(roles)
});

export const Member = v.object({
  membershipId: v.string(),
  ...named,
  role: v.picklist(roles),
  since: Moment
});

export const Invitation = v.object({
  id: v.string(),
  role: v.picklist(roles),
  expiresAt: Moment,
  maxUses: Count,
  uses: Count,
  recipient: v.nullable(v.string()),
  madeBy: v.string()
});

const listedPaper = {
  title: v.string(),
  abstract: v.string(),
  authors: v.array(v.string()),
  authorCount: v.nullable(Count),
  publishedOn: v.nullable(Day),
  arxivId: v.nullable(v.string()),
  doi: v.nullable(v.string()),
  projectUrl: v.nullable(v.string()),
  codeUrl: v.nullable(v.string())
};

export const FeedPaper = v.object({
  paperId: v.string(),
  ...listedPaper,
  upvotes: Count,
  aiSummary: v.nullable(v.string()),
  aiSummaryModel: v.nullable(v.string())
});

export const Paper = v.object({
  id: v.string(),
  ...listedPaper,
  categories: v.array(v.string()),
  keywords: v.array(v.string()),
  venue: v.nullable(v.string()),
  arxivVersion: v.nullable(Count),
  revisedOn: v.nullable(Day),
  reading: v.nullable(v.picklist(['to-read', 'skimmed', 'read']))
});

/** A text in which something was found, without the marks. */
const Passage = v.pipe(
  v.custom<highlights.Passage>(Array.isArray),
  v.transform((pieces) => pieces.map(({ text }) => text).join('')),
  v.string()
);

export const FoundPaper = v.object({
  id: v.string(),
  title: Passage,
  authors: v.array(v.string()),
  publishedOn: v.nullable(Day),
  abstract: Passage
});

export const Imported = v.object({
  papers: v.array(
    v.object({
      title: v.string(),
      abstract: v.string(),
      authorCount: v.nullable(Count),
      publishedOn: v.nullable(v.string()),
      commentCount: v.nullable(Count),
      paperId: v.nullable(v.string())
    })
  ),
  unread: v.array(v.object({ line: Count, text: v.string() }))
});

export const Nomination = v.object({
  nominationId: v.string(),
  paperId: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  pitch: Markdown,
  proposedBy: v.string(),
  own: v.boolean(),
  proposedAt: Moment,
  interest: Count,
  interested: v.boolean()
});

export const Queue = v.object({
  queueId: v.string(),
  name: v.string(),
  waiting: Count,
  closedAt: v.nullable(Moment)
});

const Rules = v.variant('method', [
  v.object({ method: v.literal('approval') }),
  v.object({ method: v.literal('dots'), budget: Count, most: Count }),
  v.object({ method: v.literal('ranked') }),
  v.object({ method: v.literal('score'), top: Count })
]);

/** By nomination. */
const Marks = v.pipe(
  v.record(v.string(), Count),
  v.description(`By nomination id; "${noneOfThese}" stands for "none of these" in a ranking.`)
);
const Counts = v.record(v.string(), v.object({ points: Count, supporters: Count }));

export const BallotCard = v.object({
  id: v.string(),
  title: v.string(),
  rules: Rules,
  opensAt: Moment,
  closesAt: Moment,
  closedAt: v.nullable(Moment),
  options: Count,
  voted: Count,
  mine: v.pipe(v.boolean(), v.description('Whether the reader has voted.')),
  winners: v.pipe(v.array(v.string()), v.description('Titles of what it chose.'))
});

const TieBreak = v.object({
  between: v.array(v.string()),
  by: v.picklist(['offer to lead', 'longest wait', 'draw']),
  seed: v.optional(v.string())
});

const Outcome = v.object({
  winners: v.array(v.string()),
  votes: Count,
  counts: Counts,
  noneOfThese: Count,
  quorum: Count,
  eligible: Count,
  gone: v.array(v.string()),
  places: v.array(v.array(v.string())),
  tieBreak: v.nullable(TieBreak)
});

export const Ballot = v.object({
  id: v.string(),
  title: v.string(),
  rules: Rules,
  seats: Count,
  opensAt: Moment,
  closesAt: Moment,
  closedAt: v.nullable(Moment),
  quorum: Count,
  options: v.array(
    v.object({
      nominationId: v.string(),
      paperId: v.string(),
      title: v.string(),
      authors: v.array(v.string()),
      pitch: Markdown,
      proposer: v.string(),
      lead: v.nullable(v.object({ name: v.string(), isMe: v.boolean() })),
      gone: v.pipe(v.boolean(), v.description('It left the queue and cannot win.'))
    })
  ),
  mine: v.pipe(v.nullable(Marks), v.description('The reader’s own vote; nobody else’s is in any answer.')),
  voted: Count,
  voters: v.pipe(
    v.nullable(v.array(v.string())),
    v.description('Who has voted, not what; null for who sees the counts of an open ballot.')
  ),
  eligible: Count,
  tally: v.pipe(
    v.nullable(v.object({ counts: Counts, noneOfThese: Count })),
    v.description('Null until the reader has voted or the ballot has closed.')
  ),
  result: v.nullable(Outcome)
});

export const Closing = v.object({
  winners: v.array(v.string()),
  meetingId: v.nullable(v.string()),
  already: v.boolean()
});

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
      finishedAt: v.nullable(Moment)
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

const card = {
  id: v.string(),
  title: v.string(),
  createdAt: Moment,
  meeting: v.nullable(v.object({ id: v.string(), startsAt: Moment })),
  paper: v.nullable(v.object({ id: v.string(), title: v.string() }))
};

export const NoteCard = v.object(card);
export const Note = v.object({ ...card, text: Markdown });

export const ActionItem = v.object({
  noteId: v.string(),
  position: Count,
  text: Markdown,
  assignee: v.nullable(v.string()),
  dueOn: v.nullable(Day),
  noteTitle: v.string()
});

export const Thread = v.object({
  id: v.string(),
  quote: v.string(),
  resolvedBy: v.nullable(v.string()),
  comments: v.array(
    v.object({
      id: v.string(),
      by: v.string(),
      createdAt: Moment,
      html: v.pipe(v.string(), v.description('Rendered and sanitised; empty once it was taken back.')),
      isRemoved: v.boolean(),
      isEdited: v.boolean()
    })
  )
});

export const Version = v.object({
  id: v.string(),
  reason: v.picklist(['named', 'pause', 'restore', 'meeting']),
  name: v.nullable(v.string()),
  createdAt: Moment,
  by: v.nullable(v.string()),
  writers: v.array(v.string())
});
