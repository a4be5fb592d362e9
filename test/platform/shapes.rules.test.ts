import { expect, test } from 'vitest';
import { dutiesIn } from '../../src/shapes.ts';

test('without a word a process does everything, with words only what they name', () => {
  expect([...dutiesIn([], false)]).toEqual(['web', 'collab', 'worker']);
  expect([...dutiesIn(['worker'], true)]).toEqual(['worker']);
  expect([...dutiesIn(['web', 'collab'], true)]).toEqual(['web', 'collab']);
  expect([...dutiesIn(['web', 'collab', 'worker'], false)]).toHaveLength(3);
});

test('a strange word is named, with those there are', () => {
  expect(() => dutiesIn(['web', 'wrker'], true)).toThrow(
    /“wrker” is nothing Colloquy does.*web, collab or worker/
  );
  expect(() => dutiesIn(['--help'], true)).toThrow(/“--help” is nothing Colloquy does/);
  expect([...dutiesIn(['--demo'], false)]).toHaveLength(3);
});

test('a part of the whole needs a database that others can share', () => {
  expect(() => dutiesIn(['web'], false)).toThrow(/only web needs others beside it.*DATABASE_URL/s);
});
