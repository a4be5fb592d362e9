import { countApproval } from '#ballots/approval.ts';
import type { Result } from '#ballots/ballots.ts';
import type { Marks, Rules } from '#ballots/rules.ts';
import type { Candidate, Counted } from '#ballots/counting.ts';
import { countDots } from '#ballots/dots.ts';
import { countRanked } from '#ballots/ranked.ts';
import { countScore } from '#ballots/score.ts';
import { fill } from '#ballots/tie.ts';

/** What a tally depends on beside votes and options. */
export interface Circumstances {
  rules: Rules;
  /** How many can win. */
  seats: number;
  quorum: number;
  eligible: number;
  /** Drawn at the closing, and shown with the result when it decided. */
  seed: string;
}

/**
 * Counts a ballot. In this order:
 * 1. Fewer votes than the quorum: no winner.
 * 2. The method counts, and says what can be chosen at all: only what still waits, has support, and is not held back by
 *    "none of these". Where nothing is left, no winner.
 * 3. The best places win, as many as there are seats.
 * 4. Between equals for the last seats: an offer to lead, the longest wait, a draw (`fill`).
 */
export function tally(
  votes: readonly Marks[],
  candidates: readonly Candidate[],
  { rules, seats, quorum, eligible, seed }: Circumstances
): Result {
  const counted = count(votes, candidates, rules);
  const isEnough = votes.length >= quorum;
  const { winners, tieBreak } = fill(isEnough ? counted.places : [], seats, candidates, seed);
  const gone = candidates.filter((one) => one.gone).map(({ id }) => id);
  return { rules, seats, winners, votes: votes.length, ...counted, quorum, eligible, gone, tieBreak };
}

/** What the method of the ballot makes of the votes. */
export function count(votes: readonly Marks[], candidates: readonly Candidate[], rules: Rules): Counted {
  switch (rules.method) {
    case 'approval':
      return countApproval(votes, candidates);
    case 'dots':
      return countDots(votes, candidates, rules);
    case 'ranked':
      return countRanked(votes, candidates);
    case 'score':
      return countScore(votes, candidates);
  }
}
