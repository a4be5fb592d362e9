import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeBus, openBus } from '#platform/bus.server.ts';
import { connect, disconnect } from '#platform/database.server.ts';
import { startEmbedded } from '#platform/embedded.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import { startApp } from '../support/app.ts';
import { tallyTimes } from './choose/tallying.ts';
import { fillWithSteps, findingTimes, removeGroups } from './choose/due.ts';
import { gather, rush, type Rush } from './choose/voting.ts';

/*
 * `npm run bench:choose`: what choosing together costs. Counting a ballot of a thousand voters and fifty options, finding what
 * is due among the steps of ten thousand groups, and two hundred people who vote in the same second through the real
 * application. Prints a table, and writes it to --json FILE; judges nothing.
 */

const rounds = 7;

const { values: options } = parseArgs({ options: { json: { type: 'string' } } });

/** One line of the table: a figure in the middle and at its worst, and what it is to stay below. */
interface Row {
  name: string;
  middle: number;
  worst: number;
  /** Null where nothing is asked. */
  goal: number | null;
}

const rows = [...countingRows(), ...(await votingRows())];
const machine = {
  date: new Date().toISOString().slice(0, 10),
  cpu: `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}`,
  node: process.version,
  load: os.loadavg()[0]
};
console.log(`${machine.date}, ${machine.cpu}, Node ${machine.node}\n`);
console.log('| | middle | worst | goal |\n| --- | --- | --- | --- |');
for (const { name, middle, worst, goal } of rows)
  console.log(`| ${name} | ${shown(middle)} | ${shown(worst)} | ${goal === null ? '' : `< ${goal}`} |`);
if (options.json) fs.writeFileSync(options.json, `${JSON.stringify({ ...machine, rows }, null, 2)}\n`);

function shown(figure: number): string {
  return Number.isInteger(figure) ? String(figure) : figure.toFixed(figure < 100 ? 1 : 0);
}

function countingRows(): Row[] {
  return tallyTimes().map(({ method, median, worst }) => ({
    ...{ name: `count 1,000 voters × 50 options, ${method}, ms`, middle: median, worst, goal: 100 }
  }));
}

async function votingRows(): Promise<Row[]> {
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
    // Or the application would be busy with them while people vote.
    await removeGroups();
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
      {
        name: `find the ${finding.found} steps due among those of 10,000 groups, ms`,
        middle: quantile(finding.milliseconds, 0.5),
        worst: quantile(finding.milliseconds, 1),
        goal: 20
      },
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

function rushRows(name: string, rushes: Rush[]): Row[] {
  const quantileRow = (label: string, share: number, most: number | null): Row => {
    const sorted = rushes.map(({ milliseconds }) => quantile(milliseconds, share)).sort((a, b) => a - b);
    return {
      name: `${name}, ${label}, ms`,
      middle: sorted[sorted.length >> 1]!,
      worst: sorted.at(-1)!,
      goal: most
    };
  };
  const counted = (of: 'lost' | 'doubled' | 'refused'): Row => {
    const sorted = rushes.map((one) => one[of]).sort((a, b) => a - b);
    return { name: `${name}, ${of}`, middle: sorted[sorted.length >> 1]!, worst: sorted.at(-1)!, goal: 1 };
  };
  return [
    quantileRow('p50', 0.5, null),
    quantileRow('p99', 0.99, 500),
    ...(['refused', 'lost', 'doubled'] as const).map(counted)
  ];
}

function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}
