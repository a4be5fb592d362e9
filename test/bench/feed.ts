import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { connect, database, disconnect } from '#platform/database.server.ts';
import { startEmbedded } from '#platform/embedded.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import { fill } from './feed/filling.ts';
import { questions, type Question } from './feed/questions.ts';

/*
 * `npm run bench:feed`: what looking through the feed costs in the server when a million papers are known: days, weeks,
 * months, filters, every kind of search, suggestions, and pasting a thousand lines. Prints a table; judges nothing.
 */

const { values: options } = parseArgs({
  options: {
    papers: { type: 'string', default: '1000000' },
    calls: { type: 'string', default: '200' },
    /** Where the filled database stays from run to run; without it, it is made anew and taken away. */
    folder: { type: 'string' },
    /** Only what is called so, as a regular expression. */
    only: { type: 'string', default: '' },
    json: { type: 'string' }
  }
});
const many = Number(options.papers);
const calls = Number(options.calls);
const folder = options.folder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-bench-'));
const embedded = await startEmbedded(path.resolve(folder));

try {
  connect(embedded.address);
  await migrate();
  await openJobs([]);
  const began = performance.now();
  await fill(many);
  const filling = Math.round((performance.now() - began) / 1000);
  await warm();
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}`;
  const about = {
    date: new Date().toISOString().slice(0, 10),
    machine,
    node: process.version,
    papers: many,
    calls
  };
  console.log(
    `${about.date}, ${machine}, Node ${about.node}; ${many.toLocaleString('en')} papers, ready after ${filling} s\n`
  );
  const rows: Record<string, Row> = {};
  const searches: number[] = [];
  for (const question of await questions(many)) {
    if (!new RegExp(options.only).test(question.what)) continue;
    const samples = await timed(question);
    rows[question.what] = rowOf(samples, question.goal);
    if (question.what.startsWith('search') && !question.calls) searches.push(...samples);
  }
  if (searches.length > 0) rows['search, all kinds that are asked as often'] = rowOf(searches, 50);
  console.table(rows);
  if (options.json)
    fs.writeFileSync(options.json, `${JSON.stringify({ ...about, filling, rows }, null, 2)}\n`);
} finally {
  await closeJobs();
  await disconnect();
  await embedded.stop();
  if (!options.folder) fs.rmSync(folder, { recursive: true, force: true });
}

/** As after a while of use: what PostgreSQL can hold in its memory is there. */
async function warm(): Promise<void> {
  await database().execute(sql`create extension if not exists pg_prewarm`);
  await database().execute(sql`
    select pg_prewarm(oid::regclass) from pg_class
    where relname in ('paper', 'feed_listing', 'paper_word') or relname like 'paper\\_%' and relkind = 'i' or relname like 'feed\\_listing\\_%' and relkind = 'i'`);
}

/** Milliseconds on the clock. */
interface Row {
  p50: number;
  p95: number;
  most: number;
  goal: number | null;
  calls: number;
}

async function timed({ ask, before, calls: own = calls }: Question): Promise<number[]> {
  const samples: number[] = [];
  await before?.();
  await ask();
  for (let call = 0; call < own; call++) {
    await before?.();
    const started = performance.now();
    await ask();
    samples.push(performance.now() - started);
  }
  return samples;
}

function rowOf(taken: readonly number[], goal: number | undefined): Row {
  const samples = taken.toSorted((a, b) => a - b);
  const at = (part: number) =>
    Number((samples[Math.min(samples.length - 1, Math.floor(samples.length * part))] ?? 0).toFixed(1));
  return { p50: at(0.5), p95: at(0.95), most: at(1), goal: goal ?? null, calls: samples.length };
}
