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

/**
 * Chooses the terms of a vocabulary. The idf is smoothed: ln((1 + n) / (1 + df)) + 1.
 * @param own the texts that were chosen @param others those passed over
 */
export function chooseTerms(
  own: readonly ReadonlyMap<string, number>[],
  others: readonly ReadonlyMap<string, number>[]
): { terms: string[]; idf: number[] } {
  const frequencies = new Map<string, { own: number; all: number }>();
  for (const [texts, isOwn] of [[own, 1] as const, [others, 0] as const]) {
    for (const term of texts.flatMap((text) => [...text.keys()])) {
      const known = frequencies.get(term);
      if (!known) frequencies.set(term, { own: isOwn, all: 1 });
      else {
        known.own += isOwn;
        known.all++;
      }
    }
  }
  const kept = [...frequencies]
    .filter(([, { all }]) => all >= fewestPapers)
    .sort(([a, one], [b, two]) => two.own - one.own || two.all - one.all || (a < b ? -1 : 1))
    .slice(0, mostTerms);
  const texts = own.length + others.length;
  return {
    terms: kept.map(([term]) => term),
    idf: kept.map(([, { all }]) => Math.log((1 + texts) / (1 + all)) + 1)
  };
}

/** TF-IDF with sublinear term frequencies, 1 + ln(tf), scaled to length one (Salton & Buckley 1988). */
export function vectorOf(counts: ReadonlyMap<string, number>, { numbers, idf }: Vocabulary): Vector {
  const vector: Vector = { terms: [], values: [] };
  let squares = 0;
  for (const [term, count] of counts) {
    const number = numbers.get(term);
    if (number === undefined) continue;
    const value = (1 + Math.log(count)) * idf[number]!;
    vector.terms.push(number);
    vector.values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  vector.values = vector.values.map((value) => value / length);
  return vector;
}

/** The heaviest terms of a vector, at most so many, as they stood in it. */
export function heaviest({ terms, values }: Vector, most: number): Vector {
  const kept = terms
    .map((term, at) => ({ term, value: values[at]! }))
    .sort((a, b) => b.value - a.value || a.term - b.term)
    .slice(0, most);
  return { terms: kept.map(({ term }) => term), values: kept.map(({ value }) => value) };
}
