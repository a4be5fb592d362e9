import { type Marks, type Rules, noneOfThese } from '#ballots/rules.ts';
import { tally } from '#ballots/tally.ts';
import type { Candidate } from '#ballots/counting.ts';
import { seeded } from '../../support/random.ts';

const voters = 1_000;
const options = 50;
const runs = 31;

const methods: Rules[] = [
  { method: 'approval' },
  { method: 'dots', budget: 100, most: 20 },
  { method: 'ranked' },
  { method: 'score', top: 5 }
];

/** How long counting a large ballot takes in each method, milliseconds; the votes are the same in every run. */
export function tallyTimes(): { method: string; median: number; worst: number }[] {
  return methods.map((rules) => {
    const random = seeded(rules.method.length);
    const candidates: Candidate[] = Array.from({ length: options }, (_, index) => ({
      ...{ id: `nomination-${index}`, proposedAt: new Date(index), gone: index % 17 === 0 }
    }));
    const votes = Array.from({ length: voters }, () => someVote(rules, candidates, random));
    const times = Array.from({ length: runs }, () => {
      const begun = performance.now();
      tally(votes, candidates, { rules, seats: 3, quorum: 1, eligible: voters, seed: 'bench' });
      return performance.now() - begun;
    }).sort((a, b) => a - b);
    // The first run, without compiled code, is among the worst: closing a ballot is such a first run.
    return { method: rules.method, median: times[runs >> 1]!, worst: times.at(-1)! };
  });
}

function someVote(rules: Rules, candidates: Candidate[], random: () => number): Marks {
  const marks: Record<string, number> = {};
  let left = rules.method === 'dots' ? rules.budget : 0;
  for (const { id } of candidates) {
    if (rules.method === 'ranked') marks[id] = 1 + Math.floor(random() * options);
    else if (rules.method === 'score') marks[id] = Math.floor(random() * (rules.top + 1));
    else if (rules.method === 'approval') marks[id] = random() < 0.3 ? 1 : 0;
    else {
      marks[id] = Math.min(left, Math.floor(random() * 10));
      left -= marks[id];
    }
  }
  if (rules.method === 'ranked') marks[noneOfThese] = 40;
  return Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark > 0));
}
