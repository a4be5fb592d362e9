import { expect, test } from 'vitest';
import { titleKey } from '#papers/identifiers.ts';
import { readPasted } from '#papers/pasted.ts';
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
  expect(bibtex).toContain('@misc{frankle2018tickets,');
  expect(bibtex).toContain('month = mar,');
  expect(bibtex).toContain('eprint = {1803.03635},\n\tarchiveprefix = {arXiv},');
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
  for (const title of [
    'A}, note={x} @misc{y, title={z',
    'A $x}, note={x} @misc{y, title={z$',
    'A $x} }$ b'
  ]) {
    const bibtex = await formatCitations([{ ...tickets, title }], 'bibtex');
    expect(bibtex.match(/@misc\{/g)).toHaveLength(1);
    expect(readPasted(bibtex, new Date())).toMatchObject({
      entries: [{ arxivId: '1803.03635' }],
      unread: []
    });
  }
});

test('what is cited can be pasted again, however long its title', async () => {
  const title = `${'Very '.repeat(40)}long on T_{c} and $O(n)$ & 50% of "quotes", #1`;
  const old = {
    ...tickets,
    title,
    arxivId: 'math/0309136',
    doi: '10.1000/toy(2026)7',
    venue: 'J. Toys & Games'
  };
  for (const form of ['bibtex', 'ris'] as const) {
    const { entries, unread } = readPasted(
      await formatCitations([{ ...tickets, title }, old], form),
      new Date()
    );
    expect(unread).toEqual([]);
    expect(entries).toMatchObject([
      { arxivId: '1803.03635', authors: tickets.authors },
      { arxivId: 'math/0309136', doi: '10.1000/toy(2026)7' }
    ]);
    for (const one of entries) expect(titleKey(one.title!)).toBe(titleKey(title));
  }
});
