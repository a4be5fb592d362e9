import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pasted, readPasted } from '#papers/pasted.ts';

const today = new Date('2026-06-12T09:00:00Z');
const read = (text: string) => readPasted(text, today);
const page = readFileSync(new URL('fixtures/daily-papers-page.txt', import.meta.url), 'utf8');

describe('a copied Daily Papers page', () => {
  test('gives its entries with what each of them says', () => {
    expect(
      read(page).entries.map(({ abstract, ...entry }) => ({ ...entry, ends: abstract?.slice(-12) }))
    ).toEqual([
      {
        line: 13,
        endLine: 19,
        title: 'Toy Attention: a Picture of Supervised Learning',
        authorCount: 8,
        publishedOn: '2022-11-25',
        ends: 'lica" limit.'
      },
      { line: 21, endLine: 23, title: 'Toy Grokking Without Its Last Lines', ends: 'ow at first.' },
      {
        line: 24,
        endLine: 30,
        title: 'Is Every Toy a Gradient?',
        authorCount: 1,
        publishedOn: '2026-06-04',
        ends: 'hey are not.'
      },
      {
        line: 32,
        endLine: 38,
        title: 'Drawing Toys with Diffusion',
        authorCount: 3,
        publishedOn: '2026-03-11',
        commentCount: 3,
        ends: 's are drawn.'
      },
      {
        line: 42,
        endLine: 48,
        title: 'Toys in Superposition',
        authorCount: 2,
        publishedOn: '2025-06-13',
        commentCount: 0,
        ends: 'oys overlap.'
      },
      { line: 50, endLine: 52, title: 'The Last Toy', ends: 'no date yet.' }
    ]);
  });

  test('names the line that belongs to no entry and leaves the headings out', () => {
    expect(read(page).unread).toEqual([{ line: 40, text: 'This line belongs to no entry' }]);
    expect(read(page).ignored.map(({ line }) => line)).toEqual([1, 3, 5, 7, 9, 11]);
  });

  test('is read the same with the line ends of Windows and with spaces that do not break', () => {
    const pasted = read(page.replaceAll('\n', '\r\n').replaceAll('  •', '\u00a0\u00a0•'));
    expect(pasted).toEqual(read(page));
  });

  test('may have an entry without abstract, and one whose title is 0', () => {
    const { entries, unread } = read(
      'Alone\n\n• 2 authors\n·\nMay 1, 2026\n\n0\n\nA paper of zeros.\n\n• 1 author'
    );
    expect(entries).toEqual([
      { line: 1, endLine: 5, title: 'Alone', authorCount: 2, publishedOn: '2026-05-01' },
      { line: 7, endLine: 11, title: '0', abstract: 'A paper of zeros.', authorCount: 1 }
    ]);
    expect(unread).toEqual([]);
  });

  test('gives no entry the marks of a paragraph that could not be read', () => {
    const long = 'A paragraph of an abstract that goes on and on. '.repeat(10).trim();
    const { entries, unread } = read(`A Toy\n\n${long}\n\n${long}\n\n• 2 authors\n·\nMay 1, 2026`);
    expect(entries).toEqual([{ line: 1, endLine: 3, title: 'A Toy', abstract: long }]);
    expect(unread.map(({ line }) => line)).toEqual([5, 7, 8, 9]);
  });

  test.each(['Feb 30, 2024', 'Foo 3, 2024', 'Nov 25 2022', 'Nov 0'])(
    'names a date that is none: %s',
    (date) => {
      const { entries, unread } = read(`A Toy\n\nOf wood.\n\n• 2 authors\n·\n${date}`);
      expect(entries).toEqual([
        { line: 1, endLine: 6, title: 'A Toy', abstract: 'Of wood.', authorCount: 2 }
      ]);
      expect(unread).toEqual([{ line: 7, text: date }]);
    }
  );

  test('is put together again where a mail program has wrapped its lines', () => {
    const wrapped = [
      'We consider toys that are made of wood and paint and',
      'of nothing else that anybody could think of today,',
      'at all.'
    ];
    const { entries } = read(`A Toy\n\n${wrapped.join('\n')}\n\n• 2 authors`);
    expect(entries[0]?.abstract).toBe(wrapped.join(' '));
  });
});

