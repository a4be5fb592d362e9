import type { Count, Result, Vote } from '#ballots/ballots.ts';
import type { Marks } from '#ballots/rules.ts';

/** A result as approval ballots froze it while theirs was the only method and one option could win. */
export interface ApprovalResult {
  winners: string[];
  votes: number;
  /** Approvals by nomination id. */
  approvals: Record<string, number>;
  noneOfThese: number;
  quorum: number;
  eligible: number;
  gone: string[];
  tieBreak: { between: string[]; by: 'longest wait' | 'draw'; seed?: string } | null;
}

/** What stands in the table. */
export type Frozen = Result | ApprovalResult;

/** A frozen result in the words of today. What was decided then is not counted again. */
export function thaw(frozen: Frozen): Result {
  if ('rules' in frozen) return frozen;
  const { approvals, ...rest } = frozen;
  const counts: Record<string, Count> = Object.fromEntries(
    Object.entries(approvals).map(([id, points]) => [id, { points, supporters: points }])
  );
  return {
    ...rest,
    rules: { method: 'approval' },
    seats: 1,
    counts,
    places: frozen.winners.map((id) => [id]),
    duels: null
  };
}

/** The marks of a vote. */
export function marksOf(vote: Vote): Marks {
  return 'marks' in vote ? vote.marks : Object.fromEntries(vote.approved.map((id) => [id, 1]));
}

/** A vote as the table keeps it: in an order that says nothing, without empty marks, ranks without gaps. */
export function kept(marks: Marks, method: Result['rules']['method']): Vote {
  const given = Object.entries(marks)
    .filter(([, mark]) => mark > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (method === 'approval') return { approved: given.map(([id]) => id) };
  if (method !== 'ranked') return { marks: Object.fromEntries(given) };
  const ranks = [...new Set(given.map(([, rank]) => rank))].sort((a, b) => a - b);
  return { marks: Object.fromEntries(given.map(([id, rank]) => [id, ranks.indexOf(rank) + 1])) };
}
