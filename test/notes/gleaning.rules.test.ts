import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citedIn, decisionsIn, dueIn, namedIn, tasksIn } from '#notes/gleaning.ts';

describe('decisions', () => {
  test('a line that begins with “Decision:” says one, in a list, bold or quoted', () => {
    const text =
      '- Decision: we read **X**\n* **Decision:** on Mondays\n> 1. decision: no slides\nDecision: short ones';
    expect(decisionsIn(text)).toEqual(['we read **X**', 'on Mondays', 'no slides', 'short ones']);
  });

  test('an empty one, one in the middle of a sentence and one in code are none', () => {
    expect(decisionsIn('- Decision:\n- Decision: \nThe decision: later\n```\nDecision: x\n```')).toEqual([]);
  });
});

describe('tasks', () => {
  test('every task box counts, in lists of any kind and in quotations', () => {
    const text = '# x\n- [ ] one\n  1. [x] two\n> * [X] three\n- no box\n-[ ] none either\n- [ ]\n';
    expect(tasksIn(text).map(({ text, isDone }) => [text, isDone])).toEqual([
      ['one', false],
      ['two', true],
      ['three', true]
    ]);
  });

  test('what is in fenced code is code', () => {
    expect(tasksIn('```\n- [ ] not this\n```\n- [ ] this')).toMatchObject([{ position: 0, text: 'this' }]);
    expect(tasksIn('~~~~\n```\n- [ ] not this\n~~~\n- [ ] nor this')).toEqual([]);
  });

  test('ticking what is found ticks this one and nothing else', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('- [ ] a', '  - [x] b', '```', '> - [ ] @Emmy c by Friday', '1. [ ] d')
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        for (const { at, position } of tasksIn(text).filter(({ isDone }) => !isDone)) {
          const ticked = `${text.slice(0, at)}x${text.slice(at + 1)}`;
          const [before, after] = [tasksIn(text), tasksIn(ticked)];
          expect(after).toEqual(
            before.map((task) => (task.position === position ? { ...task, isDone: true } : task))
          );
        }
      })
    );
  });
});

describe('who is named', () => {
  const people = [{ name: 'Ada' }, { name: 'Ada Lovelace' }, { name: 'Émilie du Châtelet' }];
  const names = (text: string) => [...namedIn(text, people)].map(([{ name }, times]) => [name, times]);

  test('the longest name that fits is meant, in any case', () => {
    expect(names('@ada lovelace and @Ada, @émilie du châtelet!')).toEqual([
      ['Ada Lovelace', 1],
      ['Ada', 1],
      ['Émilie du Châtelet', 1]
    ]);
  });

  test('an address and a longer word name nobody', () => {
    expect(names('mail x@ada or @adagio, @@Ada')).toEqual([]);
  });
});

describe('when it is due', () => {
  // A Monday.
  const today = '2026-11-23';
  test.each([
    ['send it by Friday', '2026-11-27'],
    ['by monday', '2026-11-30'],
    ['by tomorrow', '2026-11-24'],
    ['by 2026-12-24', '2026-12-24'],
    ['by 4 December, or else', '2026-12-04'],
    ['by Dec 4th', '2026-12-04'],
    ['by 2 January', '2027-01-02'],
    ['written by Ada by Wed', '2026-11-25'],
    ['by 2026-13-40', null],
    ['by 31 February', null],
    ['written by hand', null],
    ['standby Friday', null]
  ])('“%s” is %s', (text, due) => expect(dueIn(text, today)).toBe(due));
});

test('links to papers and notes are citations, once each, and others are none', () => {
  const text =
    '[a](/papers/p1) [b](/notes/n1) [c](/g/club/notes/n2) [a](/papers/p1) [x](https://x/papers/p3) /papers/p4';
  expect(citedIn(text)).toEqual(['p1', 'n1', 'n2']);
});
