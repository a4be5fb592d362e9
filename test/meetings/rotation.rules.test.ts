import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawOrder, inTurn, type Record } from '#meetings/rotation.ts';

const people = (count: number): Record[] =>
  Array.from({ length: count }, (_, index) => ({
    accountId: `p${index}`,
    there: 0,
    turns: 0,
    lastLedAt: null
  }));

/** Lets people meet as `present` says, one lead a meeting; who leads is always one of those there. */
function meet(group: Record[], present: boolean[][]): string[] {
  const leads: string[] = [];
  for (const [week, there] of present.entries()) {
    const here = group.filter((_, index) => there[index]);
    const [lead] = inTurn(here, `week ${week}`);
    for (const one of here) one.there++;
    if (!lead) continue;
    lead.turns++;
    lead.lastLedAt = new Date(week);
    leads.push(lead.accountId);
  }
  return leads;
}

const groups = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.tuple(
      fc.constant(size),
      fc.array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), { maxLength: 80 })
    )
  );

test('only somebody who can come leads, and somebody does whenever anyone can', () => {
  fc.assert(
    fc.property(groups, ([size, present]) => {
      const group = people(size);
      for (const there of present) {
        const here = group.filter((_, index) => there[index]).map(({ accountId }) => accountId);
        const [lead] = meet(group, [there]);
        if (here.length === 0) expect(lead).toBeUndefined();
        else expect(here).toContain(lead);
      }
    })
  );
});

test('among people who always come, turns differ by one at most, after every meeting', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }), (size, weeks) => {
      const group = people(size);
      for (let week = 0; week < weeks; week++) {
        meet(group, [Array.from({ length: size }, () => true)]);
        const turns = group.map((one) => one.turns);
        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
      }
    })
  );
});

test('nobody leads twice in a row while another who came as often has led less', () => {
  fc.assert(
    fc.property(groups, ([size, present]) => {
      const group = people(size);
      for (const there of present) {
        const before = group.map((one) => ({ ...one }));
        const [lead] = meet(group, [there]);
        const chosen = before.find(({ accountId }) => accountId === lead);
        for (const [index, other] of before.entries()) {
          if (!chosen || !there[index]) continue;
          if (other.there >= chosen.there) expect(other.turns).toBeGreaterThanOrEqual(chosen.turns);
        }
      }
    })
  );
});

test('who comes to half the meetings leads about half as often', () => {
  const group = people(4);
  meet(
    group,
    Array.from({ length: 140 }, (_, week) => [true, true, true, week % 2 === 0])
  );
  const [a, b, c, seldom] = group.map(({ turns }) => turns);
  for (const often of [a!, b!, c!]) expect(Math.abs(often - 40)).toBeLessThanOrEqual(1);
  expect(Math.abs(seldom! - 20)).toBeLessThanOrEqual(1);
});

test('somebody new is not asked before those who have come for weeks', () => {
  const [old, fresh] = [
    { accountId: 'old', there: 3, turns: 1, lastLedAt: new Date(0) },
    { accountId: 'fresh', there: 0, turns: 0, lastLedAt: null }
  ];
  expect(inTurn([fresh, old], 's')[0]).toBe(old);
  expect(inTurn([{ ...fresh, there: 1 }, old], 's')[0]!.accountId).toBe('fresh');
});

test('the order depends on what people did and the seed, not on how they are listed', () => {
  const record = fc.record({
    accountId: fc.uuid(),
    there: fc.nat(5),
    turns: fc.nat(5),
    lastLedAt: fc.option(fc.date({ noInvalidDate: true }))
  });
  const distinct = fc.uniqueArray(record, { selector: ({ accountId }) => accountId, maxLength: 8 });
  fc.assert(
    fc.property(distinct, fc.string(), (given, seed) => {
      expect(inTurn(given.toReversed(), seed)).toEqual(inTurn(given, seed));
    })
  );
});

test('a draw is in the order of the printed sums, and fair over seeds', () => {
  const sum = (text: string) => createHash('sha256').update(text).digest('hex');
  const ids = ['a', 'b', 'c'];
  expect(drawOrder('seed', ids)).toEqual(
    ids.toSorted((x, y) => (sum(`seed:${x}`) < sum(`seed:${y}`) ? -1 : 1))
  );
  const first = Array.from({ length: 3_000 }, (_, seed) => drawOrder(`${seed}`, ids)[0]);
  for (const id of ids) expect(Math.abs(first.filter((one) => one === id).length - 1_000)).toBeLessThan(120);
});
