import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { parseArgs } from 'node:util';

/*
 * `npm run test:chaos -- --seeds 200`: the proofs of the notes engine, of rolling restarts and of faults in their long
 * form; at the end it says which were tried, and why others were not. `--first 17 --seeds 1` runs
 * one seed again that failed. The short form is part of `npm test`.
 */

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    people: { type: 'string', default: '50' },
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
      CHAOS_LONG: 'yes',
      CHAOS_PEOPLE: options.people,
      CHAOS_SEEDS: options.seeds,
      CHAOS_FIRST_SEED: options.first,
      CHAOS_NOTES: options.notes,
      CHAOS_IDLE_SECONDS: options.idle
    }
  }
);
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

const told = fs.existsSync(report) && (JSON.parse(fs.readFileSync(report, 'utf8')) as Report);
if (told) {
  const tests = told.testResults.flatMap(({ assertionResults }) => assertionResults);
  const tried = tests.filter(({ status: outcome }) => outcome === 'passed' || outcome === 'failed');
  console.log('\nTried:');
  for (const { fullName, status: outcome } of tried) console.log(`  ${outcome}: ${fullName}`);
  const skipped = tests.filter((test) => !tried.includes(test));
  if (skipped.length > 0) console.log('Not tried, each with its reason:');
  for (const { fullName } of skipped) console.log(`  ${fullName}`);
  console.log(`\n${told.numPassedTests} passed, ${told.numFailedTests} failed, ${skipped.length} skipped`);
}
process.exitCode = told ? (status ?? 1) : 1;
