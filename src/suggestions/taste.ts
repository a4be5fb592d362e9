import { training, type Example } from './classifier.ts';
import { fewestExamples, type Liking, type Readable, type Touch } from './suggestions.ts';
import { countTerms } from './terms.ts';
import { choosingTerms, heaviest, textsATurn, vectorOf, type Vector } from './vectors.ts';

/** A paper that the group touched. @see Touch */
export interface Touched extends Readable {
  kind: Touch;
  /** ISO date. */
  on: string;
}

/** A paper of the group's past as a taste keeps it. */
export interface Past extends Vector {
  id: string;
  title: string;
  kind: Liking;
  on: string;
}

/** What was learnt of a group, as the database keeps it; lists go by the terms' numbers. */
export interface Taste {
  terms: string[];
  idf: number[];
  weights: number[];
  bias: number;
  past: Past[];
}

/** How much it tells that a group did this. */
const strength: Record<Touch, number> = {
  discussed: 1,
  approved: 0.8,
  wanted: 0.6,
  proposed: 0.5,
  withdrawn: 0.5
};
/** Terms kept of a paper of the past. */
const mostTermsKept = 60;

/**
 * Learns what a group likes from what it touched, against what it passed over. Hands back now and then, so that
 * whoever runs it can let others have their turn.
 * @returns null when either side has fewer than `fewestExamples` papers
 */
export function* learning(
  touched: readonly Touched[],
  passed: readonly Readable[]
): Generator<void, Taste | null> {
  const liked = touched.filter(isLiking);
  const disliked = touched.filter((paper) => !isLiking(paper));
  if (liked.length < fewestExamples || passed.length + disliked.length < fewestExamples) return null;
  const own = yield* inTurns(liked, countTerms);
  const others = yield* inTurns([...disliked, ...passed], countTerms);
  const { terms, idf } = yield* choosingTerms(own, others);
  const vocabulary = { numbers: new Map(terms.map((term, number) => [term, number])), idf };
  const vectors = yield* inTurns([...own, ...others], (counts) => vectorOf(counts, vocabulary));
  const examples: Example[] = vectors.map((vector, at) => ({
    vector,
    liked: at < liked.length,
    weight: strength[[...liked, ...disliked][at]?.kind ?? 'discussed']
  }));
  const { weights, bias } = yield* training(examples, terms.length);
  return {
    terms,
    idf: idf.map(short),
    weights: Array.from(weights, short),
    bias: short(bias),
    past: liked.map(({ id, title, kind, on }, at) => {
      const kept = heaviest(vectors[at]!, mostTermsKept);
      return { id, title, kind, on, terms: kept.terms, values: kept.values.map(short) };
    })
  };
}

/** The same in one go. */
export function learn(touched: readonly Touched[], passed: readonly Readable[]): Taste | null {
  const steps = learning(touched, passed);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function* inTurns<From, To>(list: readonly From[], make: (one: From) => To): Generator<void, To[]> {
  const made: To[] = [];
  for (const [at, one] of list.entries()) {
    if (at % textsATurn === 0) yield;
    made.push(make(one));
  }
  return made;
}

function isLiking(paper: Touched): paper is Touched & { kind: Liking } {
  return paper.kind !== 'withdrawn';
}

/** Five digits tell the weights apart, and keep the row small. */
function short(value: number): number {
  return Number(value.toPrecision(5));
}
