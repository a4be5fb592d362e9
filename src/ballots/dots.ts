import type { Marks, Rules } from '#ballots/rules.ts';
import { byPoints, type Candidate, type Counted } from '#ballots/counting.ts';

/**
 * Dots: a budget to spread, with a most for one option; most dots win. Dots need not all be given. Known as cumulative
 * voting (Dodgson 1884; Gerber, Morton & Rietz, American Political Science Review 92, 1998).
 *
 * A vote beyond its rules counts for nothing at all; casting refuses it, so this only guards the table.
 */
export function countDots(
  votes: readonly Marks[],
  candidates: readonly Candidate[],
  { budget, most }: Extract<Rules, { method: 'dots' }>
): Counted {
  return byPoints(
    votes.map((marks) => (isWithin(marks, budget, most) ? marks : {})),
    candidates
  );
}

function isWithin(marks: Marks, budget: number, most: number): boolean {
  let given = 0;
  for (const mark of Object.values(marks)) {
    if (!(mark >= 0 && mark <= most)) return false;
    given += mark;
  }
  return given <= budget;
}
