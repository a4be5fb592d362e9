import { expect, test } from 'vitest';
import { formatCitations, type Cited } from '#papers/citations.server.ts';

const tickets: Cited = {
  title: 'Tickets in $O(n)$ & a {\\em Schr\\"odinger} bridge',
  authors: ['Jonathan Frankle', 'Laurens van der Maaten', 'DeepMind'],
  publishedOn: '2018-03-09',
  arxivId: '1803.03635',
  doi: null,
  venue: null
};

test('BibTeX keeps formulas as TeX, escapes the rest, and knows family names with particles', async () => {
  const bibtex = await formatCitations([tickets], 'bibtex');
  expect(bibtex).toContain('@article{frankle2018tickets,');
  expect(bibtex).toContain('$O(n)$ \\&');
  expect(bibtex).toContain('van der Maaten, Laurens');
  expect(bibtex).toContain('{DeepMind}');
  expect(bibtex).toContain('10.48550/arXiv.1803.03635');
});

test('RIS, CSL-JSON and plain text name the same', async () => {
  const ris = await formatCitations([tickets], 'ris');
  expect(ris).toMatch(/^TY {2}- /m);
  expect(ris).toMatch(/^DO {2}- 10\.48550\/arXiv\.1803\.03635/m);
  const [item] = JSON.parse(await formatCitations([tickets], 'csl')) as [Record<string, unknown>];
  expect(item).toMatchObject({ title: 'Tickets in $O(n)$ & a Schrödinger bridge', publisher: 'arXiv' });
  const plain = await formatCitations([tickets], 'plain');
  expect(plain).toContain('(2018)');
  expect(plain).toContain('https://doi.org/10.48550/arXiv.1803.03635');
});

test('a published paper is cited by its venue and DOI', async () => {
  const published = { ...tickets, doi: '10.1000/xyz', venue: 'Journal of Tickets' };
  const [item] = JSON.parse(await formatCitations([published], 'csl')) as [Record<string, unknown>];
  expect(item).toMatchObject({
    type: 'article-journal',
    'container-title': 'Journal of Tickets',
    DOI: '10.1000/xyz'
  });
});

test('keys of a list are told apart, and papers without anything are cited all the same', async () => {
  const bare: Cited = { title: '', authors: [], publishedOn: null, arxivId: null, doi: null, venue: null };
  const bibtex = await formatCitations([tickets, tickets, tickets, bare], 'bibtex');
  const keys = [...bibtex.matchAll(/@\w+\{([^,]+),/g)].map(([, key]) => key);
  expect(keys).toEqual(['frankle2018tickets', 'frankle2018ticketsb', 'frankle2018ticketsc', 'anonymous']);
  expect(await formatCitations([], 'bibtex')).toBe('');
});

test('a title cannot break out of its entry', async () => {
  const hostile = { ...tickets, title: 'A}, note={x} @article{y, title={z' };
  const bibtex = await formatCitations([hostile], 'bibtex');
  expect(bibtex.match(/@article\{/g)).toHaveLength(1);
});
