import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from '#queue/queue.ts';
import { ageBonus, carryOver, inOrder, keepingPlaces, placed, scoreOf, type Target } from '#queue/order.ts';

const now = new Date('2026-06-01T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const candidate = fc.record({
  id: fc.uuid(),
  interest: fc.nat({ max: 20 }),
  proposedAt: fc.integer({ min: 0, max: 100 }).map(daysAgo),
  lost: fc.nat({ max: 9 }),
  pinnedAt: fc.option(fc.integer({ min: 0, max: 100 }).map(daysAgo), { freq: 4 })
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

test('age and lost ballots never lift a nomination over one with six more interested people', () => {
  fc.assert(
    fc.property(candidate, candidate, (old, young) => {
      const waiting = { ...old, pinnedAt: null };
      const wanted = { ...young, pinnedAt: null, interest: old.interest + 6 };
      expect(inOrder([waiting, wanted], now)[0]).toEqual(wanted);
    })
  );
});

test('the bonus is capped, whatever a nomination has been through', () => {
  fc.assert(
    fc.property(candidate, (one) => {
      const { interest, age, carried, total } = scoreOf(one, now);
      expect(age).toBeLessThanOrEqual(3);
      expect(carried).toBeLessThanOrEqual(2);
      expect(total).toBe(interest + age + carried);
      expect(total).toBeGreaterThanOrEqual(one.interest);
    })
  );
  expect([0, 1, 2, 9].map(carryOver)).toEqual([0, 1, 2, 2]);
});

test('what is pinned comes first, the earliest pin before later ones', () => {
  fc.assert(
    fc.property(candidates, (list) => {
      const pins = inOrder(list, now).map(({ pinnedAt }) => pinnedAt?.getTime() ?? Infinity);
      expect(pins).toEqual(pins.toSorted((a, b) => (a === b ? 0 : a - b)));
    })
  );
});

test('between equals the longer wait comes first', () => {
  const older = { id: 'b', interest: 1, proposedAt: daysAgo(2), lost: 0, pinnedAt: null };
  const newer = { id: 'a', interest: 1, proposedAt: daysAgo(1), lost: 0, pinnedAt: null };
  expect(inOrder([newer, older], now)).toEqual([older, newer]);
});

const ids = fc.uniqueArray(fc.uuid(), { minLength: 3, maxLength: 20 });
const move = fc.record({
  moved: fc.nat(),
  beside: fc.nat(),
  kind: fc.constantFrom('before', 'after', 'top', 'end')
});
const told = (list: string[], { moved, beside, kind }: { moved: number; beside: number; kind: string }) => {
  const id = list[moved % list.length]!;
  const other = list.filter((one) => one !== id)[beside % (list.length - 1)]!;
  const to: Target =
    kind === 'before' ? { before: other } : kind === 'after' ? { after: other } : (kind as 'top' | 'end');
  return { id, other, to };
};

test('sorting by hand loses nothing, and moves nothing but what was moved', () => {
  fc.assert(
    fc.property(ids, move, (list, one) => {
      const { id, other, to } = told(list, one);
      const sorted = placed(list, id, to);
      expect(sorted.toSorted()).toEqual(list.toSorted());
      expect(sorted.filter((it) => it !== id)).toEqual(list.filter((it) => it !== id));
      const at = sorted.indexOf(id);
      if (to === 'top') expect(at).toBe(0);
      else if (to === 'end') expect(at).toBe(list.length - 1);
      else expect(sorted.indexOf(other)).toBe('before' in to ? at + 1 : at - 1);
    })
  );
});

test('two who sort at once both get what they asked for, unless they moved the same paper or each other’s', () => {
  fc.assert(
    fc.property(ids, move, move, (list, ours, theirs) => {
      const [a, b] = [told(list, ours), told(list, theirs)];
      fc.pre(a.id !== b.id && typeof a.to !== 'string' && typeof b.to !== 'string');
      fc.pre(a.other !== b.id && b.other !== a.id);
      const sorted = placed(placed(list, a.id, a.to), b.id, b.to);
      const side = ({ id, other }: typeof a) => Math.sign(sorted.indexOf(other) - sorted.indexOf(id));
      expect(side(a)).toBe('before' in (a.to as object) ? 1 : -1);
      expect(side(b)).toBe('before' in (b.to as object) ? 1 : -1);
      expect(new Set(sorted)).toEqual(new Set(list));
    })
  );
});

test('a move beside something that is gone leaves the list as it was', () => {
  expect(placed(['a', 'b'], 'a', { after: 'gone' })).toEqual(['a', 'b']);
  expect(placed(['a', 'b'], 'gone', 'top')).toEqual(['a', 'b']);
  expect(placed(['a', 'b'], 'a', { before: 'a' })).toEqual(['a', 'b']);
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
