import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readArxivAtom } from '#papers/feed/arxiv.ts';
import { Unreadable } from '#papers/feed/listed.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const query = fixture('arxiv-query.xml');

describe('the answer of arXiv', () => {
  test('gives papers with their key and version apart, white space folded, and only its own categories', () => {
    const { papers, malformed } = readArxivAtom(query);
    expect(malformed).toEqual([]);
    expect(papers).toEqual([
      {
        arxivId: '2606.90001',
        version: 2,
        title: 'Toy Attention with $O(n)$ Memory',
        abstract: 'Invented abstract with \\alpha and <1 minute.',
        authors: ['Ada L.', 'Grace H.'],
        categories: ['cs.LG'],
        publishedOn: '2026-06-11',
        updatedOn: '2026-06-13',
        doi: '10.1000/toy',
        journal: 'J. Toy 1 (2026)',
        comment: '12 pages'
      },
      {
        arxivId: 'hep-th/9901001',
        version: 1,
        title: '0',
        abstract: 'Invented.',
        authors: ['Old Timer'],
        categories: ['hep-th'],
        publishedOn: '1999-01-01',
        updatedOn: '1999-01-01'
      }
    ]);
  });

  test('is read by namespace, whatever the prefixes are', () => {
    const prefixed = query
      .replaceAll('arxiv:', 'x:')
      .replace('xmlns:arxiv=', 'xmlns:x=')
      .replace('xmlns="http://www.w3.org/2005/Atom"', 'xmlns:a="http://www.w3.org/2005/Atom"')
      .replace(
        /<(\/?)(feed|entry|id|title|updated|published|summary|author|name|category|link)(?=[\s>/])/g,
        '<$1a:$2'
      );
    expect(prefixed).toContain('<a:entry>');
    expect(readArxivAtom(prefixed)).toEqual(readArxivAtom(query));
    const strange = query.replace(
      'xmlns:arxiv="http://arxiv.org/schemas/atom"',
      'xmlns:arxiv="http://example.org/"'
    );
    expect(readArxivAtom(strange).papers[0]).not.toHaveProperty('doi');
  });

  test('keeps characters that XML writes as references, and sections that it does not read', () => {
    const titled = query.replace(
      '<title>0</title>',
      '<title>&#xe9;t&#233; &amp;lt; <![CDATA[a &amp; <b>]]>&#0;&#55296;</title>'
    );
    expect(readArxivAtom(titled).papers[1]?.title).toBe('été &lt; a &amp; <b>');
  });

  test('names an entry that is malformed, and the others land', () => {
    const { papers, malformed } = readArxivAtom(query.replace('abs/2606.90001v2</id>', 'abs/nonsense</id>'));
    expect(papers.map(({ arxivId }) => arxivId)).toEqual(['hep-th/9901001']);
    expect(malformed).toEqual([{ index: 0, reason: expect.stringContaining('nonsense') }]);
  });

  test('to an unknown id has no entry', () => {
    expect(readArxivAtom(query.replace(/<entry>.*<\/entry>/s, ''))).toMatchObject({
      papers: [],
      malformed: []
    });
  });

  test('that is an error is said in its words', () => {
    expect(() => readArxivAtom(fixture('arxiv-error.xml'))).toThrow(/incorrect id format for abc/);
  });

  test.each([
    ['half a body', query.slice(0, query.length / 2)],
    ['HTML', '<!doctype html><html><body>Sorry</body></html>'],
    ['other XML', '<feed><entry/></feed>'],
    ['nothing', ''],
    ['too deep', '<a>'.repeat(50_000) + '</a>'.repeat(50_000)],
    ['entities of its own', `<!DOCTYPE f [<!ENTITY a "aaaa">]>${query}`]
  ])('that is %s is unreadable', (_, xml) => {
    expect(() => readArxivAtom(xml)).toThrow(Unreadable);
  });
});
