import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noneOfThese, type Marks } from '#ballots/rules.ts';
import { countDots } from '#ballots/dots.ts';
import { countRanked, preferences, strongestPaths } from '#ballots/ranked.ts';
import { tally } from '#ballots/tally.ts';
import {
  candidate,
  everyRule,
  names,
  someElectorate,
  someRanking,
  someVote,
  total
} from '../support/electorate.ts';

const all = [...names, noneOfThese];
const standing = names.map((id) => candidate(id));
const rename = (id: string) => (id === noneOfThese ? id : names[(names.indexOf(id) + 2) % names.length]!);
const rankOf = (marks: Marks, id: string) => marks[id] ?? Number.POSITIVE_INFINITY;

test('anonymity: it does not matter who voted', () => {
  fc.assert(
    fc.property(someElectorate, ({ votes, candidates, circumstances }) => {
      const result = tally(votes, candidates, circumstances);
      expect(tally(votes.toReversed(), candidates, circumstances)).toEqual(result);
      expect(tally(votes.slice(1).concat(votes.slice(0, 1)), candidates, circumstances)).toEqual(result);
    })
  );
});

test('neutrality: it does not matter what an option is called, as long as no draw decides', () => {
  fc.assert(
    fc.property(someElectorate, ({ votes, candidates, circumstances }) => {
      const result = tally(votes, candidates, circumstances);
      fc.pre(result.tieBreak?.by !== 'draw');
      const other = tally(
        votes.map((marks) =>
          Object.fromEntries(Object.entries(marks).map(([id, mark]) => [rename(id), mark]))
        ),
        candidates.map((one) => ({ ...one, id: rename(one.id) })),
        circumstances
      );
      expect(other.winners.toSorted()).toEqual(result.winners.map(rename).toSorted());
    })
  );
});

test('neutrality: it does not matter in which order the options stand on the ballot', () => {
  fc.assert(
    fc.property(someElectorate, ({ votes, candidates, circumstances }) => {
      const result = tally(votes, candidates, circumstances);
      expect(tally(votes, candidates.toReversed(), circumstances).winners).toEqual(result.winners);
    })
  );
});

test('winners wait, have the quorum and support, and are no more than the seats', () => {
  fc.assert(
    fc.property(someElectorate, ({ votes, candidates, circumstances }) => {
      const { winners, counts, gone } = tally(votes, candidates, circumstances);
      expect(winners.length).toBeLessThanOrEqual(circumstances.seats);
      expect(new Set(winners).size).toBe(winners.length);
      if (votes.length < circumstances.quorum) expect(winners).toEqual([]);
      for (const winner of winners) {
        expect(gone).not.toContain(winner);
        expect(counts[winner]!.supporters).toBeGreaterThan(0);
      }
    })
  );
});

test('in methods that add up, nobody left out has more points than a winner and as much support', () => {
  fc.assert(
    fc.property(someElectorate, ({ votes, candidates, circumstances }) => {
      fc.pre(circumstances.rules.method !== 'ranked');
      const { winners, counts, gone, noneOfThese } = tally(votes, candidates, circumstances);
      for (const winner of winners) {
        expect(counts[winner]!.supporters).toBeGreaterThanOrEqual(noneOfThese);
        for (const { id } of candidates) {
          if (gone.includes(id) || winners.includes(id) || counts[id]!.supporters < noneOfThese) continue;
          expect(counts[winner]!.points).toBeGreaterThanOrEqual(counts[id]!.points);
        }
      }
    })
  );
});

