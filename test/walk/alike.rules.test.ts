import { expect, test } from 'vitest';
import { alike, ofPeople, reasons } from './alike.ts';
import { operations } from './operations.ts';
import { actions } from './table.ts';

const ofGroups = Object.keys(actions).filter((name) => !ofPeople.some((begin) => name.startsWith(begin)));

test('what the pages do with papers, queues, ballots, meetings, notes and members, the API does, too', () => {
  expect(Object.keys(alike).sort()).toEqual(ofGroups.sort());
  const gone = Object.values(alike).filter(
    (one) => !(one in reasons) && !(one.replace(' ', ' /api/v1') in operations)
  );
  expect(gone).toEqual([]);
});
