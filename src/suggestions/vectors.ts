import type { Counted } from './terms.ts';

/** A text as the numbers of its terms and how much each weighs; of length one, unless nothing in it is known. */
export interface Vector {
  terms: number[];
  values: number[];
}

/** The terms that a taste knows, each with its number and how rare it is. */
export interface Vocabulary {
  numbers: ReadonlyMap<string, number>;
  /** Inverse document frequency by number. */
  idf: readonly number[];
}

/** Terms kept; those of the group's own papers come first. */
const mostTerms = 20_000;
/** A term of one paper alone tells nothing about another. */
const fewestPapers = 2;
/** Texts gone through before others have their turn. */
export const textsATurn = 25;

/**
 * Chooses the terms of a vocabulary. The idf is smoothed: ln((1 + n) / (1 + df)) + 1. Hands back now and then.
 * @param own the texts that were chosen @param others those passed over
 */
export function* choosingTerms(
  own: readonly ReadonlyMap<string, number>[],
  others: readonly ReadonlyMap<string, number>[]
): Generator<void, { terms: string[]; idf: number[] }> {
  const inOwn = yield* frequencies(own);
  const inAll = yield* frequencies(others, new Map(inOwn));
  const shared: { term: string; papers: number; own: number }[] = [];
  for (const [term, papers] of inAll) {
    if (papers >= fewestPapers) shared.push({ term, papers, own: inOwn.get(term) ?? 0 });
  }
  yield;
  const kept = shared.sort((a, b) => b.own - a.own || b.papers - a.papers).slice(0, mostTerms);
  yield;
  const texts = own.length + others.length;
  return {
    terms: kept.map(({ term }) => term),
    idf: kept.map(({ papers }) => Math.log((1 + texts) / (1 + papers)) + 1)
  };
}

/** In how many texts each term occurs. */
function* frequencies(
  texts: readonly ReadonlyMap<string, number>[],
  found = new Map<string, number>()
): Generator<void, Map<string, number>> {
  for (const [at, text] of texts.entries()) {
    if (at % textsATurn === 0) yield;
    for (const term of text.keys()) found.set(term, (found.get(term) ?? 0) + 1);
  }
  return found;
}

/** What a text says of the terms that a vocabulary knows. */
export function vectorOf(counts: ReadonlyMap<string, number>, { numbers, idf }: Vocabulary): Vector {
  const known: Counted = { terms: [], counts: [] };
  for (const [term, count] of counts) {
    const number = numbers.get(term);
    if (number === undefined) continue;
    known.terms.push(number);
    known.counts.push(count);
  }
  return weighed(known, idf);
}

/** TF-IDF with sublinear term frequencies, 1 + ln(tf), scaled to length one (Salton & Buckley 1988). */
export function weighed({ terms, counts }: Counted, idf: readonly number[]): Vector {
  const values = counts.map((count, at) => (1 + Math.log(count)) * idf[terms[at]!]!);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { terms, values: values.map((value) => value / length) };
}

/** The heaviest terms of a vector, at most so many, as they stood in it. */
export function heaviest({ terms, values }: Vector, most: number): Vector {
  const kept = terms
    .map((term, at) => ({ term, value: values[at]! }))
    .sort((a, b) => b.value - a.value || a.term - b.term)
    .slice(0, most);
  return { terms: kept.map(({ term }) => term), values: kept.map(({ value }) => value) };
}
