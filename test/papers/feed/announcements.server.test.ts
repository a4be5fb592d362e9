import { describe, expect, test } from 'vitest';
import { syncAnnounced, syncAnnouncements } from '#papers/feed/announcements.server.ts';
import { completePapers } from '#papers/feed/completing.server.ts';
import { syncRecent } from '#papers/feed/daily.server.ts';
import * as feed from '#papers/feed.server.ts';
import * as papers from '#papers/papers.server.ts';
import { paper } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import {
  feature,
  follow,
  friday,
  healthOf,
  known,
  laterOn,
  listedOn,
  upstream,
  useFeed
} from '../../support/feed.ts';
import { toy, type Fault, type ToyPaper } from '../../support/upstream.ts';

useFeed();

describe('the announcements of arXiv', () => {
  const announce = (
    ...papers: [ToyPaper, 'new' | 'cross' | 'replace' | 'replace-cross' | 'replace-absonly'][]
  ) => papers.map(([one, kind]) => ({ paper: one, kind }));

  test('come in for the categories that groups follow, new and crossed, once a day', async () => {
    await syncAnnouncements(friday);
    expect(upstream.asked).toEqual([]);
    await follow('cs.LG', 'stat.ML');
    await follow('cs.LG');
    upstream.announced.items = announce(
      [toy(1), 'new'],
      [toy(2, { categories: ['cs.CV', 'cs.LG'] }), 'cross'],
      [toy(3, { version: 2 }), 'replace'],
      [toy(4, { categories: ['math.CO'] }), 'new'],
      [toy(5), 'replace-absonly']
    );
    await syncAnnouncements(friday);
    expect(upstream.askedFor('/rss-host').map(({ path }) => path)).toEqual(['/rss-host/rss/cs.LG+stat.ML']);
    expect(await listedOn('arxiv', '2026-06-12')).toEqual(['2606.00001', '2606.00002']);
    expect(await known('2606.00002')).toMatchObject({
      authors: ['Ada L.', 'Zoë Ünïcode'],
      abstract: toy(2).abstract,
      categories: ['cs.CV', 'cs.LG'],
      arxivVersion: 1,
      publishedOn: null
    });
    await syncAnnouncements(friday);
    expect(upstream.askedFor('/rss-host').map(({ status }) => status)).toEqual([200, 304]);
    await follow('cs.CL');
    await syncAnnouncements(friday);
    expect(upstream.askedFor('/rss-host').at(-1)).toMatchObject({
      status: 200,
      path: '/rss-host/rss/cs.CL+cs.LG+stat.ML'
    });
  });

  test('and the daily papers make one paper, completed by arXiv, whoever listed it first', async () => {
    await follow('cs.LG');
    feature('2026-06-12', 2);
    await syncRecent(friday);
    upstream.announced.items = announce([toy(1), 'new']);
    upstream.papers = [
      toy(1, { version: 2, revised: '2026-06-12T01:00:00Z', doi: '10.1000/Toy', journal: 'J. Toy 1' }),
      toy(2)
    ];
    await syncAnnouncements(friday);
    await completePapers();
    expect(await database().$count(paper)).toBe(2);
    expect(await known('2606.00001')).toMatchObject({
      arxivVersion: 2,
      revisedOn: '2026-06-12',
      publishedOn: '2026-06-10',
      categories: ['cs.LG'],
      keywords: ['toys', 'wood'],
      doi: '10.1000/toy',
      venue: 'J. Toy 1'
    });
    expect((await feed.day('2026-06-12')).map(({ arxivId }) => arxivId)).toEqual([
      '2606.00002',
      '2606.00001'
    ]);
  });

  test('name new versions of papers that are known, and bring in no others', async () => {
    await follow('cs.LG');
    upstream.papers = [toy(1)];
    await papers.take('2606.00001');
    await completePapers();
    expect(await known('2606.00001')).toMatchObject({ arxivVersion: 1, revisedOn: '2026-06-10' });
    const revised = toy(1, { version: 3, title: 'Toy 1, Repainted', revised: '2026-06-11T09:00:00Z' });
    upstream.papers = [revised];
    upstream.announced.items = announce([revised, 'replace'], [toy(2, { version: 2 }), 'replace-cross']);
    await syncAnnouncements(friday);
    expect(await known('2606.00001')).toMatchObject({
      arxivVersion: 3,
      title: toy(1).title,
      completedAt: null
    });
    await completePapers();
    expect(await known('2606.00001')).toMatchObject({ revisedOn: '2026-06-11', title: 'Toy 1, Repainted' });
    expect(await database().$count(paper)).toBe(1);
    expect(await listedOn('arxiv', '2026-06-12')).toEqual([]);
  });

  test('of a weekend or a holiday are empty, and nothing is wrong', async () => {
    await follow('cs.LG');
    await syncAnnouncements(friday);
    expect(await healthOf('arxiv')).toMatchObject({ failingSince: null, staleSince: null, newestDay: null });
  });

  test('of yesterday under today’s date only warn, and are not listed twice', async () => {
    await follow('cs.LG');
    upstream.announced = { day: '2026-06-11', items: announce([toy(1), 'new'], [toy(2), 'cross']) };
    await syncAnnouncements(new Date('2026-06-11T12:00:00Z'));
    upstream.announced.day = '2026-06-12';
    await syncAnnouncements(friday);
    expect(await listedOn('arxiv', '2026-06-12')).toEqual([]);
    expect((await healthOf('arxiv')).staleSince).not.toBeNull();
    upstream.announced.items.push(...announce([toy(3), 'new']));
    await syncAnnouncements(friday);
    expect(await listedOn('arxiv', '2026-06-12')).toHaveLength(3);
    expect(await healthOf('arxiv')).toMatchObject({ staleSince: null, listed: 3 });
  });

  test('that were missed are made up for from what was submitted in time for each', async () => {
    await follow('cs.LG');
    upstream.announced = { day: '2026-06-05', items: announce([toy(1), 'new']) };
    await syncAnnouncements(new Date('2026-06-05T12:00:00Z'));
    upstream.announced = { day: '2026-06-12', items: announce([toy(2), 'new']) };
    upstream.papers = [
      toy(11, { submitted: '2026-06-04T18:00:00Z' }),
      toy(12, { submitted: '2026-06-05T17:59:00Z' }),
      toy(13, { submitted: '2026-06-05T18:00:00Z' }),
      toy(14, { submitted: '2026-06-08T17:59:00Z' }),
      toy(15, { submitted: '2026-06-09T12:00:00Z', categories: ['math.CO'] }),
      ...Array.from({ length: 501 }, (_, index) => toy(1000 + index, { submitted: '2026-06-10T12:00:00Z' }))
    ];
    await syncAnnouncements(friday);
    expect(await listedOn('arxiv', '2026-06-08')).toEqual(['2606.00011', '2606.00012']);
    expect(await listedOn('arxiv', '2026-06-09')).toEqual(['2606.00013', '2606.00014']);
    expect(await listedOn('arxiv', '2026-06-10')).toEqual([]);
    expect(await listedOn('arxiv', '2026-06-11')).toHaveLength(501);
    expect(await known('2606.00011')).toMatchObject({ publishedOn: '2026-06-04', arxivVersion: 1 });
    upstream.recover();
    await syncAnnouncements(friday);
    expect(upstream.askedFor('/arxiv')).toEqual([]);
  });

  test.each<[string, Fault]>([
    ['sends HTML', { kind: 'html' }],
    ['breaks off', { kind: 'cut off' }],
    ['is slow', { kind: 'slow' }],
    ['is too busy', { kind: 'too many', header: ['Retry-After', '60'] }],
    ['has a fault', { kind: 'status', status: 503 }]
  ])('stay away while arXiv %s, and Hugging Face does not notice', async (_, fault) => {
    await follow('cs.LG');
    feature('2026-06-12', 1);
    upstream.announced.items = announce([toy(1), 'new']);
    upstream.fail('/rss-host', fault);
    await syncAnnouncements(friday);
    await syncRecent(friday);
    expect(await healthOf('arxiv')).toMatchObject({ lastSucceededAt: null, failure: expect.any(String) });
    expect(await healthOf('hf')).toMatchObject({ failure: null, listed: 1 });
    upstream.recover();
    await laterOn();
    await syncAnnouncements(friday);
    expect(await healthOf('arxiv')).toMatchObject({ failure: null, listed: 1 });
  });

  test('of which one is malformed come in without it, and it is named', async () => {
    await follow('cs.LG');
    upstream.announced.items = announce([toy(1), 'new'], [toy(2), 'new'], [toy(3), 'new']);
    upstream.fail('/rss-host', { kind: 'malformed item', at: 1 });
    await syncAnnouncements(friday);
    expect(await listedOn('arxiv', '2026-06-12')).toEqual(['2606.00001', '2606.00003']);
    expect((await healthOf('arxiv')).malformed).toEqual([expect.stringMatching(/^2026-06-12, item 2: guid/)]);
  });

  test('of one day come in when an operator asks, if a group follows anything', async () => {
    expect((await syncAnnounced('2026-06-12', friday))?.message).toMatch(/No group follows/);
    await follow('cs.LG');
    upstream.papers = [toy(11, { submitted: '2026-06-04T18:00:00Z' })];
    expect(await feed.sync('arxiv', '2026-06-08')).toMatchObject({ source: 'arxiv', listed: 1 });
    expect(await feed.sync('arxiv', '2026-06-07')).toMatchObject({ listed: 0 });
  });
});
