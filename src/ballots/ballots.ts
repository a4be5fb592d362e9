import * as v from 'valibot';

/** How votes are cast and counted. */
export type Method = 'approval';

/** An approval vote: the nominations one would be glad to discuss; none of them is a vote too. */
export interface Vote {
  approved: string[];
}

/** The frozen outcome of a ballot. */
export interface Result {
  /** Nomination ids, best first, at present one; empty when the quorum was missed or "none of these" won. */
  winners: string[];
  votes: number;
  /** Approvals by nomination id. */
  approvals: Record<string, number>;
  /** Votes that approved of nothing. */
  noneOfThese: number;
  quorum: number;
  /** How many might have voted when it closed. */
  eligible: number;
  /** Nominations that had left the queue before the closing, and so could not win. */
  gone: string[];
  /** What decided between equals, if anything had to; a draw can be recomputed from its seed (`drawOrder`). */
  tieBreak: { between: string[]; by: 'longest wait' | 'draw'; seed?: string } | null;
}

/** What brought a result about, in one word. */
export type Outcome = 'chosen' | 'quorum missed' | 'none of these' | 'nothing left';

/** @returns why the ballot ended as it did */
export function outcomeOf(result: Result): Outcome {
  if (result.winners.length > 0) return 'chosen';
  if (result.votes < result.quorum) return 'quorum missed';
  const standing = Object.entries(result.approvals).filter(([id]) => !result.gone.includes(id));
  const most = Math.max(0, ...standing.map(([, count]) => count));
  return result.noneOfThese > most ? 'none of these' : 'nothing left';
}

export const fewestOptions = 2;
export const mostOptions = 20;
const longestDays = 365;

/** What a ballot needs to open; 3 to 8 options are good, 2 to 20 possible. */
export interface Opening {
  title: string;
  nominationIds: string[];
  closesAt: Date;
  /** Votes needed for a result. */
  quorum: number;
}

const sixteenCharacters = v.pipe(v.string(), v.maxLength(16));

/** The form an organiser fills in; its closing time is a wall-clock time in the group's zone. */
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
  closesAt: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'Give a day and a time.')
  ),
  quorum: v.pipe(
    v.optional(v.string(), '1'),
    v.transform(Number),
    v.integer('Give a whole number.'),
    v.minValue(1, 'At least one vote is needed for a result.'),
    v.maxValue(1000, 'That many people will not vote.')
  )
});

/** A vote as its form sends it: the approved nominations, or "none of these"; one of the two. */
export const VoteForm = v.pipe(
  v.object({ approved: v.array(sixteenCharacters), none: v.optional(v.string()) }),
  v.check(
    ({ approved, none }) => approved.length > 0 || none !== undefined,
    'Choose at least one paper, or “None of these”.'
  ),
  v.check(
    ({ approved, none }) => approved.length === 0 || none === undefined,
    'Choose papers or “None of these”, not both.'
  )
);

/** @returns why this closing time cannot be taken, or nothing */
export function closingFault(closesAt: Date, now: Date): string | undefined {
  const days = (closesAt.getTime() - now.getTime()) / 86_400_000;
  if (!(days > 0)) return 'The closing time has passed already. Choose a later one.';
  if (days > longestDays) return 'A ballot can stay open for a year at most.';
  return undefined;
}

/** A ballot in the list. */
export interface Listed {
  id: string;
  title: string;
  openedAt: Date;
  closesAt: Date;
  closedAt: Date | null;
  options: number;
  /** How many have voted. */
  voted: number;
  /** The reader is one of them. */
  mine: boolean;
  /** Titles of what it chose. */
  winners: string[];
}

/** A nomination on a ballot. */
export interface Option {
  nominationId: string;
  paperId: string;
  title: string;
  authors: string[];
  authorCount: number | null;
  abstract: string;
  pitch: string;
  proposer: string;
  /** It left the queue, and cannot win any more. */
  gone: boolean;
}

/** A ballot as one member may see it. What others voted is not in it. */
export interface View {
  id: string;
  title: string;
  openedAt: Date;
  closesAt: Date;
  closedAt: Date | null;
  quorum: number;
  /** In the reader's own order while it is open; by approvals once it is closed. */
  options: Option[];
  /** What the reader approved of; null before they voted. */
  mine: string[] | null;
  /** Who has voted, by name; not what. */
  voters: string[];
  /** How many may vote. */
  eligible: number;
  /** The count so far: null until the reader has voted or the ballot is closed. */
  tally: { approvals: Record<string, number>; noneOfThese: number } | null;
  /** Frozen at the closing. */
  result: Result | null;
}