test('monotonicity: more for a winner never makes it lose (approval, dots, score)', () => {
  fc.assert(
    fc.property(someElectorate, fc.nat(), ({ votes, candidates, circumstances }, which) => {
      const { rules } = circumstances;
      fc.pre(rules.method !== 'ranked' && votes.length > 0);
      const { winners } = tally(votes, candidates, circumstances);
      fc.pre(winners.length > 0);
      const winner = winners[0]!;
      const voter = which % votes.length;
      const most = rules.method === 'approval' ? 1 : rules.method === 'dots' ? rules.most : 5;
      const more = { ...votes[voter], [winner]: Math.min(most, (votes[voter]![winner] ?? 0) + 1) };
      fc.pre(rules.method !== 'dots' || total(more) <= rules.budget);
      expect(tally(votes.with(voter, more), candidates, circumstances).winners).toContain(winner);
    })
  );
});

test('monotonicity: to rank one of the best higher keeps it among the best (ranked)', () => {
  fc.assert(
    fc.property(someRanking, fc.nat(), fc.integer({ min: 0, max: 5 }), (votes, which, rank) => {
      const [best = []] = countRanked(votes, standing).places;
      fc.pre(best.length > 0);
      const winner = best[0]!;
      const voter = which % votes.length;
      const before = votes[voter]!;
      const doubled = Object.fromEntries(Object.entries(before).map(([id, mark]) => [id, mark * 2]));
      const raised = { ...doubled, [winner]: Math.min(rank * 2 + 1, rankOf(doubled, winner)) };
      expect(countRanked(votes.with(voter, raised), standing).places[0]).toContain(winner);
    })
  );
});

test('Condorcet winner: an option that beats every other and “none of these” wins alone', () => {
  fc.assert(
    fc.property(someRanking, (votes) => {
      const table = preferences(votes, all);
      const beatsAll = names.find((_, a) => all.every((__, b) => a === b || table[a]![b]! > table[b]![a]!));
      fc.pre(beatsAll !== undefined);
      expect(countRanked(votes, standing).places[0]).toEqual([beatsAll]);
    })
  );
});

test('Condorcet loser: an option that every other and “none of these” beats is never chosen', () => {
  fc.assert(
    fc.property(someRanking, (votes) => {
      const losing = losesToAll(votes, all);
      fc.pre(losing !== undefined);
      expect(countRanked(votes, standing).places.flat()).not.toContain(losing);
    })
  );
});

test('Condorcet loser: where nobody ranks “none of these”, what every other option beats is never among the best of several', () => {
  const withoutNone = someRanking.map((votes) => votes.map(({ [noneOfThese]: _, ...marks }): Marks => marks));
  fc.assert(
    fc.property(withoutNone, (votes) => {
      const losing = losesToAll(votes, names);
      fc.pre(losing !== undefined);
      const { places } = countRanked(votes, standing);
      fc.pre(places.flat().length > 1);
      expect(places[0]).not.toContain(losing);
    })
  );
});

test('what every other option beats can still be level with the best when “none of these” closes the circle', () => {
  const circle: Marks[] = [
    { a: 1, b: 2, [noneOfThese]: 3 },
    { b: 1, [noneOfThese]: 2, a: 3 },
    { [noneOfThese]: 1, a: 2, b: 3 }
  ];
  expect(losesToAll(circle, ['a', 'b'])).toBe('b');
  expect(countRanked(circle, [candidate('a'), candidate('b')]).places).toEqual([['a', 'b']]);
});

/** The option that each other one beats, if there is one. */
function losesToAll(votes: readonly Marks[], options: readonly string[]): string | undefined {
  const table = preferences(votes, options);
  return names.find((_, a) => options.every((__, b) => a === b || table[a]![b]! < table[b]![a]!));
}

test('Smith set: the best are of the smallest set whose members beat all outside it', () => {
  fc.assert(
    fc.property(someRanking, (votes) => {
      const smith = smithSet(preferences(votes, all)).map((option) => all[option]);
      for (const id of countRanked(votes, standing).places[0] ?? []) expect(smith).toContain(id);
    })
  );
});

