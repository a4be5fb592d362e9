import type { Marks } from '#ballots/rules.ts';
import { byPoints, type Candidate, type Counted } from '#ballots/counting.ts';

/**
 * Score: points from 0 to a top for each option; the highest sum wins. What got no score counts as 0, so sums and means
 * over all votes give the same order. Known as range voting (Smith 2000).
 */
export function countScore(votes: readonly Marks[], candidates: readonly Candidate[]): Counted {
  return byPoints(votes, candidates);
}
