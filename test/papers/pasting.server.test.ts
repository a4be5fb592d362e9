import { expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import * as papers from '#papers/papers.server.ts';
import { listing, paper } from '#papers/schema.ts';
import { keepListed } from '#papers/feed/listing.server.ts';
import { database, statementsSent, transaction } from '#platform/database.server.ts';
import { useDatabase } from '../support/database.ts';
import { toy } from '../support/upstream.ts';

useDatabase();

const two = (number: number) => String(number).padStart(2, '0');

/** A text of a thousand lines that names a thousand papers, in every way that fits on one line. */
function thousandLines(month: string): string {
  return Array.from({ length: 1000 }, (_, index) => {
    const id = `${month}.${String(index + 1).padStart(5, '0')}`;
    const line = [
      `https://arxiv.org/abs/${id}v2`,
      `arXiv:${id}`,
      `https://doi.org/10.1000/${month}.${index}`,
      `@misc{a${index}, title={A Paper on Toys, Number ${index} of ${month}}, year={20${two(index % 100)}}}`
    ];
    return line[index % 4];
  }).join('\n');
}

test('a paste of a thousand lines is kept in few statements', async () => {
  const text = thousandLines('2601');
  const before = statementsSent();
  const { papers: kept, unread } = await papers.keep(text);
  expect(unread).toEqual([]);
  expect(kept).toHaveLength(1000);
  expect(kept.every(({ paperId }) => paperId !== null)).toBe(true);
  expect(await database().$count(paper)).toBe(1000);
  expect(statementsSent() - before).toBeLessThan(12);
  expect((await papers.preview(text)).papers.map(({ paperId }) => paperId)).toEqual(
    kept.map(({ paperId }) => paperId)
  );
});

test('of two people who keep the same paste at once, each paper is made once', async () => {
  const text = thousandLines('2602');
  const before = await database().$count(paper);
  const [one, other, third] = await Promise.all([
    papers.keep(text),
    papers.keep(text),
    papers.take('2602.00001')
  ]);
  expect((await database().$count(paper)) - before).toBe(1000);
  expect(one.papers.map(({ paperId }) => paperId)).toEqual(other.papers.map(({ paperId }) => paperId));
  expect(third.id).toBe(one.papers[0]?.paperId);
});

test('a paste and a list of the same papers at once make each paper once, and neither fails', async () => {
  const told = Array.from({ length: 200 }, (_, index) => ({ number: index + 1, ...toy(5000 + index) }));
  const before = await database().$count(paper);
  const listed = told.map(({ id, title, abstract, authors }) => ({
    ...{ arxivId: id, title, abstract, authors },
    upvotes: 1
  }));
  const pasted = told
    .map(({ id, title }, index) => (index % 2 === 0 ? id : `@misc{a, title={${title}}}`))
    .join('\n');
  await Promise.all([
    papers.keep(pasted),
    transaction((tx) => keepListed(tx, 'hf', listed, '2026-06-12')),
    transaction((tx) => keepListed(tx, 'hf', [...listed].reverse(), '2026-06-12')),
    papers.keep(pasted)
  ]);
  expect((await database().$count(paper)) - before).toBe(200);
  expect(await database().$count(listing)).toBe(200);
});

test('a pasted paper whose id a row without one adopts is kept, and a title said twice is one paper', async () => {
  const { papers: kept } = await papers.keep(
    '@misc{a, title={Lonely Toys in a Wooden Box}}\n@misc{b, title={Lonely toys in a wooden box}}'
  );
  expect(kept).toHaveLength(1);
  await transaction((tx) =>
    keepListed(
      tx,
      'hf',
      [
        { arxivId: '2606.07777', title: 'Lonely Toys in a Wooden Box', abstract: '', authors: [], upvotes: 0 }
      ],
      '2026-06-12'
    )
  );
  expect((await papers.take('2606.07777')).id).toBe(kept[0]?.paperId);
});

test('where a pasted paper appeared is kept, and cited', async () => {
  const { papers: kept } = await papers.keep(
    'TY  - JOUR\nTI  - Toys of a Journal\nT2  - Journal of Toys\nER  - \n@inproceedings{b, title={Toys of a Meeting}, booktitle={Proc. Toys}}'
  );
  const ids = kept.flatMap(({ paperId }) => paperId ?? []);
  const cited = await papers.cite(ids, 'plain');
  expect(cited).toContain('Journal of Toys');
  expect(cited).toContain('Proc. Toys');
});

test('what waits for a look-up is found by an index, however many papers there are', async () => {
  await database().execute(sql`
    insert into paper (id, arxiv_id, title, title_key, completed_at)
    select 'bulk' || n, 'bulk/' || n, 't', 't', now() from generate_series(1, 5000) n`);
  await database().execute(sql`analyze paper`);
  const plans = await Promise.all(
    [
      sql`explain select arxiv_id from paper where completed_at is null and arxiv_id is not null order by created_at limit 100`,
      sql`explain select id, doi from paper where completed_at is null and arxiv_id is null and doi is not null order by created_at limit 100`,
      sql`explain select id, title from paper where completed_at is null and arxiv_id is null and doi is null order by created_at limit 50`
    ].map((query) => database().execute(query))
  );
  expect(JSON.stringify(plans[0])).toContain('paper_incomplete');
  expect(JSON.stringify(plans[1])).toContain('paper_incomplete_doi');
  expect(JSON.stringify(plans[2])).toContain('paper_incomplete_title');
});
