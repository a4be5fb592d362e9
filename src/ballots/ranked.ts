import type { Duels } from '#ballots/ballots.ts';
import { noneOfThese, type Marks } from '#ballots/rules.ts';
import type { Candidate, Counted } from '#ballots/counting.ts';

/**
 * Ranked: the Schulze method by winning votes (Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011).
 *
 * "None of these" takes part like an option. What is not ranked stands last, all of it equal; so whoever ranks it puts
 * what is below it down as unacceptable, and whoever does not accepts all they ranked. An option can be chosen when it
 * still waits, "none of these" does not beat it, and at least one vote prefers it to "none of these". Paths lead through
 * it too: an option that all others beat is level with them where it beats "none of these" and that beats them.
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
  const table = new Uint32Array(ids.length * ids.length);
  const ranks = new Int32Array(ids.length);
  for (const marks of votes) {
    for (let option = 0; option < ids.length; option++) ranks[option] = marks[ids[option]!] ?? beyond;
    addVote(table, ranks);
  }
  return rowsOf(table, ids.length);
}

/** Stands for no rank in whole numbers: below every rank, and small enough for the difference of two to fit 32 bits. */
const beyond = 2 ** 30;

/**
 * The innermost of the counting: its sign bit says whether a comparison is won. A branch instead would be guessed wrong
 * every other time, and a ballot is closed once, by code that has not run before.
 */
function addVote(table: Uint32Array, ranks: Int32Array): void {
  for (let a = 0; a < ranks.length; a++) {
    const mine = ranks[a]!;
    const row = a * ranks.length;
    for (let b = 0; b < ranks.length; b++) table[row + b]! += (mine - ranks[b]!) >>> 31;
  }
}

/**
 * `[a][b]`: the strength of the strongest path from a to b. A path is as strong as its weakest link, a link from a to b
 * as strong as the votes for a over b when they are more than those for b over a. By Floyd and Warshall.
 * @param left options that take part in no path
 */
export function strongestPaths(preferred: Duels['preferred'], left: readonly boolean[]): Duels['strongest'] {
  const size = preferred.length;
  const paths = links(preferred, left);
  for (let over = 0; over < size; over++)
    for (let from = 0; from < size; from++) {
      const first = paths[from * size + over]!;
      if (first === 0) continue;
      for (let to = 0; to < size; to++) {
        const second = paths[over * size + to]!;
        const detour = first < second ? first : second;
        if (detour > paths[from * size + to]! && from !== to) paths[from * size + to] = detour;
      }
    }
  return rowsOf(paths, size);
}

function links(preferred: Duels['preferred'], left: readonly boolean[]): Uint32Array {
  const size = preferred.length;
  const paths = new Uint32Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      const mine = preferred[a]![b]!;
      if (!left[a] && !left[b] && mine > preferred[b]![a]!) paths[a * size + b] = mine;
    }
  return paths;
}

function rowsOf(table: Uint32Array, size: number): number[][] {
  return Array.from({ length: size }, (_, row) => [...table.subarray(row * size, (row + 1) * size)]);
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
