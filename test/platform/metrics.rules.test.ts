import { afterAll, expect, test } from 'vitest';
import { measured, metrics } from '#platform/metrics.server.ts';
import { useSettings } from '../support/settings.ts';

useSettings({ LOG_LEVEL: 'silent' });

const names = ['colloquy_test_known', 'colloquy_test_unknown'];
afterAll(() => {
  for (const name of names) metrics().removeSingleMetric(name);
});

test('a figure that cannot be looked up just now is left out, and takes none of the others with it', async () => {
  let isAway = false;
  measured(names[0]!, 'Always there', [], async () => [{ labels: {}, value: 1 }]);
  measured(names[1]!, 'There while the database is', ['state'], async () => {
    if (isAway) throw new Error('The database is away.');
    return [{ labels: { state: 'idle' }, value: 2 }];
  });
  expect(await metrics().metrics()).toMatch(/^colloquy_test_unknown\{state="idle"\} 2$/m);
  isAway = true;
  const told = await metrics().metrics();
  expect(told).toMatch(/^colloquy_test_known 1$/m);
  expect(told).not.toContain('colloquy_test_unknown{');
});