const real = new URL('../../../shared/data/daily-papers-page.txt', import.meta.url);
test.skipIf(!existsSync(real))(
  'a real page gives all of its nine papers (needs ../shared beside the checkout)',
  () => {
    const { entries, unread, ignored } = read(readFileSync(real, 'utf8'));
    const told = entries.map((entry) =>
      [
        entry.line,
        entry.title?.split(' ').slice(0, 3).join(' '),
        entry.authorCount,
        entry.publishedOn,
        entry.commentCount
      ].join(' | ')
    );
    expect(told).toEqual([
      '13 | Dense Hebbian neural | 8 | 2022-11-25 | ',
      '21 | Grokking as the | 4 | 2023-10-09 | ',
      '29 | Replica symmetry breaking | 4 | 2021-11-25 | ',
      '37 | The Impact of | 2 | 2023-11-13 | ',
      '45 | Stochastic Interpolants: A | 3 | 2023-03-15 | ',
      '53 | Gradient is All | 4 | 2023-06-16 | ',
      '61 | Scalable Diffusion for | 7 | 2023-10-18 | ',
      '69 | Monotone deep Boltzmann | 3 | 2023-07-10 | ',
      '77 | Understanding and Mitigating | 2 | 2026-03-11 | 3'
    ]);
    expect(entries.every((entry) => (entry.abstract?.length ?? 0) > 1000)).toBe(true);
    expect(unread).toEqual([]);
    expect(ignored.map(({ line }) => line)).toEqual([1, 3, 5, 7, 9, 11]);
  }
);

describe('a list', () => {
  test('of identifiers and addresses is read, several on a line too', () => {
    const { entries, unread } = read(
      '2401.00001, 2401.00002v2;hep-th/9901001\n- [Toy](https://arxiv.org/abs/2401.00003)\n\n1. arXiv: 2401.00004\ndoi: 10.1000/a,b'
    );
    expect(entries.map(({ line, arxivId, doi }) => `${line} ${arxivId ?? doi}`)).toEqual([
      '1 2401.00001',
      '1 2401.00002',
      '1 hep-th/9901001',
      '2 2401.00003',
      '4 2401.00004',
      '5 10.1000/a,b'
    ]);
    expect(unread).toEqual([{ line: 2, text: '[Toy]' }]);
  });

  test('has its unreadable lines named', () => {
    const { entries, unread } = read('2401.00001\nhttps://example.org/x\n\n2413.00001');
    expect(entries).toHaveLength(1);
    expect(unread).toEqual([
      { line: 2, text: 'https://example.org/x' },
      { line: 4, text: '2413.00001' }
    ]);
  });
});

describe('BibTeX', () => {
  test('gives title, authors, identifiers and a whole date', () => {
    const { entries, unread } = read(`@article{toy,
  title = {{Toy} {A}ttention with $O({n})$ for Schr{\\"o}dinger},
  author = {Lovelace, Ada and Grace Hopper and {Example Lab}},
  eprint={2606.90001}, archivePrefix={arXiv}, primaryClass={cs.LG},
  year = 2026, month = jun, day = 3, abstract = "Of " # {wood.}
}`);
    expect(entries).toEqual([
      {
        line: 1,
        endLine: 6,
        title: 'Toy Attention with $O({n})$ for Schrödinger',
        abstract: 'Of wood.',
        authors: ['Ada Lovelace', 'Grace Hopper', 'Example Lab'],
        authorCount: 3,
        publishedOn: '2026-06-03',
        arxivId: '2606.90001'
      }
    ]);
    expect(unread).toEqual([]);
  });

  test('finds the id where people put it, and guesses no day and no number of authors', () => {
    const { entries } = read(
      '@misc{a, journal={arXiv preprint arXiv:2401.00001}, year={2024}, author={A B and others}} @misc{b, eprint={9901001}, primaryClass={hep-th}}\n@misc{c, doi={10.1000/Toy}, url={https://example.org/c}}'
    );
    expect(entries).toEqual([
      { line: 1, endLine: 1, authors: ['A B'], arxivId: '2401.00001' },
      { line: 1, endLine: 1, arxivId: 'hep-th/9901001' },
      { line: 2, endLine: 2, doi: '10.1000/toy', url: 'https://example.org/c' }
    ]);
  });

  test('says where a paper appeared, by its abbreviations too, and of a preprint nothing', () => {
    const { entries, ignored } = read(
      '@string{jmlr = "Journal of " # ml, }\n@STRING{ml = {Machine Learning}}\n@string{jmlr = {Journal of } # ML}\n' +
        '@article{a, title=One, journal=JMLR}\n@inproceedings{b, title={Two}, booktitle={{NeurIPS}}}\n' +
        '@article{c, title={Three}, journal={CoRR}}\n@article{d, title={Four}, journal={arXiv preprint}}'
    );
    expect(entries.map(({ title, venue }) => [title, venue])).toEqual([
      ['One', 'Journal of Machine Learning'],
      ['Two', 'NeurIPS'],
      ['Three', undefined],
      ['Four', undefined]
    ]);
    expect(ignored).toHaveLength(3);
  });

  test('with abbreviations made of abbreviations does not grow without end', () => {
    const doubling = Array.from({ length: 40 }, (_, at) => `@string{a${at + 1} = a${at} # a${at} # a${at}}`);
    const many = Array.from({ length: 2000 }, () => 'a40').join(' # ');
    const { entries } = read(['@string{a0 = "lol"}', ...doubling, `@misc{x, title=${many}}`].join('\n'));
    expect(entries[0]?.title?.length).toBeLessThan(60_000);
  });

  test('that breaks off keeps what came before and names the rest, and the next entry comes in', () => {
    const { entries, unread } = read(
      '@misc{a,\n title={Whole},\n author={Ada\n\n@misc{b, title={Next}}\n@misc{c, year=2024}'
    );
    expect(entries.map(({ line, title }) => [line, title])).toEqual([
      [1, 'Whole'],
      [5, 'Next']
    ]);
    expect(unread).toEqual([
      { line: 3, text: 'author={Ada' },
      { line: 6, text: '@misc{c, year=2024}' }
    ]);
  });
});

