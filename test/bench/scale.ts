import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as papers from '#papers/papers.server.ts';
import { connect, disconnect, driver } from '#platform/database.server.ts';
import { startEmbedded, type Embedded } from '#platform/embedded.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import { freePort, startApp, type App } from '../support/app.ts';
import { fill as fillPapers } from './feed/filling.ts';
import { addressOf, postmaster } from './notes/database.ts';
import { cpuOf, cpuOfDatabase, memoryOf } from './notes/processes.ts';
import { quantile } from './notes/statistics.ts';
import { driveAt, driveInTurn, type Times } from './scale/driving.ts';
import { each, fillGroups, type Size } from './scale/filling.ts';
import { readers, type Reader } from './scale/pages.ts';
import { asPicture, type Curve } from './scale/picture.ts';
import { endOfLog, slowStatements, watchPlans, type SlowStatement } from './scale/plans.ts';

/*
 * `npm run bench:scale`: what pages cost when an installation is large, and at a tenth and a hundredth of that, so that
 * one sees whether a page's cost follows what it shows or how much there is. Pages are asked for through HAProxy and two
 * instances. Prints tables; judges nothing.
 */

const { values: options } = parseArgs({
  options: {
    shares: { type: 'string', default: '0.01,0.1,1' },
    rounds: { type: 'string', default: '60' },
    perSecond: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '60' },
    /** Where filled databases stay from run to run; without it, they are made anew and taken away. */
    folder: { type: 'string' },
    json: { type: 'string' },
    svg: { type: 'string' },
    /** Where the plans of slow statements go. */
    plans: { type: 'string' }
  }
});
const whole: Size = { papers: 1_000_000, groups: 10_000 };
const shares = options.shares.split(',').map(Number);
const rounds = Number(options.rounds);
/**
 * As `docs/growing.md` has it for more than one instance, with the worker left out: it would find ten thousand groups
 * whose taste nobody learned yet, which is hours of work that pages have no part in.
 */
const shape = { args: ['web', 'collab'] };
const folder = options.folder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-scale-'));

/** What was found at one size. */
interface Finding {
  share: number;
  size: Size;
  fillSeconds: number;
  databaseMegabytes: number;
  inTurn: Times;
  statements: Map<string, number[]>;
  slow: SlowStatement[];
  load: Load | null;
}

/** The two instances under a steady load. */
interface Load {
  times: Times;
  /** CPU milliseconds of a request: of the instances, and of the database. */
  cpuApp: number;
  cpuDatabase: number;
  /** Megabytes resident, each instance. */
  memory: number[];
}

try {
  const findings: Finding[] = [];
  for (const share of shares) findings.push(await measure(share));
  report(findings);
} finally {
  if (!options.folder) fs.rmSync(folder, { recursive: true, force: true });
}

async function measure(share: number): Promise<Finding> {
  const size = { papers: Math.round(whole.papers * share), groups: Math.round(whole.groups * share) };
  const dataDir = path.resolve(folder, String(share));
  const embedded = await startEmbedded(dataDir);
  try {
    connect(embedded.address);
    await migrate();
    const fillSeconds = await fill(size);
    const people = await readers(300, size);
    const [{ bytes }] = (await driver()`select pg_database_size(current_database()) as bytes`) as [
      { bytes: string }
    ];
    await watchPlans(5);
    const since = endOfLog(dataDir);
    const { times: inTurn, statements } = await alone(embedded, people, size);
    const slow = slowStatements(dataDir, since);
    await watchPlans(null);
    const load = share === Math.max(...shares) ? await underLoad(embedded, people, size) : null;
    const databaseMegabytes = Math.round(Number(bytes) / 1e6);
    return { share, size, fillSeconds, databaseMegabytes, inTurn, statements, slow, load };
  } finally {
    await disconnect();
    await embedded.stop();
  }
}

/** Fills the database unless an earlier run did. @returns seconds it took */
async function fill(size: Size): Promise<number> {
  const sql = driver();
  const [{ done }] = (await sql`select to_regclass('bench_filled') is not null as done`) as [
    { done: boolean }
  ];
  if (done) return 0;
  const began = performance.now();
  process.stderr.write(`Filling ${size.papers} papers and ${size.groups} groups …\n`);
  await fillPapers(size.papers);
  await papers.learnWords();
  await fillGroups(0, size.groups, size.papers);
  await sql`create table bench_filled ()`;
  return (performance.now() - began) / 1000;
}

/** One instance, one request at a time, with its statements counted. */
async function alone(embedded: Embedded, people: readonly Reader[], size: Size) {
  const app = await startApp({
    ...shape,
    env: { DATABASE_URL: addressOf(embedded), COUNT_STATEMENTS: 'on' }
  });
  try {
    return await driveInTurn(app.url, people, size, rounds);
  } finally {
    await app.stop();
  }
}

