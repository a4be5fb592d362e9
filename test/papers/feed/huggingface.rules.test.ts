import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDailyPapers, readPaperDetail } from '#papers/feed/huggingface.ts';
import { Unreadable } from '#papers/feed/listed.ts';

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));
const paper = (changes: object = {}) => ({
  id: '2606.90001',
  title: 'A Toy',
  summary: 'Of wood.',
  authors: [{ name: 'Ada L.', hidden: false }],
  publishedAt: '2026-06-11T00:00:00.000Z',
  upvotes: 3,
  ...changes
});
const read = (changes: object, item: object = {}) => readDailyPapers([{ paper: paper(changes), ...item }]);
const only = (changes: object, item: object = {}) => read(changes, item).papers[0];

describe('the daily list', () => {
  test('gives its papers with the day they were featured, in both styles of time', () => {
    const { papers, malformed } = readDailyPapers(fixture('daily-papers.json'));
    expect(malformed).toEqual([]);
    expect(papers.map(({ arxivId, publishedOn, listedOn }) => [arxivId, publishedOn, listedOn])).toEqual([
      ['2606.90001', '2026-06-11', '2026-06-12'],
      ['2605.90002', '2026-05-30', '2026-06-12'],
      ['2606.90003', '2026-06-11', '2026-06-12'],
      ['2601.90004', '2026-01-10', '2026-01-12']
    ]);
    expect(papers[0]).toEqual({
      arxivId: '2606.90001',
      title: 'Toy Attention with $O(n)$ Memory',
      abstract: 'First sentence.\nSecond sentence with $\\alpha$.',
      authors: ['Ada L.', 'Grace H.'],
      publishedOn: '2026-06-11',
      listedOn: '2026-06-12',
      submittedBy: 'Ada L.',
      upvotes: 118,
      commentCount: 3,
      projectUrl: 'https://example.org/toy',
      codeUrl: 'https://github.com/example/toy',
      aiSummary: 'An invented one-sentence summary.',
      aiSummaryModel: 'example/model',
      keywords: ['invented keyword', 'toy model']
    });
  });

  test('keeps no upvotes as 0 and leaves out authors who are hidden', () => {
    const { papers } = readDailyPapers(fixture('daily-papers.json'));
    expect(papers[1]?.upvotes).toBe(0);
    expect(papers[2]?.authors).toEqual(['Zoë Ünïcode']);
    expect(only({ authors: [{ name: 'Paul Erd\\H{o}s' }] })?.authors).toEqual(['Paul Erdős']);
  });

  test.each([
    ['id', { id: '2613.00001' }],
    ['title', { title: ' \0 ' }],
    ['title', { title: undefined }],
    ['authors', { authors: 'Ada' }],
    ['authors.0.name', { authors: [{}] }],
    ['publishedAt', { publishedAt: '2026-02-30T00:00:00Z' }],
    ['upvotes', { upvotes: '3' }],
    ['upvotes', { upvotes: -1 }]
  ])('names an item whose %s is malformed, and the others land', (field, changes) => {
    const { papers, malformed } = readDailyPapers([
      { paper: paper() },
      { paper: paper(changes) },
      null,
      { paper: paper() }
    ]);
    expect(papers).toHaveLength(2);
    expect(malformed.map(({ index }) => index)).toEqual([1, 2]);
    expect(malformed[0]?.reason).toContain(`paper.${field}: `);
  });

  test('takes a title that is 0 and folds white space, and drops what no table holds', () => {
    expect(only({ title: '0' })?.title).toBe('0');
    expect(only({ title: ' A\n  Toy\0 \ud800' })?.title).toBe('A Toy');
    expect(only({ summary: 'a\0b' })?.abstract).toBe('ab');
  });

  test('makes an address of owner/name, and lets only http(s) addresses pass', () => {
    expect(only({ githubRepo: 'example/toy' })?.codeUrl).toBe('https://github.com/example/toy');
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//example.org',
      '/x',
      'https://',
      'https://a@b.example',
      7,
      null
    ]) {
      const listed = only({ githubRepo: address, projectPage: address });
      expect(listed).toBeDefined();
      expect(listed).not.toHaveProperty('codeUrl');
      expect(listed).not.toHaveProperty('projectUrl');
    }
  });

  test('does without everything that may be absent, and ignores what it does not know', () => {
    expect(read({ unknown: 1 }, { another: [] }).papers).toEqual([
      {
        arxivId: '2606.90001',
        title: 'A Toy',
        abstract: 'Of wood.',
        authors: ['Ada L.'],
        publishedOn: '2026-06-11',
        upvotes: 3
      }
    ]);
  });

  test('says that a paper was withdrawn', () => {
    expect(only({ withdrawnAt: '2026-06-12T00:00:00.000Z' })?.withdrawn).toBe(true);
    expect(only({ withdrawnAt: null })).not.toHaveProperty('withdrawn');
  });

  test('may be empty; an error in its place is said', () => {
    expect(readDailyPapers([])).toEqual({ papers: [], malformed: [] });
    expect(() => readDailyPapers({ error: '"date" must be less' })).toThrow(/"date" must be less/);
    expect(() => readDailyPapers('<html>')).toThrow(Unreadable);
  });

  test('of any content is read without another error', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), fc.anything(), (items, value) => {
        const { papers, malformed } = readDailyPapers([
          ...items,
          { paper: paper({ summary: value, withdrawnAt: value }) }
        ]);
        expect(papers.length + malformed.length).toBe(items.length + 1);
      })
    );
  });
});

describe('one paper', () => {
  test('is read from its own address', () => {
    const listed = readPaperDetail(fixture('paper-detail.json'));
    expect(listed).toMatchObject({
      arxivId: '2606.90001',
      listedOn: '2026-06-12',
      submittedBy: 'Ada L.',
      upvotes: 118
    });
  });

  test('that is none is said', () => {
    expect(() => readPaperDetail({ error: 'Paper not found' })).toThrow(/Paper not found/);
  });
});
