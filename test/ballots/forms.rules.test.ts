import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { rulesIn, type Rules } from '#ballots/rules.ts';
import { faultsIn, marksIn, OpeningForm, VoteForm } from '#ballots/forms.ts';
import { kept, marksOf, thaw } from '#ballots/frozen.ts';
import { names, total } from '../support/electorate.ts';

const dots: Rules = { method: 'dots', budget: 10, most: 4 };
const form = (fields: [string, string][]) => {
  const made = new FormData();
  for (const [name, value] of fields) made.append(name, value);
  return made;
};
const read = (fields: [string, string][]) => v.safeParse(VoteForm, marksIn(form(fields)));
const sentence = (fields: [string, string][]) => read(fields).issues?.[0]?.message;
const opening = (fields: Record<string, string>) =>
  v.safeParse(OpeningForm, { title: 'x', nomination: ['a', 'b'], closesAt: '2026-01-01T18:00', ...fields });

test('checkboxes and numbers become marks; what is empty or 0 is none', () => {
  expect(
    read([
      ['approved', 'a'],
      ['approved', 'b']
    ]).output
  ).toEqual({ a: 1, b: 1 });
  expect(
    read([
      ['mark.a', ' 3 '],
      ['mark.b', ''],
      ['mark.c', '0']
    ]).output
  ).toEqual({ a: 3 });
  expect(
    read([
      ['mark.a', ''],
      ['none', 'yes']
    ]).output
  ).toEqual({});
});

test('an empty vote, and one that says two things, are refused in a sentence', () => {
  expect(sentence([['mark.a', '']])).toMatch(/Mark at least one paper/);
  expect(
    sentence([
      ['approved', 'a'],
      ['none', 'yes']
    ])
  ).toMatch(/not both/);
});

test('what is no number is refused beside its field', () => {
  const { issues } = read([
    ['mark.a', '2'],
    ['mark.b', 'two']
  ]);
  expect(v.getDotPath(issues![0]!)).toBe('mark.b');
});

test('dots over the budget are refused with how many are too many, and too many for one beside it', () => {
  expect(faultsIn({ a: 4, b: 4, c: 4 }, dots).marks).toBe('You gave 12 dots and have 10. Take 2 back.');
  expect(faultsIn({ a: 5 }, dots)).toEqual({ 'mark.a': 'At most 4 dots for one paper.' });
  expect(faultsIn({ a: 4, b: 4, c: 2 }, dots)).toEqual({});
});

test('no accepted vote has more dots than the budget', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.integer({ min: -2, max: 9 })), (marks) => {
      fc.pre(Object.keys(faultsIn(marks, dots)).length === 0);
      expect(total(marks)).toBeLessThanOrEqual(10);
    })
  );
});

test('a score above the scale is refused', () => {
  expect(faultsIn({ a: 6 }, { method: 'score', top: 5 })).toEqual({ 'mark.a': 'Scores go from 0 to 5.' });
});

test('the opening form knows the methods and their settings, approval unless said otherwise', () => {
  expect(rulesIn(opening({}).output as never)).toEqual({ method: 'approval' });
  const asDots = opening({ method: 'dots', budget: '12', most: '3' });
  expect(rulesIn(asDots.output as never)).toEqual({ method: 'dots', budget: 12, most: 3 });
  expect(rulesIn(opening({ method: 'score', top: '10' }).output as never)).toEqual({
    method: 'score',
    top: 10
  });
  expect(opening({ method: 'plurality' }).success).toBe(false);
  expect(opening({ budget: '1e9' }).success).toBe(false);
});

test('a vote is kept without what says when or how it was typed', () => {
  expect(kept({ b: 1, a: 1 }, 'approval')).toEqual({ approved: ['a', 'b'] });
  expect(JSON.stringify(kept({ b: 2, a: 3, c: 0 }, 'dots'))).toBe('{"marks":{"a":3,"b":2}}');
  expect(kept({ b: 40, a: 7, c: 40, none: 90 }, 'ranked')).toEqual({ marks: { a: 1, b: 2, c: 2, none: 3 } });
  expect(marksOf({ approved: ['a'] })).toEqual({ a: 1 });
});

test('a result frozen when there was only approval reads as it was decided', () => {
  const old = {
    winners: ['b'],
    votes: 3,
    approvals: { a: 1, b: 2 },
    noneOfThese: 1,
    quorum: 1,
    eligible: 3,
    gone: [],
    tieBreak: null
  };
  expect(thaw(old)).toEqual({
    rules: { method: 'approval' },
    seats: 1,
    winners: ['b'],
    votes: 3,
    counts: { a: { points: 1, supporters: 1 }, b: { points: 2, supporters: 2 } },
    noneOfThese: 1,
    quorum: 1,
    eligible: 3,
    gone: [],
    places: [['b']],
    duels: null,
    tieBreak: null
  });
  expect(thaw(thaw(old))).toEqual(thaw(old));
});
