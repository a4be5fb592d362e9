import * as v from 'valibot';
import { noneOfThese } from '#ballots/rules.ts';
import { Count, Markdown, Moment } from '#routes/api/shapes/common.ts';

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
