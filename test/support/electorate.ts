import fc from 'fast-check';
import { noneOfThese, type Marks, type Rules } from '#ballots/rules.ts';
import type { Candidate } from '#ballots/counting.ts';

/* Random and published electorates for the tests of tallies. */

export const names = ['a', 'b', 'c', 'd', 'e'];

const day = (number: number) => new Date(Date.UTC(2026, 0, number));

/** A nomination that has waited since a day in January. */
export function candidate(id: string, { since = 1, gone = false, offered = false } = {}): Candidate {
  return { id, proposedAt: day(since), gone, offered };
}

/** Votes as papers print them: how many, then their order, best first; equals in parentheses: `5 A (CB) D`. */
export function ballots(text: string): Marks[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, times, order] = /^\s*(\d+)\s+(.*)$/.exec(line)!;
      const places = order!.match(/\([^)]*\)|[^\s()]/g)!.map((place) => place.replace(/[()\s]/g, ''));
      const marks = Object.fromEntries(
        places.flatMap((place, index) => [...place].map((id) => [id, index + 1]))
      );
      return Array<Marks>(Number(times)).fill(marks);
    });
}

/** Each method once. */
export const everyRule: Rules[] = [
  { method: 'approval' },
  { method: 'dots', budget: 6, most: 4 },
  { method: 'ranked' },
  { method: 'score', top: 5 }
];

/** One vote that the rules allow. */
export function someVote(rules: Rules): fc.Arbitrary<Marks> {
  const each = (most: number, ids = names) =>
    fc
      .tuple(...ids.map((id) => fc.integer({ min: 0, max: most }).map((mark) => [id, mark] as const)))
      .map((marks) => Object.fromEntries(marks.filter(([, mark]) => mark > 0)));
  switch (rules.method) {
    case 'approval':
      return each(1);
    case 'dots':
      return each(rules.most).filter((marks) => total(marks) <= rules.budget);
    case 'score':
      return each(rules.top);
    case 'ranked':
      return each(5, [...names, noneOfThese]);
  }
}

/** The sum of a vote's marks. */
export function total(marks: Marks): number {
  return Object.values(marks).reduce((sum, mark) => sum + mark, 0);
}

/** An electorate under one of the methods. */
export const someElectorate = fc.constantFrom(...everyRule).chain((rules) =>
  fc.record({
    votes: fc.array(someVote(rules), { maxLength: 12 }),
    candidates: fc
      .tuple(
        ...names.map((id) =>
          fc.record({
            id: fc.constant(id),
            since: fc.integer({ min: 1, max: 3 }),
            gone: fc.boolean(),
            offered: fc.boolean()
          })
        )
      )
      .map((all) => all.map(({ id, ...rest }) => candidate(id, rest))),
    circumstances: fc.record({
      rules: fc.constant(rules),
      seats: fc.integer({ min: 1, max: 4 }),
      quorum: fc.integer({ min: 1, max: 6 }),
      eligible: fc.constant(12),
      seed: fc.string()
    })
  })
);

/** A ranked electorate of which nothing left the queue. */
export const someRanking = fc.array(someVote({ method: 'ranked' }), { minLength: 1, maxLength: 15 });
