import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { parseArgs } from 'node:util';

/*
 * `npm run test:chaos -- --seeds 200`: the proofs of the notes engine in their long form. `--first 17 --seeds 1` runs
 * one seed again that failed. The short form is part of `npm test`.
 */

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    notes: { type: 'string', default: '5000' },
    idle: { type: 'string', default: '300' }
  }
});

const report = 'test-results/chaos.json';
const { status } = spawnSync(
  'node_modules/.bin/vitest',
  [
    ...['run', '--project', 'server', 'test/chaos', '--testTimeout=1800000'],
    ...['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`]
  ],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      CHAOS_SEEDS: options.seeds,
      CHAOS_FIRST_SEED: options.first,
      CHAOS_NOTES: options.notes,
      CHAOS_IDLE_SECONDS: options.idle
    }
  }
);
const told = fs.existsSync(report)
  ? (JSON.parse(fs.readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number })
  : { numPassedTests: 0, numFailedTests: 1 };
console.log(`\n${told.numPassedTests} passed, ${told.numFailedTests} failed`);
process.exitCode = status ?? 1;
