import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf, type Vote } from '#ballots/ballots.ts';
import { drawOrder, shuffleFor, tally, type Candidate } from '#ballots/tally.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const candidate = (id: string, day = 1, gone = false): Candidate => ({ id, proposedAt: at(day), gone });
const vote = (...approved: string[]): Vote => ({ approved });
const rules = { quorum: 1, eligible: 5, seed: 'seed' };

const someVotes = fc.array(
  fc.subarray(names).map((approved) => ({ approved })),
  { maxLength: 12 }
);
const someCandidates = fc
  .tuple(
    ...names.map((id) =>
      fc.record({ day: fc.integer({ min: 1, max: 3 }), gone: fc.boolean(), id: fc.constant(id) })
    )
  )
  .map((all) => all.map(({ id, day, gone }) => candidate(id, day, gone)));
const someCircumstances = fc.record({
  quorum: fc.integer({ min: 1, max: 6 }),
  eligible: fc.constant(12),
  seed: fc.string()
});

test('the option with most approvals wins', () => {
  const result = tally(
    [vote('a', 'b'), vote('b'), vote('c')],
    ['a', 'b', 'c'].map((id) => candidate(id)),
    rules
  );
  expect(result).toMatchObject({ winners: ['b'], votes: 3, approvals: { a: 1, b: 2, c: 1 }, noneOfThese: 0 });
  expect(result.tieBreak).toBeNull();
  expect(outcomeOf(result)).toBe('chosen');
});

test('under the quorum nobody wins', () => {
  const result = tally([vote('a')], [candidate('a'), candidate('b')], { ...rules, quorum: 2 });
  expect(result.winners).toEqual([]);
  expect(outcomeOf(result)).toBe('quorum missed');
});

test('“none of these” wins with more votes than the leading option has approvals, not with as many', () => {
  const both = [candidate('a'), candidate('b')];
  const more = tally([vote(), vote(), vote('a')], both, rules);
  expect(more.winners).toEqual([]);
  expect(outcomeOf(more)).toBe('none of these');
  expect(tally([vote(), vote('a')], both, rules).winners).toEqual(['a']);
});

test('between equals the longest wait wins', () => {
  const result = tally([vote('a', 'b')], [candidate('a', 2), candidate('b', 1)], rules);
  expect(result.winners).toEqual(['b']);
  expect(result.tieBreak).toEqual({ between: ['a', 'b'], by: 'longest wait' });
});

test('between equals of the same moment the seed draws, and anyone can repeat the draw', () => {
  const result = tally([vote('a', 'b')], [candidate('a'), candidate('b')], rules);
  const digest = (id: string) => createHash('sha256').update(`seed:${id}`).digest('hex');
  expect(result.winners).toEqual([digest('a') < digest('b') ? 'a' : 'b']);
  expect(result.tieBreak).toEqual({ between: ['a', 'b'], by: 'draw', seed: 'seed' });
});

test('what left the queue is counted and cannot win', () => {
  const result = tally([vote('a'), vote('a', 'b')], [candidate('a', 1, true), candidate('b')], rules);
  expect(result).toMatchObject({ winners: ['b'], approvals: { a: 2, b: 1 }, gone: ['a'] });
  const alone = tally([vote('a')], [candidate('a', 1, true), candidate('b')], rules);
  expect(alone.winners).toEqual([]);
  expect(outcomeOf(alone)).toBe('nothing left');
});

test('it does not matter who voted: votes in any order give the same result', () => {
  fc.assert(
    fc.property(someVotes, someCandidates, someCircumstances, (votes, candidates, circumstances) => {
      const result = tally(votes, candidates, circumstances);
      expect(tally(votes.toReversed(), candidates, circumstances)).toEqual(result);
      expect(tally(votes.slice(1).concat(votes.slice(0, 1)), candidates, circumstances)).toEqual(result);
    })
  );
});

test('it does not matter what an option is called, as long as no draw decides', () => {
  const renamed = (id: string) => names[(names.indexOf(id) + 2) % names.length]!;
  fc.assert(
    fc.property(someVotes, someCandidates, someCircumstances, (votes, candidates, circumstances) => {
      const result = tally(votes, candidates, circumstances);
      fc.pre(result.tieBreak?.by !== 'draw');
      const other = tally(
        votes.map(({ approved }) => vote(...approved.map(renamed))),
        candidates.map((one) => ({ ...one, id: renamed(one.id) })),
        circumstances
      );
      expect(other.winners).toEqual(result.winners.map(renamed));
    })
  );
});

test('a winner has the quorum, most approvals of what is left, and at least as many as “none of these”', () => {
  fc.assert(
    fc.property(someVotes, someCandidates, someCircumstances, (votes, candidates, circumstances) => {
      const result = tally(votes, candidates, circumstances);
      expect(result.winners.length).toBeLessThanOrEqual(1);
      for (const winner of result.winners) {
        const mine = result.approvals[winner]!;
        expect(votes.length).toBeGreaterThanOrEqual(circumstances.quorum);
        expect(mine).toBeGreaterThanOrEqual(Math.max(1, result.noneOfThese));
        for (const { id, gone } of candidates) {
          if (gone) expect(winner).not.toBe(id);
          else expect(mine).toBeGreaterThanOrEqual(result.approvals[id]!);
        }
      }
    })
  );
});

test('one more approval never makes a winner lose', () => {
  fc.assert(
    fc.property(someVotes, someCandidates, someCircumstances, (votes, candidates, circumstances) => {
      const [winner] = tally(votes, candidates, circumstances).winners;
      fc.pre(winner !== undefined);
      const raised = votes.map(({ approved }) => vote(...new Set([...approved, winner])));
      expect(tally(raised, candidates, circumstances).winners).toEqual([winner]);
    })
  );
});

test('each voter has an order of their own, the same at every visit', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.uniqueArray(fc.string()), (ballotId, accountId, ids) => {
      const order = shuffleFor(ballotId, accountId, ids);
      expect(order.toSorted()).toEqual(ids.toSorted());
      expect(shuffleFor(ballotId, accountId, ids.toReversed())).toEqual(order);
    })
  );
});

test('over many voters every option stands first about equally often', () => {
  const firsts = new Map(names.map((id) => [id, 0]));
  for (let voter = 0; voter < 5000; voter++) {
    const [first] = shuffleFor('ballot', `voter ${voter}`, names);
    firsts.set(first!, firsts.get(first!)! + 1);
  }
  for (const count of firsts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('another seed may draw another order', () => {
  const orders = new Set(['1', '2', '3', '4', '5', '6'].map((seed) => drawOrder(seed, names).join()));
  expect(orders.size).toBeGreaterThan(1);
});
