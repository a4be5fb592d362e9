import { beforeAll, expect, test } from 'vitest';
import type { Account } from '#accounts/accounts.ts';
import * as looking from '#papers/looking.server.ts';
import { filtersOf, spanOf } from '#papers/looking.ts';
import { listing, paper, trendingPaper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { person } from '../support/factories.ts';

useDatabase();

let ada: Account, emmy: Account;
const ids: Record<string, string> = {};

interface Given {
  day: string;
  upvotes?: number;
  source?: string;
  facts?: Partial<typeof paper.$inferInsert>;
}

async function list(title: string, { day, upvotes = 0, source = 'hf', facts = {} }: Given): Promise<void> {
  const id = (ids[title] ??= newId());
  await database()
    .insert(paper)
    .values({ id, title, titleKey: title, ...facts })
    .onConflictDoNothing();
  await database().insert(listing).values({ source, day, paperId: id, upvotes });
}

beforeAll(async () => {
  [ada, emmy] = [await person('Ada'), await person('Emmy')];
  await list('Grokking', { day: '2026-11-23', upvotes: 4, facts: { categories: ['cs.LG', 'stat.ML'] } });
  await list('Grokking', { day: '2026-11-25', upvotes: 9 });
  await list('Tickets', {
    day: '2026-11-23',
    upvotes: 7,
    facts: { authors: ['Jonathan Frankle', 'Erwin Schrödinger'], codeUrl: 'https://example.org/code' }
  });
  await list('Announced', { day: '2026-11-23', source: 'arxiv', facts: { categories: ['cs.CL'] } });
  await list('October', { day: '2026-10-31', upvotes: 50 });
});

async function titles(span: string, query = '', who = ada): Promise<string[]> {
  const { papers } = await looking.look(who, spanOf(span)!, filtersOf(new URLSearchParams(query)));
  return papers.map(({ title }) => title);
}

test('a day, a week and a month show each paper once, most upvotes first', async () => {
  expect(await titles('2026-11-23')).toEqual(['Tickets', 'Grokking', 'Announced']);
  expect(await titles('2026-W48')).toEqual(['Grokking', 'Tickets', 'Announced']);
  expect(await titles('2026-10')).toEqual(['October']);
  expect(await titles('2026-11-23', 'order=newest')).toHaveLength(3);
});

test('filters narrow by category, words, author, source and code', async () => {
  expect(await titles('2026-11', 'category=cs.LG')).toEqual(['Grokking']);
  expect(await titles('2026-11', 'words=grok')).toEqual(['Grokking']);
  expect(await titles('2026-11', 'author=jonathan+frankle')).toEqual(['Tickets']);
  expect(await titles('2026-11', 'author=schrodinger')).toEqual(['Tickets']);
  expect(await titles('2026-11', 'author=grokking')).toEqual([]);
  expect(await titles('2026-11', 'source=arxiv')).toEqual(['Announced']);
  expect(await titles('2026-11', 'code=on')).toEqual(['Tickets']);
  expect(await titles('2026-11', "words='); drop table paper; --")).toEqual([]);
});

test('0 upvotes are said, and none where nobody votes', async () => {
  await list('Nobody', { day: '2026-09-01' });
  await list('Nobody', { day: '2026-09-01', source: 'arxiv' });
  await list('Unasked', { day: '2026-09-01', source: 'arxiv' });
  const { papers } = await looking.look(ada, spanOf('2026-09-01')!, filtersOf(new URLSearchParams()));
  expect(papers.map(({ title, upvotes }) => [title, upvotes]).sort()).toEqual([
    ['Nobody', 0],
    ['Unasked', null]
  ]);
});

test('what is trending is Hugging Face’s: another source has none of it', async () => {
  const fetchedAt = new Date('2026-11-23T10:00Z');
  await database().insert(trendingPaper).values({ paperId: ids.Announced!, place: 1, upvotes: 0, fetchedAt });
  expect(await titles('trending', 'source=hf')).toEqual(['Announced']);
  expect(await titles('trending', 'source=arxiv')).toEqual([]);
  await database().delete(trendingPaper);
});

test('a span has papers though its reader hides all of them', async () => {
  await looking.mute(ada, 'october');
  expect(await titles('2026-10')).toEqual([]);
  expect(await looking.hasPapers(spanOf('2026-10')!)).toBe(true);
  expect(await looking.hasPapers(spanOf('2026-08')!)).toBe(false);
  expect(await looking.hasPapers(spanOf('trending')!)).toBe(false);
  await looking.unmute(ada, 'october');
});

test('what one has seen stays away for oneself only, until it is taken back', async () => {
  await looking.see(ada, ids.Tickets!);
  expect(await titles('2026-11-23', 'unseen=on')).toEqual(['Grokking', 'Announced']);
  expect(await titles('2026-11-23', 'unseen=on', emmy)).toContain('Tickets');
  await looking.see(ada, ids.Tickets!, false);
  expect(await titles('2026-11-23', 'unseen=on')).toContain('Tickets');
  await expect(looking.see(ada, 'nothing')).rejects.toThrow(NotFound);
});

test('muted words hide their papers for oneself only', async () => {
  await looking.mute(ada, 'grokking');
  await looking.mute(ada, 'grokking');
  expect(await looking.muted(ada)).toEqual(['grokking']);
  expect(await titles('2026-11-23')).toEqual(['Tickets', 'Announced']);
  expect(await titles('2026-11-23', '', emmy)).toContain('Grokking');
  await looking.unmute(ada, 'grokking');
  expect(await titles('2026-11-23')).toContain('Grokking');
});

test('a filter is kept under a name, replaced, and forgotten by its owner only', async () => {
  const filters = (query: string) => filtersOf(new URLSearchParams(query));
  await looking.saveFilter(ada, 'With code', filters('code=on'));
  await looking.saveFilter(ada, 'With code', filters('code=on&category=cs.LG'));
  const [saved] = await looking.savedFilters(ada);
  expect(saved).toMatchObject({ name: 'With code', query: 'category=cs.LG&code=on' });
  expect(await looking.savedFilters(emmy)).toEqual([]);
  await looking.forgetFilter(emmy, saved!.id);
  expect(await looking.savedFilters(ada)).toHaveLength(1);
  await looking.forgetFilter(ada, saved!.id);
  expect(await looking.savedFilters(ada)).toEqual([]);
});

test('how far one has read is one’s own, and does not change what one has seen', async () => {
  await looking.see(ada, ids.October!);
  await looking.setReading(ada, ids.October!, 'skimmed');
  expect(await looking.readingOf(ada, ids.October!)).toBe('skimmed');
  expect(await looking.readingOf(emmy, ids.October!)).toBeNull();
  expect(await titles('2026-10', 'unseen=on')).toEqual([]);
  await looking.setReading(ada, ids.Tickets!, 'skimmed');
  expect(await looking.readingList(ada, 'skimmed', { atOnce: 1 })).toEqual({
    paperIds: [ids.Tickets],
    hasMore: true
  });
  expect((await looking.readingList(ada, 'skimmed', { atOnce: 1, page: 2 })).paperIds).toEqual([ids.October]);
  expect((await looking.readingList(ada, 'read')).paperIds).toEqual([]);
  expect((await looking.readingList(emmy, 'skimmed')).paperIds).toEqual([]);
  await looking.setReading(ada, ids.October!, null);
  expect(await looking.readingOf(ada, ids.October!)).toBeNull();
});

test('whatever is typed into the filter is a search and never an error', async () => {
  const nasty = [
    '&',
    '!!',
    "'",
    '\\',
    ':*',
    '<->',
    '"',
    'a:b:c',
    '((',
    'author:',
    'year:x',
    '\u0000',
    '%',
    '-'
  ];
  for (const words of nasty)
    await expect(titles('2026-11', `words=${encodeURIComponent(words)}`)).resolves.toBeDefined();
});
