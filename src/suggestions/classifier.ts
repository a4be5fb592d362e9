import type { Vector } from './vectors.ts';

/** A text to learn from: liked or passed over, and how much that counts. */
export interface Example {
  vector: Vector;
  liked: boolean;
  weight: number;
}

/** What a classifier learnt: a weight by term, and where between the two classes it draws the line. */
export interface Line {
  weights: Float64Array;
  bias: number;
}

/** How strongly weights are held near zero: few examples give a mean of what was liked, many give more. */
const ridge = 0.01;
const rounds = 150;

/**
 * Logistic regression with a ridge, both classes counting the same in all, by accelerated gradient descent
 * (Nesterov 1983) from zero. Nothing is drawn, so the same examples always give the same line. Hands back after
 * each round, so that whoever trains can let others have their turn.
 */
export function* training(examples: readonly Example[], terms: number): Generator<void, Line> {
  const shares = sharesOf(examples);
  const weights = new Float64Array(terms + 1);
  const ahead = new Float64Array(terms + 1);
  const slope = new Float64Array(terms + 1);
  // Texts have length one and the line's place counts as one more term: the loss bends by at most 2 / 4.
  const step = 1 / (0.5 + ridge);
  for (let round = 1; round <= rounds; round++) {
    gradient(examples, shares, ahead, slope);
    const momentum = (round - 1) / (round + 2);
    for (let at = 0; at <= terms; at++) {
      const next = ahead[at]! - step * slope[at]!;
      ahead[at] = next + momentum * (next - weights[at]!);
      weights[at] = next;
    }
    yield;
  }
  return { weights: weights.slice(0, terms), bias: weights[terms]! };
}

/** What each example counts: each class a half in all. */
function sharesOf(examples: readonly Example[]): number[] {
  const total = { liked: 0, passed: 0 };
  for (const { liked, weight } of examples) total[liked ? 'liked' : 'passed'] += weight;
  return examples.map(({ liked, weight }) => weight / (2 * total[liked ? 'liked' : 'passed']));
}

function gradient(
  examples: readonly Example[],
  shares: readonly number[],
  line: Float64Array,
  slope: Float64Array
): void {
  const last = line.length - 1;
  for (let at = 0; at < last; at++) slope[at] = ridge * line[at]!;
  slope[last] = 0;
  examples.forEach(({ vector: { terms, values }, liked }, index) => {
    let height = line[last]!;
    for (let at = 0; at < terms.length; at++) height += line[terms[at]!]! * values[at]!;
    const pull = shares[index]! * (likelihood(height) - Number(liked));
    for (let at = 0; at < terms.length; at++) slope[terms[at]!]! += pull * values[at]!;
    slope[last]! += pull;
  });
}

/** The logistic function: 0 far on the one side of the line, 1 far on the other. */
export function likelihood(height: number): number {
  return 1 / (1 + Math.exp(-height));
}
