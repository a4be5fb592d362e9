import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { group } from '#groups/schema.ts';
import { syncAnnouncements } from '#papers/feed/announcements.server.ts';
import { completePapers } from '#papers/feed/completing.server.ts';
import { syncRecent } from '#papers/feed/daily.server.ts';
import * as papers from '#papers/papers.server.ts';
import { feedDay, feedSource, listing, paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { Invalid } from '../../../src/failures.ts';
import { useDatabase } from '../../support/database.ts';
import { emptyGroup } from '../../support/factories.ts';
import { mutatedJson, mutatedText } from '../../support/mutations.ts';
import { useSettings } from '../../support/settings.ts';
import { toy, Upstream } from '../../support/upstream.ts';

/* A failure prints the seed and path that bring it back: fc.assert(…, { seed, path }). */

const upstream = await Upstream.start();
useSettings({ ...upstream.env, ARXIV_PAUSE_SECONDS: '0', LOG_LEVEL: 'silent' });
useDatabase();
afterAll(() => upstream.stop());

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const friday = new Date('2026-06-12T10:00:00Z');
const runs = { numRuns: 80 };

beforeEach(async () => {
  for (const table of [listing, feedDay, feedSource, paper, group]) await database().delete(table);
});

/** Lets the source answer with this, and asks it. */
async function fed(path: string, body: string, ask: () => Promise<void>): Promise<void> {
  upstream.recover();
  upstream.fail(path, { kind: 'body', body });
  await database()
    .update(feedSource)
    .set({ retryAt: new Date(0) });
  await database().delete(feedDay);
  await ask();
  await expectWhole();
}

/** Whether every paper has what a paper has, and every listing belongs to a day that can be. */
async function expectWhole(): Promise<void> {
  const broken = await database().execute(sql`
    select id, arxiv_id, title from paper
    where title = '' or title_key is null or jsonb_typeof(authors) <> 'array'
      or (arxiv_id is null and doi is null and title_key = '')
      or exists (select 1 from jsonb_array_elements(authors) a where jsonb_typeof(a) <> 'string' or a = '""')
      or published_on > '9999-12-31' or published_on < '1000-01-01'
    limit 3`);
  expect([...broken]).toEqual([]);
  const halfDone = await database()
    .select({ failing: feedSource.failingSince, failure: feedSource.failure })
    .from(feedSource)
    .where(sql`(failing_since is null) <> (failure is null)`);
  expect(halfDone).toEqual([]);
}

test('whatever Hugging Face sends, papers are whole, and nothing breaks', async () => {
  await fc.assert(
    fc.asyncProperty(mutatedJson(JSON.parse(fixture('daily-papers.json'))), (json) =>
      fed('/hf', JSON.stringify(json), () => syncRecent(friday))
    ),
    runs
  );
});

test('whatever arXiv announces, papers are whole, and nothing breaks', async () => {
  const { id } = await emptyGroup();
  await database()
    .update(group)
    .set({ categories: ['cs.LG'] })
    .where(sql`id = ${id}`);
  await fc.assert(
    fc.asyncProperty(mutatedText(fixture('arxiv-rss.xml')), (xml) =>
      fed('/rss-host', xml, () => syncAnnouncements(friday))
    ),
    runs
  );
});

const titled = '@misc{a, title={Toy Attention with {$O(n)$} Memory}}';

test('whatever look-ups answer, papers are whole, and nothing breaks', async () => {
  const answers = fc.tuple(
    mutatedText(fixture('arxiv-query.xml').replace(/2606\.90001/g, toy(1).id)),
    mutatedJson(JSON.parse(fixture('crossref-work.json'))),
    mutatedJson(JSON.parse(fixture('daily-papers.json')))
  );
  await fc.assert(
    fc.asyncProperty(answers, async ([xml, json, found]) => {
      await database().delete(paper);
      await papers.keep(`${toy(1).id}\nhep-th/9901001\n10.1000/toy.2026.7\n${titled}`);
      await fed('/arxiv', xml, async () => {
        upstream.fail('/crossref', { kind: 'body', body: JSON.stringify(json) });
        upstream.fail('/hf', { kind: 'body', body: JSON.stringify(found) });
        await completePapers();
      });
      expect(await database().$count(paper)).toBe(4);
    }),
    runs
  );
});

test('whatever somebody pastes is kept whole, or refused in words', async () => {
  const texts = [
    fixture('daily-papers-page.txt'),
    '@article{a,\n title={A {Toy} of $O(n)$},\n author={Ada L. and others},\n doi={10.1000/Toy}, date={2026-06-12}\n}\n',
    'TY  - JOUR\nTI  - A Toy\nAU  - Hopper, Grace\nPY  - 2023/10/09/\nDO  - 10.1000/RIS\nER  - \n'
  ];
  await fc.assert(
    fc.asyncProperty(fc.oneof(...texts.map(mutatedText)), async (text) => {
      await papers.keep(text).catch((failure: unknown) => expect(failure).toBeInstanceOf(Invalid));
      await expectWhole();
    }),
    { numRuns: 150 }
  );
});

test('titles, people and abstracts of any length fit into the tables and their indexes', async () => {
  const long = Array.from({ length: 400_000 }, (_, index) =>
    String.fromCharCode(0x4e00 + ((index * 7919) % 20_000))
  );
  const item = JSON.parse(fixture('daily-papers.json'))[0];
  const authors = Array.from({ length: 5_000 }, (_, index) => ({
    name: long.slice(index, index + 300).join('')
  }));
  const title = long.join('');
  await fed(
    '/hf',
    JSON.stringify([
      { ...item, paper: { ...item.paper, title, summary: title, authors, ai_summary: title } }
    ]),
    () => syncRecent(friday)
  );
  expect(await database().$count(paper)).toBe(1);
  await papers.keep(`@misc{a, title={${title}}, doi={10.1000/${long.slice(0, 1900).join('')}}}`);
  await expectWhole();
});
