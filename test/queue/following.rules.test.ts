import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { Followed } from '#queue/queue.server.ts';
import { written, type Form } from '#routes/feeds/[key]/[list].[form]/written.server.ts';

const source = {
  groupId: 'g1',
  slug: 'club',
  name: 'A & <b> club\u0008 ]]>',
  address: new URL('https://reading.example.org/feeds/secret/queue.atom?a=1&b=2')
};

const item = (changes: Partial<Followed> = {}): Followed => ({
  nominationId: 'n1',
  paperId: 'p1',
  title: 'Is $p < q$ & x<y, by Schr\\"odinger ]]>',
  authors: ['Ada & L.', 'Zoë\u0001'],
  abstract: 'With <script>alert(1)</script> and T_{c}.',
  arxivId: '2606.00001',
  doi: null,
  proposer: 'Bo <bo@example.org>\u0002',
  pitch: 'Because ]]> of\u0003 **this** & <i>that</i>.',
  at: new Date('2026-06-12T10:00:00Z'),
  ...changes
});

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, cdataPropName: '#cdata' });
const read = (form: Form, items: Followed[]) => {
  const text = written(form, 'queue', source, items);
  // eslint-disable-next-line no-control-regex -- what XML cannot hold
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  if (form === 'json') return JSON.parse(text);
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text);
};
const textOf = (node: { '#cdata'?: string | string[] } | string): string =>
  typeof node === 'string' ? node : [node['#cdata'] ?? ''].flat().join('');

test('Atom is well-formed, whatever people wrote, and its titles are HTML that says what the title says', () => {
  const { feed } = read('atom', [item()]);
  expect(feed).toMatchObject({ id: expect.any(String), updated: '2026-06-12T10:00:00.000Z' });
  expect(textOf(feed.entry.title)).toBe('Is $p &lt; q$ &amp; x&lt;y, by Schrödinger ]]&gt;');
  expect(textOf(feed.entry.summary)).toBe('Proposed by Bo &lt;bo@example.org&gt;');
  expect(textOf(feed.entry.content)).toContain('&lt;script&gt;');
  expect(feed.entry.author.name).toContain('Zoë');
});

test('RSS has a description, and names authors as those who have no mail address', () => {
  const { channel } = read('rss', [item(), item({ nominationId: 'n2', authors: [] })]).rss;
  expect(channel.description).toContain('may discuss');
  expect(channel.item[0]).not.toHaveProperty('author');
  expect(channel.item.map((one: Record<string, unknown>) => one['dc:creator'])).toEqual([
    expect.stringContaining('Zoë'),
    'Unknown'
  ]);
  expect(new Set(channel.item.map(({ guid }: { guid: { '#text': string } }) => guid['#text'])).size).toBe(2);
});

test('JSON Feed has its titles as they are, and an empty feed is one, too', () => {
  const feed = read('json', [item({ title: '0', arxivId: null, doi: '10.1000/a(b)<c>' })]);
  expect(feed).toMatchObject({
    version: expect.stringContaining('jsonfeed.org'),
    feed_url: source.address.href
  });
  expect(feed.items).toMatchObject([
    { title: '0', summary: 'Proposed by Bo <bo@example.org>', url: 'https://doi.org/10.1000/a(b)%3Cc%3E' }
  ]);
  for (const form of ['atom', 'rss', 'json'] as const) expect(() => read(form, [])).not.toThrow();
});
