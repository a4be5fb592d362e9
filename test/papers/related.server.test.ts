import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import * as papers from '#papers/papers.server.ts';
import { sharing } from '#papers/related.server.ts';
import { paper } from '#papers/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { useDatabase } from '../support/database.ts';

useDatabase();

const titles = (list: { title: string }[]) => list.map(({ title }) => title);

beforeAll(async () => {
  // Everyday words in plenty, so that there is something to be rare against.
  await database().execute(sql`
    insert into paper (id, title, title_key, abstract, published_on)
    select 'filler' || n, 'Learning with deep models ' || n % 97, 'filler' || n,
      'We train networks on data number' || n % 1000 || ' and subject' || n % 50, date '2026-11-20' - n / 10
    from generate_series(1, 20000) as n`);
  await add('Grokking as the transition from lazy to rich learning');
  await add('Deep models and grokking', 'From lazy training to rich features.');
  await add('Learning late', 'Grokking happens where a lazy network becomes rich.');
  await add('A grokking puzzle');
  await add('It’s d’Alembert’s \\emph{principle}');
  await papers.learnWords();
});

test('related papers share the rare words of the title, the likest first', async () => {
  const found = await papers.related(await idOf('Grokking as the transition from lazy to rich learning'));
  expect(titles(found)).toEqual(['Deep models and grokking', 'Learning late', 'A grokking puzzle']);
});

test('a paper is never related to itself, and an unknown one to none', async () => {
  expect(await papers.related('no such paper')).toEqual([]);
  expect(await papers.related(await idOf('It’s d’Alembert’s \\emph{principle}'))).toEqual([]);
});

test('titles of words that very many have are related to the newest papers with such words', async () => {
  const found = await papers.related('filler15000');
  expect(found).toHaveLength(5);
  for (const { publishedOn } of found) expect(publishedOn! >= '2026-10').toBe(true);
});

test.each([['grok'], ['grok', 'lazi', 'rich'], ['learn', 'deep', 'model']])(
  'sharing %s … is found by the index of words',
  async (...words) => {
    const asWords = words.map((lexeme) => ({ lexeme, papers: 10 }));
    const plan = await transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      const asked = sharing(tx, 'filler1', asWords, Math.min(2, words.length), ['@2026-11']);
      return tx.execute(sql`explain ${asked.getSQL()}`);
    });
    const lines = plan.map((line) => String(line['QUERY PLAN'])).join('\n');
    expect(lines).toContain('paper_words');
    expect(lines).not.toContain('Seq Scan');
  }
);

async function add(title: string, abstract = ''): Promise<void> {
  await database().insert(paper).values({ id: newId(), title, titleKey: newId(), abstract });
}

async function idOf(title: string): Promise<string> {
  const [found] = await database()
    .select({ id: paper.id })
    .from(paper)
    .where(sql`title = ${title}`);
  return found!.id;
}
