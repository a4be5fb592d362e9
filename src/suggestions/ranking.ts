import { likelihood } from './classifier.ts';
import type { Readable, Reason, Suggestion } from './suggestions.ts';
import type { Taste } from './taste.ts';
import { asWritten, countTerms } from './terms.ts';
import { vectorOf, type Vector, type Vocabulary } from './vectors.ts';

/** A taste made ready for ranking; making it takes longer than using it. */
export interface Judge {
  taste: Taste;
  vocabulary: Vocabulary;
  /** By term: which papers of the past hold it, and how much it weighs there. */
  holders: ReadonlyMap<number, { past: number; value: number }[]>;
}

const mostTermsTold = 3;
/** Of the telling terms, those from which the told ones come. */
const mostTermsLookedAt = 8;

/** Makes a taste ready for ranking. */
export function judgeOf(taste: Taste): Judge {
  const holders = new Map<number, { past: number; value: number }[]>();
  taste.past.forEach(({ terms, values }, past) =>
    terms.forEach((term, at) => {
      const held = { past, value: values[at]! };
      const known = holders.get(term);
      if (known) known.push(held);
      else holders.set(term, [held]);
    })
  );
  const numbers = new Map(taste.terms.map((term, number) => [term, number]));
  return { taste, vocabulary: { numbers, idf: taste.idf }, holders };
}

/**
 * Puts papers into the order in which the group is likely to want them, the likeliest first. Papers for which no
 * reason can be given are left out, and those of the past.
 */
export function rank(judge: Judge, papers: readonly Readable[]): Suggestion[] {
  const past = new Set(judge.taste.past.map(({ id }) => id));
  return papers
    .filter(({ id }) => !past.has(id))
    .map((paper) => judged(judge, paper))
    .filter((suggestion) => suggestion !== null)
    .sort((a, b) => b.score - a.score || (a.paperId < b.paperId ? -1 : 1));
}

function judged(judge: Judge, paper: Readable): Suggestion | null {
  const vector = vectorOf(countTerms(paper), judge.vocabulary);
  const reason = reasonFor(judge, paper, vector);
  if (!reason) return null;
  const { weights, bias } = judge.taste;
  const height = vector.terms.reduce((sum, term, at) => sum + weights[term]! * vector.values[at]!, bias);
  return { paperId: paper.id, score: likelihood(height), reason };
}

/** The nearest paper of the past by cosine, and those of the shared terms that speak most for the suggestion. */
function reasonFor(judge: Judge, paper: Readable, vector: Vector): Reason | null {
  const { past: index, shared } = nearest(judge, vector);
  const past = judge.taste.past[index];
  if (!past) return null;
  const { terms, weights } = judge.taste;
  const telling = shared
    .map(({ term, value }) => ({ term: terms[term]!, tells: value * weights[term]! }))
    .filter(({ tells }) => tells > 0)
    .sort((a, b) => b.tells - a.tells)
    .map(({ term }) => term);
  if (telling.length === 0) return null;
  const { id: paperId, title, kind, on } = past;
  return { like: { paperId, title, kind, on }, terms: asWritten(paper, withoutEchoes(telling)) };
}

function nearest({ taste, holders }: Judge, { terms, values }: Vector) {
  const cosines = new Float64Array(taste.past.length);
  terms.forEach((term, at) => {
    for (const { past, value } of holders.get(term) ?? []) cosines[past]! += value * values[at]!;
  });
  let past = -1;
  for (let at = 0; at < cosines.length; at++) if (cosines[at]! > (cosines[past] ?? 0)) past = at;
  const shared = terms.flatMap((term, at) => {
    const held = holders.get(term)?.find((one) => one.past === past);
    return held ? [{ term, value: held.value * values[at]! }] : [];
  });
  return { past, shared };
}

/** The first terms, without words that stand in another of them: `feature learning` says `feature` too. */
function withoutEchoes(terms: readonly string[]): string[] {
  const first = terms.slice(0, mostTermsLookedAt);
  return first.filter((term) => !first.some((longer) => holds(longer, term))).slice(0, mostTermsTold);
}

function holds(longer: string, term: string): boolean {
  return longer !== term && longer.split(' ').includes(term);
}
