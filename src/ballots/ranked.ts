import { noneOfThese, type Duels, type Marks } from '#ballots/ballots.ts';
import type { Candidate, Counted } from '#ballots/counting.ts';

/**
 * Ranked: the Schulze method by winning votes (Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011).
 *
 * "None of these" takes part like an option. What is not ranked stands last, all of it equal; so whoever ranks it puts
 * what is below it down as unacceptable, and whoever does not accepts all they ranked. An option can be chosen when it
 * still waits, "none of these" does not beat it, and at least one vote prefers it to "none of these".
 *
 * What left the queue stays in the pairwise table and takes part in no path, so it changes nothing between the others.
 * With several winners the ranking's first ones are taken. That is not proportional: a majority can fill all places.
 */
export function countRanked(votes: readonly Marks[], candidates: readonly Candidate[]): Counted {
  const ids = [...candidates.map(({ id }) => id), noneOfThese];
  const preferred = preferences(votes, ids);
  const strongest = strongestPaths(
    preferred,
    candidates.map(({ gone }) => gone)
  );
  const none = ids.length - 1;
  const supporters = (option: number) => preferred[option]![none]!;
  const eligible = candidates
    .map((_, option) => option)
    .filter((option) => !candidates[option]!.gone && supporters(option) > 0)
    .filter((option) => strongest[none]![option]! <= strongest[option]![none]!);
  return {
    counts: Object.fromEntries(
      candidates.map(({ id }, option) => [id, { points: supporters(option), supporters: supporters(option) }])
    ),
    noneOfThese: votes.filter((marks) => !prefersAny(marks, ids)).length,
    places: layers(eligible, strongest).map((place) => place.map((option) => ids[option]!)),
    duels: { ids, preferred, strongest }
  };
}

const last = Number.POSITIVE_INFINITY;

/** The vote puts something above "none of these". */
function prefersAny(marks: Marks, ids: readonly string[]): boolean {
  const none = marks[noneOfThese] ?? last;
  return ids.some((id) => (marks[id] ?? last) < none);
}

/** `[a][b]`: votes that rank a above b. */
export function preferences(votes: readonly Marks[], ids: readonly string[]): number[][] {
  const size = ids.length;
  const table = new Uint32Array(size * size);
  const ranks = new Float64Array(size);
  for (const marks of votes) {
    for (let option = 0; option < size; option++) ranks[option] = marks[ids[option]!] ?? last;
    for (let a = 0; a < size; a++) {
      const mine = ranks[a]!;
      if (mine === last) continue;
      for (let b = 0; b < size; b++) if (mine < ranks[b]!) table[a * size + b]!++;
    }
  }
  return ids.map((_, a) => [...table.subarray(a * size, (a + 1) * size)]);
}

/**
 * `[a][b]`: the strength of the strongest path from a to b. A path is as strong as its weakest link, a link from a to b
 * as strong as the votes for a over b when they are more than those for b over a. By Floyd and Warshall.
 * @param left options that take part in no path
 */
export function strongestPaths(preferred: Duels['preferred'], left: readonly boolean[]): Duels['strongest'] {
  const options = preferred.map((_, option) => option);
  const takesPart = (option: number) => left[option] !== true;
  const paths = options.map((a) =>
    options.map((b) => {
      const [mine, theirs] = [preferred[a]![b]!, preferred[b]![a]!];
      return mine > theirs && takesPart(a) && takesPart(b) ? mine : 0;
    })
  );
  for (const over of options)
    for (const from of options) {
      if (from === over) continue;
      for (const to of options) {
        if (to === from || to === over) continue;
        const detour = Math.min(paths[from]![over]!, paths[over]![to]!);
        if (detour > paths[from]![to]!) paths[from]![to] = detour;
      }
    }
  return paths;
}

/** Those that no other one beats, then those that no other one of the rest beats, and so on. */
function layers(options: readonly number[], strongest: Duels['strongest']): number[][] {
  const beats = (a: number, b: number) => strongest[a]![b]! > strongest[b]![a]!;
  const found: number[][] = [];
  let rest = [...options];
  while (rest.length > 0) {
    const unbeaten = rest.filter((option) => !rest.some((other) => beats(other, option)));
    found.push(unbeaten);
    rest = rest.filter((option) => !unbeaten.includes(option));
  }
  return found;
}
