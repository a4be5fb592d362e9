import { afterEach, expect, test } from 'vitest';
import { adjustLimits, limits } from '#collab/limits.ts';
import { CannotStart } from '#platform/start.ts';

const asTheyWere = { ...limits };

afterEach(() => void Object.assign(limits, asTheyWere));

test('an operator changes a limit by its name in capitals', () => {
  adjustLimits({ NOTES_SOCKETS_PER_NOTE: '7', NOTES_FRAME_BYTES: '', SOCKETS_PER_ACCOUNT: '3' });
  expect(limits).toEqual({ ...asTheyWere, socketsPerNote: 7 });
});

test.each(['0', '-1', '1.5', '1e6', 'many', ' 7'])('a limit of “%s” is refused with its name', (value) => {
  const adjust = () => adjustLimits({ NOTES_UPDATES_BURST: value });
  expect(adjust).toThrow(CannotStart);
  expect(adjust).toThrow('NOTES_UPDATES_BURST: must be a whole number above 0');
});
