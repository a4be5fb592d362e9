import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from '#papers/days.ts';
import { describedOf, readArxivAtom } from '#papers/feed/arxiv.ts';
import { readCrossrefWork } from '#papers/feed/crossref.ts';
import { readDailyPapers, readPaperDetail } from '#papers/feed/huggingface.ts';
import { Unreadable, type Described, type ListedPaper } from '#papers/feed/listed.ts';
import { readArxivRss } from '#papers/feed/rss.ts';
import { readArxivId } from '#papers/identifiers.ts';
import { readPasted } from '#papers/pasted.ts';
import { cleanText } from '#papers/text.ts';
import { mutatedJson, mutatedText } from '../support/mutations.ts';

/* A failure prints the seed and path that bring it back: fc.assert(…, { seed, path }). */

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
const runs = { numRuns: 500 };

/** What a parser makes of an answer; undefined when it says that it cannot read it. Any other error is a fault. */
function reading<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (failure) {
    expect(failure).toBeInstanceOf(Unreadable);
    return undefined;
  }
}

function expectText(text: string | undefined): void {
  if (text === undefined) return;
  expect(typeof text).toBe('string');
  expect(cleanText(text)).toBe(text);
  expect(text.isWellFormed()).toBe(true);
}

/** Whether it has what a paper has, of the kind that tables hold. */
function expectWhole(paper: Described & Partial<ListedPaper>): void {
  expect(readArxivId(paper.arxivId)?.arxivId).toBe(paper.arxivId);
  expect(paper.title).not.toBe('');
  for (const text of [
    paper.title,
    paper.abstract,
    paper.venue,
    paper.doi,
    paper.aiSummary,
    paper.aiSummaryModel
  ]) {
    expectText(text);
  }
  for (const text of [...paper.authors, ...(paper.categories ?? []), ...(paper.keywords ?? [])]) {
    expectText(text);
    expect(text).not.toBe('');
  }
  for (const day of [paper.publishedOn, paper.revisedOn, paper.listedOn]) {
    expect(day === undefined || isDay(day)).toBe(true);
  }
  for (const number of [paper.upvotes, paper.version]) {
    expect(number === undefined || (Number.isInteger(number) && number >= 0 && number < 2 ** 31)).toBe(true);
  }
  for (const address of [paper.projectUrl, paper.codeUrl]) {
    expect(address === undefined || /^https?:\/\//i.test(address)).toBe(true);
  }
}

describe('spoilt answers give whole papers, or are said to be unreadable:', () => {
  test('the daily papers', () => {
    fc.assert(
      fc.property(mutatedJson(JSON.parse(fixture('daily-papers.json'))), (json) => {
        for (const paper of reading(() => readDailyPapers(json))?.papers ?? []) expectWhole(paper);
      }),
      runs
    );
  });

  test('one paper of Hugging Face', () => {
    fc.assert(
      fc.property(mutatedJson(JSON.parse(fixture('paper-detail.json'))), (json) => {
        const paper = reading(() => readPaperDetail(json));
        if (paper) expectWhole(paper);
      }),
      runs
    );
  });

  test('Atom of arXiv', () => {
    fc.assert(
      fc.property(mutatedText(fixture('arxiv-query.xml')), (xml) => {
        for (const paper of reading(() => readArxivAtom(xml))?.papers ?? []) expectWhole(describedOf(paper));
      }),
      runs
    );
  });

  test('the announcements of arXiv', () => {
    fc.assert(
      fc.property(mutatedText(fixture('arxiv-rss.xml')), (xml) => {
        const read = reading(() => readArxivRss(xml));
        expect(read === undefined || isDay(read.day)).toBe(true);
        for (const { paper } of read?.items ?? []) expectWhole(paper);
      }),
      runs
    );
  });

  test('a work of Crossref', () => {
    fc.assert(
      fc.property(mutatedJson(JSON.parse(fixture('crossref-work.json'))), (json) => {
        const work = reading(() => readCrossrefWork(json));
        if (work)
          expectWhole({
            arxivId: '2606.00001',
            abstract: '',
            authors: [],
            ...work,
            title: work.title ?? 'x'
          });
        expect(work?.title).not.toBe('');
      }),
      runs
    );
  });

  test('what somebody pasted', () => {
    const texts = [
      fixture('daily-papers-page.txt'),
      '@article{a,\n title={A {Toy} of $O(n)$},\n author={Ada L. and others},\n doi={10.1000/Toy}, eprint={2606.90001}\n}\n',
      'TY  - JOUR\nTI  - A Toy\nAU  - Hopper, Grace\nPY  - 2023/10/09/\nDO  - 10.1000/RIS\nER  - \n',
      'https://arxiv.org/abs/2606.90001v2, hf.co/papers/2606.90002\n- [x](https://doi.org/10.1000/a(b)c)\n'
    ];
    fc.assert(
      fc.property(fc.oneof(...texts.map(mutatedText)), (text) => {
        for (const entry of readPasted(text, new Date('2026-06-12T12:00Z')).entries) {
          const {
            arxivId = '2606.00001',
            title = 'x',
            abstract = '',
            authors = [],
            publishedOn,
            doi
          } = entry;
          expect(entry.title ?? entry.arxivId ?? entry.doi).toBeTruthy();
          const days = publishedOn === undefined ? {} : { publishedOn };
          expectWhole({ arxivId, title, abstract, authors, ...days, ...(doi && { doi }) });
        }
      }),
      runs
    );
  });
});

describe('hostile answers are read in time that grows as they do:', () => {
  const item = { ...JSON.parse(fixture('daily-papers.json'))[0] };
  const daily = (changes: object) => [{ ...item, paper: { ...item.paper, ...changes } }];
  const [rssHead = '', rssTail = ''] = fixture('arxiv-rss.xml').split(/<item>.*<\/item>/s);
  const creator = (names: string) =>
    fixture('arxiv-rss.xml').replace(
      /<dc:creator>.*?<\/dc:creator>/,
      () => `<dc:creator>${names}</dc:creator>`
    );
  const work = JSON.parse(fixture('crossref-work.json'));

  const cases: Record<string, (size: number) => unknown> = {
    'a long title': (size) => readDailyPapers(daily({ title: '$ '.repeat(size / 2) })),
    'a long summary': (size) => readDailyPapers(daily({ summary: '\\{$`'.repeat(size / 4) })),
    'many people': (size) => readDailyPapers(daily({ authors: Array(size / 20).fill({ name: 'A  B' }) })),
    'many items': (size) => readDailyPapers(Array(Math.floor(size / 20)).fill(null)),
    'an id that never ends': (size) => readDailyPapers(daily({ id: '1'.repeat(size) })),
    'open brackets': (size) => readArxivRss(creator('('.repeat(size))),
    'names with TeX': (size) => readArxivRss(creator('\\"{'.repeat(size / 3))),
    commas: (size) => readArxivRss(creator(', '.repeat(size / 2))),
    'ampersands in XML': (size) => reading(() => readArxivRss(creator('&#38;&am'.repeat(size / 8)))),
    'many empty items': (size) => readArxivRss(`${rssHead}${'<item></item>'.repeat(size / 13)}${rssTail}`),
    'XML that is all openings': (size) => reading(() => readArxivAtom('<a '.repeat(size / 3))),
    'XML that is all attributes': (size) => reading(() => readArxivAtom(`<a ${'b="c" '.repeat(size / 6)}/>`)),
    'tags without an end': (size) =>
      readCrossrefWork({ ...work, message: { ...work.message, abstract: '<jats:p '.repeat(size / 8) } })
  };

  test.each(Object.entries(cases))('%s', (_, read) => {
    /** Milliseconds of this thread's own work, whatever else the machine does. */
    const time = (size: number) => {
      const begun = process.threadCpuUsage();
      read(size);
      const { user, system } = process.threadCpuUsage(begun);
      return (user + system) / 1000;
    };
    time(20_000);
    const [small, large] = [time(100_000), time(800_000)];
    // Eight times as much; going over it for each part of it would take 64 times as long.
    expect(large).toBeLessThan(Math.max(300, small * 32));
    expect(large).toBeLessThan(8_000);
  });
});
