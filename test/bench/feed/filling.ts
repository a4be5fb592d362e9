import { sql } from 'drizzle-orm';
import * as papers from '#papers/papers.server.ts';
import { database, driver, transaction } from '#platform/database.server.ts';
import { seeded } from '../../support/random.ts';
import { sentence } from './words.ts';

/** Days from the first of 2017 on, of which the last have papers: as many a day, however many there are. */
export const days = 3650;
const papersADay = 274;
const atOnce = 4000;
const abstracts = Array.from({ length: 4000 }, (_, number) => sentence(seeded(1_000_000 + number), 50));
const categories = [['cs.LG', 'stat.ML'], ['cs.CL'], ['cs.CV', 'cs.LG'], ['math.PR']];

/** The ISO date of a numbered day. */
export function dayNumbered(number: number): string {
  return new Date(Date.UTC(2017, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
}

/** Of how many days there are papers. */
export function daysWithPapers(many: number): number {
  return Math.ceil(many / papersADay);
}

/** Our own id of a numbered paper. */
export function idNumbered(index: number): string {
  return String(index).padStart(16, '0');
}

/** The arXiv id of a numbered paper. */
export function arxivIdNumbered(index: number): string {
  const month = 1701 + Math.floor(index / 100_000) * 100 + (Math.floor(index / 9_000) % 12);
  return `${String(month).padStart(4, '0')}.${String(index % 100_000).padStart(5, '0')}`;
}

/**
 * Makes so many papers, the same every time: titles of ten words, abstracts of fifty (some thousands, again and
 * again), listed over the last days up to ten years. What an earlier run left unfinished is gone on with; a finished database stays.
 */
export async function fill(many: number): Promise<void> {
  await transaction(async (tx) => {
    await tx.execute(
      sql`create table if not exists bench_index (name text primary key, definition text not null)`
    );
    await tx.execute(sql`create table if not exists bench_batch (first integer primary key)`);
    await setIndexesAside(tx);
  });
  const done = new Set(
    (await database().execute<{ first: number }>(sql`select first from bench_batch`)).map(
      ({ first }) => first
    )
  );
  const batches = Array.from({ length: Math.ceil(many / atOnce) }, (_, index) => index * atOnce).filter(
    (first) => !done.has(first)
  );
  const work = async () => {
    for (let first = batches.shift(); first !== undefined; first = batches.shift()) await insert(first, many);
  };
  await Promise.all([work(), work()]);
  await bringIndexesBack();
}

/** Indexes are made faster over all rows than row by row; those that hold papers to one another stay. */
async function setIndexesAside(tx: { execute: ReturnType<typeof database>['execute'] }): Promise<void> {
  const [begun] = await tx.execute<{ some: boolean }>(sql`select exists (select from bench_batch) as some`);
  if (begun?.some) return;
  await tx.execute(sql`
    insert into bench_index
    select indexname, indexdef from pg_indexes
    where tablename in ('paper', 'feed_listing') and indexdef like 'CREATE INDEX%' on conflict do nothing`);
  const names = await tx.execute<{ name: string }>(sql`select name from bench_index`);
  for (const { name } of names) await tx.execute(sql.raw(`drop index if exists ${name}`));
}

async function bringIndexesBack(): Promise<void> {
  const missing = await database().execute<{ name: string; definition: string }>(sql`
    select name, definition from bench_index where name not in (select indexname from pg_indexes) order by name`);
  const held = await driver().reserve();
  try {
    await held`set maintenance_work_mem = '1GB'`;
    for (const { name, definition } of missing) {
      const began = performance.now();
      await held.unsafe(definition);
      console.log(`${name} in ${Math.round((performance.now() - began) / 1000)} s`);
    }
  } finally {
    await held`reset maintenance_work_mem`;
    held.release();
  }
  if (missing.length === 0) return;
  await papers.learnWords();
  await database().execute(sql`vacuum analyze`);
}

/** Papers come in day by day, so that those of a day lie side by side. */
async function insert(first: number, many: number): Promise<void> {
  const random = seeded(first + 1);
  const rows = Array.from({ length: Math.min(atOnce, many - first) }, (_, at) => {
    const index = first + at;
    const title = sentence(random, 10);
    return {
      id: idNumbered(index),
      arxiv_id: arxivIdNumbered(index),
      arxiv_version: 1,
      title,
      title_key: title.replaceAll(' ', ''),
      abstract: abstracts[index % abstracts.length]!,
      authors: [`Given Family${index % 20_000}`, `Other Family${(index * 7) % 20_000}`],
      published_on: dayNumbered(days - 1 - Math.floor((many - 1 - index) / papersADay)),
      categories: categories[index % 4]!,
      code_url: index % 5 === 0 ? 'https://example.org/code' : null,
      source: index % 5 === 0 ? 'hf' : 'arxiv',
      upvotes: index % 5 === 0 ? Math.floor(60 * random() ** 4) : 0
    };
  });
  await transaction(async (tx) => {
    await tx.execute(sql`set local synchronous_commit = off`);
    await tx.execute(sql`
      with made as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
          id text, arxiv_id text, arxiv_version integer, title text, title_key text, abstract text, authors jsonb,
          published_on date, categories jsonb, code_url text, source text, upvotes integer)
      ), kept as (
        insert into paper (id, arxiv_id, arxiv_version, title, title_key, abstract, authors, published_on, categories,
          code_url, completed_at)
        select id, arxiv_id, arxiv_version, title, title_key, abstract, authors, published_on, categories, code_url, now()
        from made
      )
      insert into feed_listing (source, day, paper_id, upvotes) select source, published_on, id, upvotes from made`);
    await tx.execute(sql`insert into bench_batch values (${first})`);
  });
}
