import { createHash } from 'node:crypto';
import type { Result, Vote } from '#ballots/ballots.ts';

/** A nomination as the tally needs it. */
export interface Candidate {
  id: string;
  /** Since when it waits; between equals the longest wait wins. */
  proposedAt: Date;
  /** It left the queue before the closing, and cannot win. */
  gone: boolean;
}

/** What a tally depends on beside votes and options. */
export interface Circumstances {
  quorum: number;
  eligible: number;
  /** Drawn at the closing, and shown with the result when it decided. */
  seed: string;
}

/**
 * Counts an approval ballot. In this order:
 * 1. Fewer votes than the quorum: no winner.
 * 2. More votes that approve of nothing than approvals for the leading option: "none of these", no winner.
 * 3. The option with most approvals (at least one) wins, of those that still wait.
 * 4. Between equals, the one that has waited longest; those proposed at the same moment, by a draw.
 * Approval voting: Brams & Fishburn, "Approval Voting", American Political Science Review 72 (1978).
 */
export function tally(
  votes: readonly Vote[],
  candidates: readonly Candidate[],
  { quorum, eligible, seed }: Circumstances
): Result {
  const { approvals, noneOfThese } = count(votes, candidates);
  const gone = candidates.filter((one) => one.gone).map(({ id }) => id);
  const counted = { votes: votes.length, approvals, noneOfThese, quorum, eligible, gone };
  const standing = candidates.filter((one) => !one.gone);
  const most = Math.max(0, ...standing.map(({ id }) => approvals[id] ?? 0));
  if (votes.length < quorum || most === 0 || noneOfThese > most)
    return { winners: [], ...counted, tieBreak: null };
  const leading = standing.filter(({ id }) => approvals[id] === most);
  const { winner, tieBreak } = decide(leading, seed);
  return { winners: [winner], ...counted, tieBreak };
}

/** Approvals by option, and the votes that approve of nothing. */
export function count(
  votes: readonly Vote[],
  candidates: readonly { id: string }[]
): { approvals: Record<string, number>; noneOfThese: number } {
  const approvals = Object.fromEntries(candidates.map(({ id }) => [id, 0]));
  for (const { approved } of votes)
    for (const id of new Set(approved)) if (approvals[id] !== undefined) approvals[id]++;
  return { approvals, noneOfThese: votes.filter(({ approved }) => approved.length === 0).length };
}

function decide(leading: Candidate[], seed: string): { winner: string; tieBreak: Result['tieBreak'] } {
  const between = leading.map(({ id }) => id).sort();
  if (between.length === 1) return { winner: between[0]!, tieBreak: null };
  const earliest = Math.min(...leading.map(({ proposedAt }) => proposedAt.getTime()));
  const longest = leading.filter(({ proposedAt }) => proposedAt.getTime() === earliest).map(({ id }) => id);
  if (longest.length === 1) return { winner: longest[0]!, tieBreak: { between, by: 'longest wait' } };
  return { winner: drawOrder(seed, longest)[0]!, tieBreak: { between: longest.sort(), by: 'draw', seed } };
}

/**
 * The order a seed gives: ids by the SHA-256, in hexadecimal, of `seed:id`, lowest first. The same on every machine,
 * so that anyone can repeat a draw: `printf '%s' 'seed:id' | sha256sum`.
 */
export function drawOrder(seed: string, ids: readonly string[]): string[] {
  const digest = (id: string) => createHash('sha256').update(`${seed}:${id}`).digest('hex');
  return ids
    .map((id) => ({ id, key: digest(id) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ id }) => id);
}

/** The order in which one voter sees the options: their own, and the same at every visit. */
export function shuffleFor(ballotId: string, accountId: string, ids: readonly string[]): string[] {
  return drawOrder(`${ballotId}:${accountId}`, ids);
}
