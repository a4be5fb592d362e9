/** The ways to vote; `Rules` says what each lets one do. */
export const methods = ['approval', 'dots', 'ranked', 'score'] as const;
export type Method = (typeof methods)[number];

/** How votes are cast on a ballot and counted. */
export type Rules =
  /** Any number of papers one would be glad to discuss. */
  | { method: 'approval' }
  /** A `budget` of dots to spread, at most `most` on one paper. */
  | { method: 'dots'; budget: number; most: number }
  /** An order of preference, ties allowed. */
  | { method: 'ranked' }
  /** A score from 0 to `top` for each. */
  | { method: 'score'; top: number };

/** The rules that a form asks for, with the numbers of a method beside it. */
export function rulesIn({
  method,
  budget,
  most,
  top
}: {
  method: Method;
  budget: number;
  most: number;
  top: number;
}): Rules {
  if (method === 'dots') return { method, budget, most };
  if (method === 'score') return { method, top };
  return { method };
}

/** Stands for "none of these" among the marks of a ranked vote; no nomination has an id that short. */
export const noneOfThese = 'none';

/**
 * What a voter marks, by nomination: in an approval 1, dots, points, or in a ranking the rank, 1 for the best. Without
 * a mark an option has no approval, no dots, no points, or stands last together with all that have no rank.
 */
export type Marks = Readonly<Record<string, number>>;