async function underLoad(embedded: Embedded, people: readonly Reader[], size: Size): Promise<Load> {
  const apps = await Promise.all(
    [1, 2].map(() => startApp({ ...shape, env: { DATABASE_URL: addressOf(embedded) } }))
  );
  const balancer = await startBalancer(apps);
  try {
    const perSecond = Number(options.perSecond);
    const seconds = Number(options.seconds);
    await driveAt(balancer.url, people, size, { perSecond: perSecond / 2, seconds: 10 });
    const database = await postmaster();
    const cpu = () =>
      [apps.reduce((sum, app) => sum + cpuOf(app.process.pid!), 0), cpuOfDatabase(database)] as const;
    const before = cpu();
    const times = await driveAt(balancer.url, people, size, { perSecond, seconds });
    const after = cpu();
    const requests = perSecond * seconds;
    return {
      times,
      cpuApp: (after[0] - before[0]) / 1000 / requests,
      cpuDatabase: (after[1] - before[1]) / 1000 / requests,
      memory: apps.map((app) => Math.round(memoryOf(app.process.pid!) / 1e6))
    };
  } finally {
    balancer.child.kill('SIGKILL');
    await Promise.all(apps.map((app) => app.stop()));
  }
}

async function startBalancer([first, second]: readonly App[]): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const child = spawn('haproxy', ['-db', '-q', '-f', 'container/haproxy.cfg'], {
    env: {
      ...process.env,
      ...{
        LISTEN: `127.0.0.1:${port}`,
        FIRST: `127.0.0.1:${first!.port}`,
        SECOND: `127.0.0.1:${second!.port}`
      }
    },
    stdio: ['ignore', 'inherit', 'inherit']
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries++) {
    const status = await fetch(`${url}/readyz`).then(
      (answer) => answer.status,
      () => 0
    );
    if (status === 200) return { url, child };
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error('HAProxy did not find the instances.');
}

function report(findings: readonly Finding[]): void {
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}`;
  const date = new Date().toISOString().slice(0, 10);
  const about = `${date}, ${machine}, Node ${process.version}`;
  console.log(`${about}\n`);
  for (const { share, size, fillSeconds, databaseMegabytes } of findings) {
    console.log(
      `${share * 100} %: ${size.papers} papers, ${size.groups} groups of ${each.members}, ${databaseMegabytes} MB, filled in ${fillSeconds.toFixed(0)} s`
    );
  }
  const largest = findings.at(-1)!;
  const rows = [...largest.inTurn.keys()].map((name) => rowOf(name, findings));
  console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
  if (largest.load) {
    const { cpuApp, cpuDatabase, memory } = largest.load;
    console.log(
      `At ${options.perSecond} a second: ${cpuApp.toFixed(1)} ms CPU a request in the instances and ${cpuDatabase.toFixed(1)} in PostgreSQL, ` +
        `so ${(1000 / cpuApp).toFixed(0)} requests a second and core of an instance; ${memory.join(' and ')} MB resident.`
    );
  }
  const slow = findings.flatMap(({ share, slow }) => slow.map((statement) => ({ share, ...statement })));
  for (const { share, longest, times, text } of slow)
    console.log(
      `${share * 100} %: ${longest.toFixed(1)} ms at most, ${times} times above 5: ${text.slice(0, 160)}`
    );
  if (options.plans) fs.writeFileSync(options.plans, slow.map(asText).join('\n\n'));
  if (options.svg) fs.writeFileSync(options.svg, asPicture(curvesOf(findings), about));
  if (options.json) {
    const load = largest.load && { ...largest.load, times: undefined };
    fs.writeFileSync(options.json, `${JSON.stringify({ date, machine, rows, load, slow }, null, 2)}\n`);
  }
}

function rowOf(name: string, findings: readonly Finding[]) {
  const largest = findings.at(-1)!;
  const inTurn = Object.fromEntries(
    findings.map(({ share, inTurn }) => [
      `${share * 100} %, p50`,
      rounded(quantile(inTurn.get(name) ?? [], 0.5))
    ])
  );
  const load = largest.load?.times.get(name) ?? [];
  return {
    name,
    statements: quantile(largest.statements.get(name) ?? [], 0.5),
    ...inTurn,
    'loaded, p50': rounded(quantile(load, 0.5)),
    'loaded, p95': rounded(quantile(load, 0.95)),
    'loaded, p99': rounded(quantile(load, 0.99))
  };
}

function curvesOf(findings: readonly Finding[]): Curve[] {
  return [...findings.at(-1)!.inTurn.keys()].map((name) => ({
    name,
    points: findings.map(({ share, inTurn }) => ({
      share,
      milliseconds: quantile(inTurn.get(name) ?? [], 0.5)
    }))
  }));
}

function asText({ share, longest, times, text, plan }: SlowStatement & { share: number }): string {
  return `${share * 100} %: ${times} times above 5 ms, ${longest.toFixed(1)} ms at most\n${text}\n${plan}`;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
