import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { closeBus, openBus } from '#platform/bus.server.ts';
import { connect, disconnect } from '#platform/database.server.ts';
import { startEmbedded } from '#platform/embedded.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import { startApp } from '../support/app.ts';
import { tallyTimes } from './choose/tallying.ts';
import { fillWithSteps, findingTimes } from './choose/due.ts';
import { gather, rush, type Rush } from './choose/voting.ts';

/*
 * `npm run bench:choose`: what choosing together costs. Counting a ballot of a thousand voters and fifty options, finding what
 * is due among the steps of ten thousand groups, and two hundred people who vote in the same second through the real
 * application. Prints a table; judges nothing.
 */

const rounds = 7;

const rows = [...countingRows(), ...(await votingRows())];
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, Node ${process.version}\n`
);
console.log('| | middle | worst | goal |\n| --- | --- | --- | --- |');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

function countingRows(): string[][] {
  return tallyTimes().map(({ method, median, worst }) => [
    ...[`count 1,000 voters × 50 options, ${method}, ms`, median.toFixed(1), worst.toFixed(1), '< 100']
  ]);
}

async function votingRows(): Promise<string[][]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-bench-'));
  const embedded = await startEmbedded(folder);
  const { host, port, database, user, password } = embedded.address;
  const url = `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`;
  try {
    connect(embedded.address);
    await migrate();
    await openBus();
    await fillWithSteps();
    const finding = await findingTimes(50);
    const crowd = await gather();
    const app = await startApp({ env: { DATABASE_URL: url } });
    await rush(app, crowd, 1_000);
    const spread: Rush[] = [];
    const atOnce: Rush[] = [];
    for (let round = 0; round < rounds; round++) {
      spread.push(await rush(app, crowd, 1_000));
      atOnce.push(await rush(app, crowd, 0));
    }
    await app.stop();
    return [
      [
        `find the ${finding.found} steps due among those of 10,000 groups, ms`,
        quantile(finding.milliseconds, 0.5).toFixed(1),
        quantile(finding.milliseconds, 1).toFixed(1),
        '< 20'
      ],
      ...rushRows('200 votes within a second', spread),
      ...rushRows('200 votes at the same instant', atOnce)
    ];
  } finally {
    await closeBus();
    await disconnect();
    await embedded.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function rushRows(name: string, rushes: Rush[]): string[][] {
  const p = (share: number) =>
    rushes.map(({ milliseconds }) => quantile(milliseconds, share)).sort((a, b) => a - b);
  const total = (of: 'lost' | 'doubled' | 'refused') => rushes.reduce((sum, one) => sum + one[of], 0);
  const middle = (sorted: number[]) => sorted[sorted.length >> 1]!.toFixed(0);
  const worst = (sorted: number[]) => sorted.at(-1)!.toFixed(0);
  return [
    [`${name}, p50, ms`, middle(p(0.5)), worst(p(0.5)), ''],
    [`${name}, p99, ms`, middle(p(0.99)), worst(p(0.99)), '< 500'],
    [
      `${name}: refused, lost, doubled`,
      `${total('refused')}, ${total('lost')}, ${total('doubled')}`,
      '',
      '0, 0, 0'
    ]
  ];
}

function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}
