import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { register } from '#accounts/accounts.server.ts';
import * as looking from '#papers/looking.server.ts';
import { filtersOf, spanOf } from '#papers/looking.ts';
import * as papers from '#papers/papers.server.ts';
import { listing, paper } from '#papers/schema.ts';
import { connect, database, disconnect } from '#platform/database.server.ts';
import { startEmbedded } from '#platform/embedded.server.ts';
import { closeJobs, openJobs } from '#platform/jobs.server.ts';
import { migrate } from '#platform/migrations.server.ts';
import { seeded } from '../support/random.ts';

/*
 * What looking through the feed costs in the server when a million papers are known: a day, a month, filters, searches
 * of common and rare words, mistyped ones, and pasting a thousand lines. Prints a table; judges nothing.
 */

const { values } = parseArgs({
  options: { papers: { type: 'string', default: '1000000' }, calls: { type: 'string', default: '200' } }
});
const many = Number(values.papers);
const calls = Number(values.calls);
const days = 3650;
const atOnce = 4000;
const random = seeded(1);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colloquy-bench-'));
const embedded = await startEmbedded(folder);

try {
  connect(embedded.address);
  await migrate();
  await openJobs([]);
  const account = await register({
    name: 'Ada',
    email: 'ada@example.org',
    password: 'a long enough sentence'
  });
  const began = performance.now();
  await fill();
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, Node ${process.version}; ` +
      `${many.toLocaleString('en')} papers made in ${Math.round((performance.now() - began) / 1000)} s; ${calls} calls each\n`
  );
  const everything = filtersOf(new URLSearchParams());
  const look = (span: string, query = '') =>
    looking.look(account, spanOf(span)!, query ? filtersOf(new URLSearchParams(query)) : everything);
  await looking.mute(account, word(7));
  const rows: Record<string, object> = {};
  const time = async (what: string, work: () => Promise<unknown>) => {
    rows[what] = await timed(work);
  };
  await time('day, ms', () => look(someDay()));
  await time('day, by category and words, ms', () => look(someDay(), `category=cs.LG&words=${word(3)}`));
  await time('month, ms', () => look(someDay().slice(0, 7)));
  await time('search, a word of a third of all papers, ms', () => papers.search(word(0)));
  await time('search, a common and a rare word, ms', () =>
    papers.search(`${word(1)} ${word(2000 + below(2000))}`)
  );
  await time('search, two rare words, ms', () =>
    papers.search(`${word(1500 + below(2000))} ${word(1500 + below(2000))}`)
  );
  await time('search, the beginning of a word, ms', () => papers.search(word(300 + below(2000)).slice(0, 5)));
  await time('search, an author and a year, ms', () =>
    papers.search(`author:family${below(20_000)} year:${2017 + below(9)}`)
  );
  await time('search, mistyped title, ms', () => papers.search(mistyped()));
  const pasted: number[] = [];
  for (let run = 0; run < 5; run++) {
    const lines = Array.from({ length: 1000 }, (_, index) =>
      index % 2 ? `https://arxiv.org/abs/${arxivId(below(many))}` : `arXiv:${2701 + run}.${10_000 + index}`
    );
    const started = performance.now();
    await papers.keep(lines.join('\n'));
    pasted.push(performance.now() - started);
  }
  rows['pasting 1,000 lines, ms'] = summary(pasted);
  console.table(rows);
} finally {
  await closeJobs();
  await disconnect();
  await embedded.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

function below(limit: number): number {
  return Math.floor(random() * limit);
}

/** Words as people could speak them; the lower the number, the commoner in what `fill` makes. */
function word(number: number): string {
  const [consonants, vowels] = ['bdfgklmnprstvz', 'aeiou'];
  let [left, made] = [number + 100, ''];
  while (left > 0) {
    made += consonants![left % 14]! + vowels![Math.floor(left / 14) % 5]!;
    left = Math.floor(left / 70);
  }
  return `${made}x`;
}

function dayNumbered(number: number): string {
  return new Date(Date.UTC(2017, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
}

function someDay(): string {
  return dayNumbered(below(days));
}

function arxivId(index: number): string {
  const month = 1701 + Math.floor(index / 100_000) * 100 + (Math.floor(index / 9_000) % 12);
  return `${String(month).padStart(4, '0')}.${String(index % 100_000).padStart(5, '0')}`;
}

function mistyped(): string {
  const typed = [word(1000 + below(3000)), word(1000 + below(3000)), word(below(50))].join(' ');
  const at = 1 + below(4);
  return typed.slice(0, at) + typed.slice(at + 1);
}

async function timed(work: () => Promise<unknown>) {
  await work();
  const samples: number[] = [];
  for (let call = 0; call < calls; call++) {
    const started = performance.now();
    await work();
    samples.push(performance.now() - started);
  }
  return summary(samples);
}

function summary(samples: number[]) {
  samples.sort((a, b) => a - b);
  const at = (part: number) =>
    Number((samples[Math.min(samples.length - 1, Math.floor(samples.length * part))] ?? 0).toFixed(1));
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}

/**
 * Papers with ten words of title and fifty of abstract, words as frequent as in language (Zipf's law, roughly), listed
 * over ten years. Titles differ; abstracts are some thousands, again and again.
 */
async function fill(): Promise<void> {
  const words = Array.from({ length: 5000 }, (_, index) => word(index));
  const text = (length: number) =>
    Array.from({ length }, () => words[Math.floor(words.length * random() ** 3)]).join(' ');
  const abstracts = Array.from({ length: 4000 }, () => text(50));
  const categories = ['["cs.LG", "stat.ML"]', '["cs.CL"]', '["cs.CV", "cs.LG"]', '["math.PR"]'];
  const indexes = await database().execute<{ name: string; definition: string }>(sql`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'paper' and indexname in ('paper_words', 'paper_title_trigrams', 'paper_categories')`);
  for (const { name } of indexes) await database().execute(sql.raw(`drop index ${name}`));
  const batches = Array.from({ length: Math.ceil(many / atOnce) }, (_, index) => index * atOnce);
  const work = async () => {
    for (let from = batches.shift(); from !== undefined; from = batches.shift()) await insert(from);
  };
  const insert = async (from: number) => {
    const rows = Array.from({ length: Math.min(atOnce, many - from) }, (_, at) => {
      const index = from + at;
      const title = text(10);
      return {
        id: String(index).padStart(16, '0'),
        arxivId: arxivId(index),
        title,
        titleKey: title.replaceAll(' ', ''),
        abstract: abstracts[index % abstracts.length]!,
        authors: [`Given Family${index % 20_000}`, `Other Family${(index * 7) % 20_000}`],
        publishedOn: dayNumbered(index % days),
        categories: JSON.parse(categories[index % 4]!) as string[],
        codeUrl: index % 5 === 0 ? 'https://example.org/code' : null,
        completedAt: new Date()
      };
    });
    await database().insert(paper).values(rows);
    await database()
      .insert(listing)
      .values(
        rows.map(({ id, publishedOn }, at) => ({
          source: at % 5 === 0 ? 'hf' : 'arxiv',
          day: publishedOn,
          paperId: id,
          upvotes: at % 5 === 0 ? Math.floor(60 * random() ** 4) : 0
        }))
      );
  };
  await Promise.all([work(), work()]);
  for (const { definition } of indexes) await database().execute(sql.raw(definition));
  await papers.learnWords();
  await database().execute(sql`vacuum analyze`);
}
