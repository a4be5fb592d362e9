import { likelihood } from './classifier.ts';
import type { Readable, Reason, Suggestion } from './suggestions.ts';
import type { Taste } from './taste.ts';
import { asWritten, countKnown, dictionaryOf, type Dictionary } from './terms.ts';
import { weighed, type Vector } from './vectors.ts';

/** A taste made ready for ranking; making it takes longer than using it. */
export interface Judge {
  taste: Taste;
  dictionary: Dictionary;
  /**
   * Which papers of the past hold a term, and how much it weighs in them: those of term t stand from `from[t]` to
   * before `from[t + 1]`.
   */
  holders: { from: Int32Array; past: Int32Array; value: Float64Array };
  /** Papers read before: the same day is looked at by everyone in the group. */
  read: Map<string, { text: Readable; vector: Vector }>;
}

/** Papers further down are no suggestions, however long the day. */
const mostSuggested = 50;
const mostRead = 1_000;
const mostTermsTold = 3;
/** Of the telling terms, those from which the told ones come. */
const mostTermsLookedAt = 8;

/** Makes a taste ready for ranking. */
export function judgeOf(taste: Taste): Judge {
  const from = new Int32Array(taste.terms.length + 1);
  for (const { terms } of taste.past) for (const term of terms) from[term + 1]!++;
  for (let term = 0; term < taste.terms.length; term++) from[term + 1]! += from[term]!;
  const next = from.slice();
  const past = new Int32Array(from.at(-1)!);
  const value = new Float64Array(past.length);
  taste.past.forEach(({ terms, values }, index) =>
    terms.forEach((term, at) => {
      const place = next[term]!++;
      past[place] = index;
      value[place] = values[at]!;
    })
  );
  const numbers = new Map(taste.terms.map((term, number) => [term, number]));
  return { taste, dictionary: dictionaryOf(numbers), holders: { from, past, value }, read: new Map() };
}

/**
 * Puts papers into the order in which the group is likely to want them, the likeliest first; at most `mostSuggested`.
 * Papers for which no reason can be given are left out, and those of the past.
 */
export function rank(judge: Judge, papers: readonly Readable[]): Suggestion[] {
  const past = new Set(judge.taste.past.map(({ id }) => id));
  const likeliest = papers
    .filter(({ id }) => !past.has(id))
    .map((paper) => judged(judge, paper))
    .sort((a, b) => b.score - a.score || (a.paper.id < b.paper.id ? -1 : 1));
  const suggestions: Suggestion[] = [];
  for (const { paper, vector, score } of likeliest) {
    if (suggestions.length === mostSuggested) break;
    const reason = reasonFor(judge, paper, vector);
    if (reason) suggestions.push({ paperId: paper.id, score, reason });
  }
  return suggestions;
}

function judged(judge: Judge, paper: Readable) {
  const { taste } = judge;
  const vector = vectorIn(judge, paper);
  const { terms, values } = vector;
  let height = taste.bias;
  for (let at = 0; at < terms.length; at++) height += taste.weights[terms[at]!]! * values[at]!;
  return { paper, vector, score: likelihood(height) };
}

function vectorIn({ taste, dictionary, read }: Judge, { id, title, abstract }: Readable): Vector {
  const known = read.get(id);
  if (known?.text.title === title && known.text.abstract === abstract) return known.vector;
  if (read.size >= mostRead) read.clear();
  const text = { id, title, abstract };
  const vector = weighed(countKnown(text, dictionary), taste.idf);
  read.set(id, { text, vector });
  return vector;
}

/** The nearest paper of the past by cosine, and those of the shared terms that speak most for the suggestion. */
function reasonFor(judge: Judge, paper: Readable, vector: Vector): Reason | null {
  const past = judge.taste.past[nearest(judge, vector)];
  if (!past) return null;
  const { terms, weights } = judge.taste;
  const here = new Map(vector.terms.map((term, at) => [term, vector.values[at]!]));
  const telling = past.terms
    .map((term, at) => ({ term, tells: (here.get(term) ?? 0) * past.values[at]! * weights[term]! }))
    .filter(({ tells }) => tells > 0)
    .sort((a, b) => b.tells - a.tells)
    .map(({ term }) => terms[term]!);
  if (telling.length === 0) return null;
  const { id: paperId, title, kind, on } = past;
  return { like: { paperId, title, kind, on }, terms: asWritten(paper, withoutEchoes(telling)) };
}

/** @returns the place of the nearest paper in the past; -1 when none shares a term */
function nearest({ taste, holders: { from, past, value } }: Judge, { terms, values }: Vector): number {
  const cosines = new Float64Array(taste.past.length);
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!;
    for (let place = from[term]!; place < from[term + 1]!; place++) {
      cosines[past[place]!]! += value[place]! * values[at]!;
    }
  }
  let best = -1;
  for (let at = 0; at < cosines.length; at++) if (cosines[at]! > (cosines[best] ?? 0)) best = at;
  return best;
}

/** The first terms, without words that stand in another of them: `feature learning` says `feature` too. */
function withoutEchoes(terms: readonly string[]): string[] {
  const first = terms.slice(0, mostTermsLookedAt);
  return first.filter((term) => !first.some((longer) => holds(longer, term))).slice(0, mostTermsTold);
}

function holds(longer: string, term: string): boolean {
  return longer !== term && longer.split(' ').includes(term);
}
