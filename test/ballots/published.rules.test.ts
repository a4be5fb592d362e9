import { expect, test } from 'vitest';
import type { Result } from '#ballots/ballots.ts';
import type { Marks, Rules } from '#ballots/rules.ts';
import { tally } from '#ballots/tally.ts';
import { ballots, candidate } from '../support/electorate.ts';

/* Examples that others have worked out, each with where it is printed. */

function counted(rules: Rules, ids: string, votes: Marks[], seats = 1): Result {
  const candidates = [...ids].map((id) => candidate(id));
  return tally(votes, candidates, { rules, seats, quorum: 1, eligible: votes.length, seed: 'seed' });
}
const ranked = (ids: string, votes: Marks[], seats?: number) =>
  counted({ method: 'ranked' }, ids, votes, seats);
/** The upper left part of a table, without "none of these". */
const among = (table: number[][], options: number) =>
  table.slice(0, options).map((row) => row.slice(0, options));

test('Schulze’s 45 voters rank E > A > C > B > D (Schulze 2011, section 3; Wikipedia, “Schulze method”)', () => {
  const votes = ballots(`
    5 A C B E D
    5 A D E C B
    8 B E D A C
    3 C A B E D
    7 C A E B D
    2 C B A D E
    7 D C E B A
    8 E B A D C`);
  const { places, winners, duels } = ranked('ABCDE', votes);
  expect(winners).toEqual(['E']);
  expect(places).toEqual([['E'], ['A'], ['C'], ['B'], ['D']]);
  expect(among(duels!.preferred, 5)).toEqual([
    [0, 20, 26, 30, 22],
    [25, 0, 16, 33, 18],
    [19, 29, 0, 17, 24],
    [15, 12, 28, 0, 14],
    [23, 27, 21, 31, 0]
  ]);
  expect(among(duels!.strongest, 5)).toEqual([
    [0, 28, 28, 30, 24],
    [25, 0, 28, 33, 24],
    [25, 29, 0, 29, 24],
    [25, 28, 28, 0, 24],
    [25, 28, 28, 31, 0]
  ]);
});

test('the first three of Schulze’s 45 voters are E, A and C', () => {
  const votes = ballots('5 ACBED\n5 ADECB\n8 BEDAC\n3 CABED\n7 CAEBD\n2 CBADE\n7 DCEBA\n8 EBADC');
  expect(ranked('ABCDE', votes, 3).winners).toEqual(['E', 'A', 'C']);
});

test('30 voters, four options: D > A > C > B (Schulze, “A New Monotonic … Method”, example 2)', () => {
  const votes = ballots('5 ACBD\n2 ACDB\n3 ADCB\n4 BACD\n3 CBDA\n3 CDBA\n1 DACB\n5 DBAC\n4 DCBA');
  expect(ranked('ABCD', votes).places).toEqual([['D'], ['A'], ['C'], ['B']]);
});

test('30 voters, five options: B > A > D > E > C (Schulze, example 3)', () => {
  const votes = ballots('3 ABDEC\n5 ADEBC\n1 ADECB\n2 BADEC\n2 BDECA\n4 CABDE\n6 CBADE\n2 DBECA\n5 DECAB');
  expect(ranked('ABCDE', votes).places).toEqual([['B'], ['A'], ['D'], ['E'], ['C']]);
});

test('nine voters, four options: B and D are both unbeaten, so the tie-break decides (Schulze, example 4)', () => {
  const { places, tieBreak } = ranked('ABCD', ballots('3 ABCD\n2 DABC\n2 DBCA\n2 CBDA'));
  expect(places[0]).toEqual(['B', 'D']);
  expect(tieBreak).toMatchObject({ between: ['B', 'D'], by: 'draw' });
});

test('Condorcet’s 60 voters have a cycle, and B is chosen (Condorcet 1785; Young 1988)', () => {
  const { places, duels } = ranked('ABC', ballots('23 ABC\n17 BCA\n2 BAC\n10 CAB\n8 CBA'));
  expect(among(duels!.preferred, 3)).toEqual([
    [0, 33, 25],
    [27, 0, 42],
    [35, 18, 0]
  ]);
  expect(places).toEqual([['B'], ['C'], ['A']]);
});

test('a perfect Condorcet cycle has no best, so it is drawn', () => {
  const { places, winners, tieBreak } = ranked('ABC', ballots('1 ABC\n1 BCA\n1 CAB'));
  expect(places).toEqual([['A', 'B', 'C']]);
  expect(tieBreak).toMatchObject({ by: 'draw', between: ['A', 'B', 'C'], seed: 'seed' });
  expect(winners).toHaveLength(1);
});

test('a cycle is broken at its weakest link', () => {
  expect(ranked('ABC', ballots('4 ABC\n3 BCA\n2 CAB')).places).toEqual([['A'], ['B'], ['C']]);
});

/* The capital of Tennessee: Memphis, Nashville, Chattanooga, Knoxville (Wikipedia, on each method’s page). */
const tennessee = ballots(`
  42 M N C K
  26 N C K M
  15 C K N M
  17 K C N M`);

test('Tennessee by ranking: Nashville beats every other city, first choices say Memphis', () => {
  const { winners, duels, places } = ranked('MNCK', tennessee);
  expect(winners).toEqual(['N']);
  expect(among(duels!.preferred, 4)[1]).toEqual([58, 0, 68, 68]);
  expect(places).toEqual([['N'], ['C'], ['K'], ['M']]);
});

test('Tennessee by approval of the two nearest: Nashville 68, Chattanooga 58, Memphis 42, Knoxville 32', () => {
  const votes = tennessee.map((ranks) =>
    Object.fromEntries(Object.entries(ranks).flatMap(([id, rank]) => (rank <= 2 ? [[id, 1]] : [])))
  );
  const { counts, winners } = counted({ method: 'approval' }, 'MNCK', votes);
  expect(winners).toEqual(['N']);
  expect(pointsOf(counts)).toEqual({ M: 42, N: 68, C: 58, K: 32 });
});

test('Tennessee by score with Borda’s 3, 2, 1, 0: Nashville 194, Chattanooga 173, Memphis 126, Knoxville 107', () => {
  const votes = tennessee.map((ranks) =>
    Object.fromEntries(Object.entries(ranks).map(([id, rank]) => [id, 4 - rank]))
  );
  const { counts, winners } = counted({ method: 'score', top: 3 }, 'MNCK', votes);
  expect(winners).toEqual(['N']);
  expect(pointsOf(counts)).toEqual({ M: 126, N: 194, C: 173, K: 107 });
});

test('with three dots and three seats, two fifths who agree get their one (Sawyer & MacRae 1962, on Illinois)', () => {
  const votes = [...Array<Marks>(60).fill({ A: 1, B: 1, C: 1 }), ...Array<Marks>(40).fill({ X: 3 })];
  const result = counted({ method: 'dots', budget: 3, most: 3 }, 'ABCX', votes, 3);
  expect(pointsOf(result.counts)).toEqual({ A: 60, B: 60, C: 60, X: 120 });
  expect(result.winners[0]).toBe('X');
  expect(result.winners).toHaveLength(3);
});

function pointsOf(counts: Result['counts']) {
  return Object.fromEntries(Object.entries(counts).map(([id, { points }]) => [id, points]));
}