test('RIS records give title, authors, abstract over several lines, date and identifiers', () => {
  const { entries, unread } = read(
    'TY  - JOUR\r\nTI  - A Toy\r\nAU  - Hopper, Grace\r\nAU  - Lovelace, Ada\r\nPY  - 2023/10/09/\r\nAB  - Of wood\r\nand paint.\r\nDO  - 10.1000/RIS\r\nUR  - https://arxiv.org/abs/2401.00001v2\r\nER  - \r\nTY  - GEN\r\nER  - '
  );
  expect(entries).toEqual([
    {
      line: 1,
      endLine: 10,
      title: 'A Toy',
      abstract: 'Of wood and paint.',
      authors: ['Grace Hopper', 'Ada Lovelace'],
      authorCount: 2,
      publishedOn: '2023-10-09',
      arxivId: '2401.00001',
      doi: '10.1000/ris'
    }
  ]);
  expect(unread.map(({ line }) => line)).toEqual([11, 12]);
});

const pieces = fc.constantFrom(
  ...[
    '',
    '',
    'A Toy',
    'Of wood.',
    'x'.repeat(400),
    '• 4 authors',
    '·',
    'Nov 25, 2022',
    'Mar 11 3',
    'Daily Papers',
    'Subscribe'
  ],
  ...[
    '2401.00001',
    'see 2401.00001 now',
    'https://arxiv.org/abs/2401.00001',
    '@misc{a,',
    'title={A {Toy}',
    'year="{"}',
    '}',
    '}}'
  ],
  ...[
    '@misc{b, title={B}} @misc{c,',
    'TY  - JOUR',
    'TI  - T',
    'ER  - ',
    '0',
    '\\',
    '{',
    '"',
    '• 4 authors · Jun 4 2',
    '@comment{x}'
  ]
);

test('every line that is not blank belongs to an entry, is named as unread, or was left out knowingly', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 40 }),
      (lines) => {
        const text = lines.join('\n');
        expect(unaccounted(text, read(text))).toEqual([]);
      }
    ),
    { numRuns: 1000 }
  );
});

function unaccounted(text: string, { entries, unread, ignored }: Pasted): string[] {
  const told = new Set([...unread, ...ignored].map(({ line }) => line));
  for (const { line, endLine } of entries) for (let at = line; at <= endLine; at++) told.add(at);
  return text
    .split(/\r\n|\r|\n/)
    .map((line, at) => `${at + 1}: ${line.replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '')}`)
    .filter((line, at) => !told.has(at + 1) && !line.endsWith(': '));
}

describe('a megabyte', () => {
  const bits = {
    'of one line': 'x',
    'of line ends': '\n\n',
    'of braces': '@a{{{{',
    'of openings': '@misc{a,\n',
    'of closed entries': '@misc{a} ',
    'of quotes': '@misc{a, a="{",',
    'of identifiers': '2401.00001 ',
    'of commas': '2401.00001,',
    'of author lines': '• 4 authors\n',
    'of dates': 'Nov 25, 2022\n',
    'of whole entries': 'A Toy\n\nOf wood.\n\n• 4 authors\n·\nNov 25, 2022\n\n',
    'of records': 'TY  - JOUR\n',
    'of authors': 'TY  - JOUR\nAU  - x\nAU  - y\n',
    'of spaces in a field': `@misc{a, title={T}, author={${' '.repeat(1000)}`,
    'of dollars': '$ $$ ',
    'of parentheses': `${'('.repeat(1900)}2401 `
  };
  test.each(Object.entries(bits))('%s are read in one pass, without an error', (_, bit) => {
    const text = bit.repeat(1_000_000 / bit.length);
    const begun = performance.now();
    const pasted = read(text);
    expect(pasted.entries.length + pasted.unread.length).toBeGreaterThanOrEqual(bit.trim() === '' ? 0 : 1);
    // Twenty times what it takes here: going over it twice is fine, going over it for each line is not.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
