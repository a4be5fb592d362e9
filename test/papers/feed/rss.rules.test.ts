import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Unreadable } from '#papers/feed/listed.ts';
import { readArxivRss } from '#papers/feed/rss.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const announcements = fixture('arxiv-rss.xml');

describe('the announcements of arXiv', () => {
  test('say their day, the kind of each, and its paper with people named without affiliations and TeX', () => {
    const { day, items, malformed } = readArxivRss(announcements);
    expect(day).toBe('2026-06-12');
    expect(malformed).toEqual([]);
    expect(items.map(({ kind, paper }) => [kind, paper.arxivId, paper.version])).toEqual([
      ['new', '2606.90001', 1],
      ['cross', '2606.90005', 2],
      ['replace', '2601.90004', 3],
      ['replace-cross', '2512.90009', 2]
    ]);
    expect(items[1]?.paper).toEqual({
      arxivId: '2606.90005',
      version: 2,
      title: 'Cross Listed',
      abstract: 'Invented abstract of $x^2$.',
      authors: ['Ada L.', 'Grace H.', 'Zoë Ünicode'],
      categories: ['cs.CV', 'cs.LG']
    });
  });

  test('are empty on weekends', () => {
    const empty = announcements.replace(/<item>.*<\/item>/s, '');
    expect(readArxivRss(empty)).toEqual({ day: '2026-06-12', items: [], malformed: [] });
  });

  test('leave out kinds that say nothing of a paper, and name an item without any', () => {
    const absent = announcements
      .replace('>new</arxiv:announce_type>', '>replace-absonly</arxiv:announce_type>')
      .replace('<arxiv:announce_type>cross</arxiv:announce_type>', '');
    const { items, malformed } = readArxivRss(absent);
    expect(items).toHaveLength(2);
    expect(malformed).toEqual([{ index: 1, reason: 'announce_type: the item has none' }]);
  });

  test('name an item that is malformed, and the others land', () => {
    const { items, malformed } = readArxivRss(
      announcements.replace('oai:arXiv.org:2606.90001v1', 'nonsense')
    );
    expect(items).toHaveLength(3);
    expect(malformed).toEqual([{ index: 0, reason: expect.stringContaining('nonsense') }]);
  });

  test.each([
    ['half a body', announcements.slice(0, announcements.length / 2)],
    ['HTML', '<!doctype html><html><body>Sorry</body></html>'],
    ['Atom', fixture('arxiv-query.xml')],
    ['without a day', announcements.replace(/<(pubDate|lastBuildDate)>.*?<\/\1>/g, '')],
    ['nothing', '']
  ])('that are %s are unreadable', (_, xml) => {
    expect(() => readArxivRss(xml)).toThrow(Unreadable);
  });
});
