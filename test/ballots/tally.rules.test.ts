import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { outcomeOf } from '#ballots/ballots.ts';
import { noneOfThese, type Marks, type Rules } from '#ballots/rules.ts';
import { tally, type Circumstances } from '#ballots/tally.ts';
import { drawOrder, shuffleFor } from '#ballots/tie.ts';
import { candidate, everyRule, names } from '../support/electorate.ts';

const approval: Rules = { method: 'approval' };
const given: Circumstances = { rules: approval, seats: 1, quorum: 1, eligible: 5, seed: 'seed' };
const approves = (...ids: string[]): Marks => Object.fromEntries(ids.map((id) => [id, 1]));
const three = ['a', 'b', 'c'].map((id) => candidate(id));
const both = [candidate('a'), candidate('b')];
const count = (points: number, supporters = points) => ({ points, supporters });

test('approval: the option with most approvals wins', () => {
  const result = tally([approves('a', 'b'), approves('b'), approves('c')], three, given);
  expect(result).toMatchObject({ winners: ['b'], votes: 3, noneOfThese: 0, tieBreak: null });
  expect(result.counts).toEqual({ a: count(1), b: count(2), c: count(1) });
  expect(result.places).toEqual([['b'], ['a', 'c']]);
  expect(outcomeOf(result)).toBe('chosen');
});

test('dots: the option with most dots wins, whoever gave them', () => {
  const rules: Rules = { method: 'dots', budget: 10, most: 6 };
  const result = tally([{ a: 6, b: 4 }, { b: 3 }, { c: 6 }], three, { ...given, rules });
  expect(result.winners).toEqual(['b']);
  expect(result.counts).toEqual({ a: count(6, 1), b: count(7, 2), c: count(6, 1) });
});

test('score: the highest sum wins, and what got no score counts as 0', () => {
  const rules: Rules = { method: 'score', top: 5 };
  const result = tally([{ a: 5 }, { b: 3 }, { b: 3, a: 0 }], three, { ...given, rules });
  expect(result.winners).toEqual(['b']);
  expect(result.counts).toEqual({ a: count(5, 1), b: count(6, 2), c: count(0) });
});

test('under the quorum nobody wins, in any method', () => {
  for (const rules of everyRule) {
    const result = tally([{ a: 1 }], both, { ...given, rules, quorum: 2 });
    expect(result.winners).toEqual([]);
    expect(outcomeOf(result)).toBe('quorum missed');
  }
});

test('“none of these” wins with more votes than support an option, not with as many, in any method', () => {
  for (const rules of everyRule) {
    const none: Marks = rules.method === 'ranked' ? { [noneOfThese]: 1 } : {};
    const more = tally([none, none, { a: 1 }], both, { ...given, rules });
    expect(more).toMatchObject({ winners: [], noneOfThese: 2 });
    expect(outcomeOf(more)).toBe('none of these');
    expect(tally([none, { a: 1 }], both, { ...given, rules }).winners).toEqual(['a']);
  }
});

test('many points of few do not pass “none of these” of more; the next that has support does', () => {
  const rules: Rules = { method: 'dots', budget: 10, most: 10 };
  const votes: Marks[] = [{ a: 10 }, { b: 1 }, { b: 1 }, {}, {}];
  expect(tally(votes, both, { ...given, rules }).winners).toEqual(['b']);
});

test('ranked: what is ranked below “none of these” is not acceptable to that voter', () => {
  const rules: Rules = { method: 'ranked' };
  const against = { a: 1, [noneOfThese]: 2, b: 3 };
  const result = tally([against, against, { b: 1 }], both, { ...given, rules, seats: 2 });
  expect(result.winners).toEqual(['a']);
  expect(result.counts).toEqual({ a: count(2), b: count(1) });
});

test('votes without any mark choose nothing', () => {
  for (const rules of everyRule) {
    const result = tally([{}], both, { ...given, rules });
    expect(result).toMatchObject({ winners: [], noneOfThese: 1 });
    expect(outcomeOf(result)).toBe('nothing left');
  }
});

test('several winners are the best places, as many as there are seats', () => {
  const votes = [approves('a', 'b'), approves('b'), approves('a', 'b', 'c')];
  expect(tally(votes, three, { ...given, seats: 2 })).toMatchObject({ winners: ['b', 'a'], tieBreak: null });
  expect(tally([approves('a')], three, { ...given, seats: 2 }).winners).toEqual(['a']);
});

test('between equals an offer to lead comes first, whoever waited longer', () => {
  const candidates = [candidate('a', { since: 1 }), candidate('b', { since: 2, offered: true })];
  const result = tally([approves('a', 'b')], candidates, given);
  expect(result.winners).toEqual(['b']);
  expect(result.tieBreak).toEqual({ between: ['a', 'b'], by: 'offer to lead' });
});

test('between equals the longest wait comes next', () => {
  const result = tally([approves('a', 'b')], [candidate('a', { since: 2 }), candidate('b')], given);
  expect(result.winners).toEqual(['b']);
  expect(result.tieBreak).toEqual({ between: ['a', 'b'], by: 'longest wait' });
});

test('between equals of the same moment the seed draws, and anyone can repeat the draw', () => {
  const result = tally([approves('a', 'b')], both, given);
  const digest = (id: string) => createHash('sha256').update(`seed:${id}`).digest('hex');
  expect(result.winners).toEqual([digest('a') < digest('b') ? 'a' : 'b']);
  expect(result.tieBreak).toEqual({ between: ['a', 'b'], by: 'draw', seed: 'seed' });
});

test('a tie is broken only where seats run out', () => {
  const votes = [approves('a', 'b', 'c')];
  expect(tally(votes, three, { ...given, seats: 3 }).tieBreak).toBeNull();
  const two = tally(votes, [candidate('a', { offered: true }), candidate('b'), candidate('c')], {
    ...given,
    seats: 2
  });
  expect(two.winners[0]).toBe('a');
  expect(two.tieBreak).toEqual({ between: ['b', 'c'], by: 'draw', seed: 'seed' });
});

test('what left the queue is counted and cannot win, in any method', () => {
  for (const rules of everyRule) {
    const candidates = [candidate('a', { gone: true }), candidate('b')];
    const result = tally([{ a: 1 }, { a: 1, b: 2 }], candidates, { ...given, rules });
    expect(result).toMatchObject({ winners: ['b'], gone: ['a'], counts: { a: { supporters: 2 } } });
    const alone = tally([{ a: 1 }], candidates, { ...given, rules });
    expect(alone.winners).toEqual([]);
    expect(outcomeOf(alone)).toBe('nothing left');
  }
});

test('each voter has an order of their own, the same at every visit', () => {
  const orders = names.map((voter) => shuffleFor('ballot', voter, names));
  orders.forEach((order, index) => {
    expect(order.toSorted()).toEqual(names);
    expect(shuffleFor('ballot', names[index]!, names.toReversed())).toEqual(order);
  });
  expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
});

test('over many voters every option stands first about equally often', () => {
  const firsts = new Map(names.map((id) => [id, 0]));
  for (let voter = 0; voter < 5000; voter++) {
    const [first] = shuffleFor('ballot', `voter ${voter}`, names);
    firsts.set(first!, firsts.get(first!)! + 1);
  }
  for (const times of firsts.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
});

test('another seed may draw another order', () => {
  const orders = new Set(['1', '2', '3', '4', '5', '6'].map((seed) => drawOrder(seed, names).join()));
  expect(orders.size).toBeGreaterThan(1);
});