/** Grows from those that lose least until everyone in it beats everyone outside. */
function smithSet(table: number[][]): number[] {
  const options = table.map((_, option) => option);
  const sets = options.map((start) => {
    const set = new Set([start]);
    let size = 0;
    while (size !== set.size) {
      size = set.size;
      for (const inside of [...set])
        for (const other of options)
          if (other !== inside && table[inside]![other]! <= table[other]![inside]!) set.add(other);
    }
    return [...set];
  });
  return sets.reduce((least, set) => (set.length < least.length ? set : least));
}

test('clones: a copy of the only best one takes the win from nobody else', () => {
  fc.assert(
    fc.property(someRanking, (votes) => {
      const { places } = countRanked(votes, standing);
      fc.pre(places[0]?.length === 1);
      const [winner] = places[0]!;
      // Ranked as the original is by everybody: put below it, it would also stand below what ties with it.
      const cloned = votes.map((marks) => ({
        ...marks,
        ...(marks[winner!] !== undefined && { clone: marks[winner!]! })
      }));
      const best = countRanked(cloned, [...standing, candidate('clone')]).places[0]!;
      for (const id of best) expect([winner, 'clone']).toContain(id);
    })
  );
});

test('only the order of ranks counts, not their numbers', () => {
  fc.assert(
    fc.property(someRanking, (votes) => {
      const spread = votes.map((marks) =>
        Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, mark * mark + 7]))
      );
      expect(countRanked(spread, standing)).toEqual(countRanked(votes, standing));
    })
  );
});

test('strongest paths are those that trying out every path finds', () => {
  fc.assert(
    fc.property(someRanking, fc.subarray(names), (votes, left) => {
      const table = preferences(votes, all);
      const gone = all.map((id) => left.includes(id));
      const found = strongestPaths(table, gone);
      for (const a of all.keys())
        for (const b of all.keys()) if (a !== b) expect(found[a]![b]).toBe(bestPath(table, gone, a, b));
    }),
    { numRuns: 60 }
  );
});

/** Schulze’s definition word for word: of all paths, the greatest strength of a weakest link. */
function bestPath(table: number[][], gone: boolean[], from: number, to: number, over: number[] = []): number {
  if (gone[from] || gone[to]) return 0;
  const link = (a: number, b: number) => (table[a]![b]! > table[b]![a]! ? table[a]![b]! : 0);
  const detours = [...table.keys()]
    .filter((next) => next !== from && next !== to && !over.includes(next) && !gone[next])
    .map((next) => Math.min(link(from, next), bestPath(table, gone, next, to, [...over, from])));
  return Math.max(link(from, to), ...detours);
}

test('pairwise counts are those of asking every vote about every pair', () => {
  fc.assert(
    fc.property(someRanking, (votes) => {
      const asked = all.map((a) =>
        all.map((b) => votes.filter((marks) => rankOf(marks, a) < rankOf(marks, b)).length)
      );
      expect(preferences(votes, all)).toEqual(asked);
    })
  );
});

test('dots never go over the budget, whatever stands in the table', () => {
  const rules = { method: 'dots', budget: 6, most: 4 } as const;
  const junk = fc.dictionary(fc.constantFrom(...names, 'other'), fc.integer({ min: -3, max: 20 }));
  fc.assert(
    fc.property(fc.array(fc.oneof(someVote(rules), junk), { maxLength: 12 }), (votes) => {
      const { counts } = countDots(votes, standing, rules);
      const given = Object.values(counts).reduce((sum, { points }) => sum + points, 0);
      expect(given).toBeLessThanOrEqual(votes.length * rules.budget);
      for (const { points, supporters } of Object.values(counts))
        expect(points).toBeLessThanOrEqual(supporters * rules.most);
    })
  );
});

test('unanimity: what every vote puts above all else wins alone, in any method', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...names), (voters, favourite) => {
      for (const rules of everyRule) {
        const votes = Array<Marks>(voters).fill({ [favourite]: 1 });
        const result = tally(votes, standing, { rules, seats: 1, quorum: 1, eligible: 9, seed: 's' });
        expect(result.winners).toEqual([favourite]);
      }
    })
  );
});
