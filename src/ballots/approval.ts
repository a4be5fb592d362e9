import type { Marks } from '#ballots/rules.ts';
import { byPoints, type Candidate, type Counted } from '#ballots/counting.ts';

/**
 * Approval: one vote for every paper one would be glad to discuss; most approvals win.
 * Brams & Fishburn, "Approval Voting", American Political Science Review 72 (1978).
 */
export function countApproval(votes: readonly Marks[], candidates: readonly Candidate[]): Counted {
  return byPoints(votes, candidates);
}
