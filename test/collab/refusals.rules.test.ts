import { expect, test } from 'vitest';
import { refusals } from '#collab/refusals.ts';

test.each(Object.entries(refusals))('the sentence for “%s” fits into a close frame', (_reason, { says }) => {
  expect(Buffer.byteLength(says)).toBeLessThanOrEqual(123);
});
