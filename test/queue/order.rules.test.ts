import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageBonus, inOrder, keepingPlaces, localPath } from '#queue/queue.ts';

const now = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const candidate = fc.record({
  id: fc.uuid(),
  interest: fc.nat({ max: 20 }),
  proposedAt: fc.integer({ min: 0, max: 100 }).map(daysAgo)
});
const candidates = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 30 });

test('waiting counts one for each full week, three at most', () => {
  expect([0, 6.9, 7, 20, 21, 400].map((days) => ageBonus(daysAgo(days), now))).toEqual([0, 0, 1, 2, 3, 3]);
});

test('a clock that runs behind takes nothing away', () => {
  expect(ageBonus(daysAgo(-30), now)).toBe(0);
});

test('the order is the same whatever order the rows came in', () => {
  fc.assert(
    fc.property(candidates, fc.infiniteStream(fc.nat()), (list, keys) => {
      const shuffled = list
        .map((one) => ({ one, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(inOrder(shuffled, now)).toEqual(inOrder(list, now));
    })
  );
});

test('more interest never moves a nomination down', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      fc.pre(list.length > 0);
      const [first] = list;
      const place = (all: typeof list) => inOrder(all, now).findIndex(({ id }) => id === first!.id);
      const raised = list.map((one) => (one === first ? { ...one, interest: one.interest + 1 } : one));
      expect(place(raised)).toBeLessThanOrEqual(place(list));
    })
  );
});

test('age alone never lifts a nomination over one with four more interested people', () => {
  fc.assert(
    fc.property(candidate, candidate, (old, young) => {
      const wanted = { ...young, interest: old.interest + 4 };
      expect(inOrder([old, wanted], now)[0]).toEqual(wanted);
    })
  );
});

test('between equals the longer wait comes first', () => {
  const older = { id: 'b', interest: 1, proposedAt: daysAgo(2) };
  const newer = { id: 'a', interest: 1, proposedAt: daysAgo(1) };
  expect(inOrder([newer, older], now)).toEqual([older, newer]);
});

test('what is on the screen keeps its place, what is new comes after it', () => {
  const list = ['d', 'c', 'b', 'a'].map((id) => ({ id }));
  expect(keepingPlaces(list, ['a', 'b', 'gone']).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c']);
});

test('only paths in this application are gone back to', () => {
  expect(localPath('/feed/2026-06-01?x=1#p')).toBe('/feed/2026-06-01?x=1#p');
  for (const elsewhere of ['https://evil.example', '//evil.example', '/\\evil.example', '/a\nb', 'feed', ''])
    expect(localPath(elsewhere)).toBeUndefined();
});
