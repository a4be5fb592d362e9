import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findChromium } from './support/chromium.ts';

/*
 * `npm test`: every suite one after the other, each with its own report, and one line for all of them together.
 */

interface Count {
  passed: number;
  failed: number;
}

const reports = 'test-results';
fs.rmSync(reports, { recursive: true, force: true });
fs.mkdirSync(reports, { recursive: true });

const counts = [rulesAndServer(), browser()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function rulesAndServer(): Count {
  const report = `${reports}/vitest.json`;
  const status = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`
  ]);
  const told = readReport(report) as { numPassedTests: number; numFailedTests: number } | undefined;
  return settle(status, { passed: told?.numPassedTests ?? 0, failed: told?.numFailedTests ?? 0 });
}

function browser(): Count {
  const chromium = findChromium();
  if (typeof chromium !== 'object') {
    console.error(chromium);
    return { passed: 0, failed: 1 };
  }
  const report = `${reports}/playwright.json`;
  const status = run(
    'playwright',
    ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json'],
    {
      CHROMIUM: chromium.executable,
      PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(report)
    }
  );
  const told = (readReport(report) as { stats?: { expected: number; flaky: number; unexpected: number } })
    ?.stats;
  return settle(status, {
    passed: told?.expected ?? 0,
    failed: (told?.unexpected ?? 0) + (told?.flaky ?? 0)
  });
}

function run(command: string, args: string[], environment: Record<string, string> = {}): number | null {
  // Of the many processes that run the same code, the first one compiles it for the others.
  const compiled = path.resolve('node_modules/.cache/compiled');
  const env = { NODE_COMPILE_CACHE: compiled, ...process.env, ...environment };
  return spawnSync(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
    .status;
}

/** A suite that ended badly without naming a test, or that ran none, counts as one failure. */
function settle(status: number | null, count: Count): Count {
  const silent = (status !== 0 && count.failed === 0) || count.passed + count.failed === 0;
  return silent ? { ...count, failed: count.failed + 1 } : count;
}

function readReport(file: string): unknown {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
