import { expect, test } from 'vitest';
import { precisionAtFive } from '../bench/tastes/measure.ts';

// Longer, over many seeds and with its cases where it does worse: `npm run bench:tastes`.
test('in a simulation, two weeks of a group’s record suggest better than upvotes and chance', () => {
  const found = precisionAtFive({ seed: 42, groups: 2, days: 14, following: 1 });
  expect(found.learned).toBeGreaterThan(found.upvoted * 1.3);
  expect(found.learned).toBeGreaterThan(found.chance * 2);
  expect(found.learned).toBeLessThanOrEqual(found.perfect);
});
