import type { Count, Duels } from '#ballots/ballots.ts';
import type { Marks } from '#ballots/rules.ts';

/** A nomination as the tally needs it. */
export interface Candidate {
  id: string;
  /** Since when it waits; between equals the longest wait wins. */
  proposedAt: Date;
  /** It left the queue before the closing, and cannot win. */
  gone: boolean;
  /** Somebody offers to lead it; between equals it comes before the others. */
  offered?: boolean;
}

/** What a method makes of the votes. */
export interface Counted {
  counts: Record<string, Count>;
  /** Votes that support nothing. */
  noneOfThese: number;
  /** What can be chosen, best first; options of one place are equal. */
  places: string[][];
  duels: Duels | null;
}

/** Adds up marks by option; marks of what does not stand on the ballot are passed over. */
export function sum(votes: readonly Marks[], ids: readonly string[]): Record<string, Count> {
  const counts: Record<string, Count> = Object.fromEntries(
    ids.map((id) => [id, { points: 0, supporters: 0 }])
  );
  for (const marks of votes)
    for (const id in marks) {
      const count = counts[id];
      const mark = marks[id]!;
      if (!count || !(mark > 0)) continue;
      count.points += mark;
      count.supporters++;
    }
  return counts;
}

/**
 * Counts a method that adds up: most points first. An option can be chosen when it still waits and at least as many
 * votes support it as support nothing, one at the least.
 */
export function byPoints(votes: readonly Marks[], candidates: readonly Candidate[]): Counted {
  const counts = sum(
    votes,
    candidates.map(({ id }) => id)
  );
  const noneOfThese = votes.filter((marks) => !Object.values(marks).some((mark) => mark > 0)).length;
  const eligible = candidates.filter(
    ({ id, gone }) => !gone && counts[id]!.supporters >= Math.max(1, noneOfThese)
  );
  const equal = Map.groupBy(eligible, ({ id }) => counts[id]!.points);
  const places = [...equal.keys()]
    .sort((a, b) => b - a)
    .map((points) => equal.get(points)!.map(({ id }) => id));
  return { counts, noneOfThese, places, duels: null };
}
