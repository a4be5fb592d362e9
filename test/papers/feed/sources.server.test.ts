import { and, eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { group } from '#groups/schema.ts';
import { syncAnnounced, syncAnnouncements } from '#papers/feed/announcements.server.ts';
import { completePapers } from '#papers/feed/completing.server.ts';
import { syncFortnight, syncRecent, syncTrending } from '#papers/feed/daily.server.ts';
import { askArxiv } from '#papers/feed/manners.server.ts';
import * as feed from '#papers/feed.server.ts';
import * as papers from '#papers/papers.server.ts';
import { feedDay, feedSource, listing, paper } from '#papers/schema.ts';
import { config } from '#platform/config.server.ts';
import { database } from '#platform/database.server.ts';
import { useDatabase } from '../../support/database.ts';
import { emptyGroup } from '../../support/factories.ts';
import { toy, Upstream, type Fault, type ToyPaper } from '../../support/upstream.ts';

const upstream = await Upstream.start();
Object.assign(process.env, upstream.env, {
  ARXIV_PAUSE_SECONDS: '0.2',
  FEED_PATIENCE_SECONDS: '1',
  LOG_LEVEL: 'silent'
});
useDatabase();
afterAll(() => upstream.stop());

const friday = new Date('2026-06-12T10:00:00Z');
const daily = '/hf/api/daily_papers';

beforeEach(async () => {
  const db = database();
  for (const table of [listing, feedDay, feedSource, paper, group]) await db.delete(table);
  upstream.recover();
  Object.assign(upstream, { today: '2026-06-12', featured: [], papers: [] });
  upstream.announced = { day: '2026-06-12', items: [] };
  upstream.instead.clear();
  upstream.works.clear();
});

/** So many papers that Hugging Face features on a day, numbered from `first`. */
function feature(day: string, count: number, first = 1): void {
  for (let number = first; number < first + count; number++) {
    upstream.featured.push({ paper: toy(number), day, upvotes: number % 50 });
  }
}

/** The arXiv ids that a source is known to have listed on a day. */
async function listedOn(source: string, day: string): Promise<string[]> {
  const found = await database()
    .select({ id: paper.arxivId })
    .from(listing)
    .innerJoin(paper, eq(paper.id, listing.paperId))
    .where(and(eq(listing.source, source), eq(listing.day, day)))
    .orderBy(paper.arxivId);
  return found.map(({ id }) => id ?? '');
}

async function known(arxivId: string) {
  const [found] = await database().select().from(paper).where(eq(paper.arxivId, arxivId));
  return found!;
}

async function healthOf(source: string) {
  return (await feed.health()).find((one) => one.source === source)!;
}

/** Lets pauses after failures be over. */
async function laterOn(): Promise<void> {
  await database()
    .update(feedSource)
    .set({ retryAt: new Date(0) });
}

async function follow(...categories: string[]): Promise<void> {
  const { id } = await emptyGroup();
  await database().update(group).set({ categories }).where(eq(group.id, id));
}

describe('the daily papers of Hugging Face', () => {
  test('come in page by page, under the day they were featured, with keywords and votes', async () => {
    feature('2026-06-12', 130);
    feature('2026-06-11', 3, 201);
    await syncRecent(friday);
    expect(await listedOn('hf', '2026-06-12')).toHaveLength(130);
    expect(await listedOn('hf', '2026-06-11')).toEqual(['2606.00201', '2606.00202', '2606.00203']);
    expect(upstream.askedFor(daily).map(({ query }) => [query.get('date'), query.get('p')])).toEqual([
      ['2026-06-12', '0'],
      ['2026-06-12', '1'],
      ['2026-06-11', '0'],
      ['2026-06-10', '0'],
      ['2026-06-09', '0']
    ]);
    expect(await known('2606.00001')).toMatchObject({ title: toy(1).title, keywords: ['toys', 'wood'] });
    expect(await healthOf('hf')).toMatchObject({ newestDay: '2026-06-12', listed: 130, failingSince: null });
  });

  test('are asked for conditionally, and a second look changes nothing but the votes', async () => {
    feature('2026-06-12', 2);
    await syncRecent(friday);
    const before = await listedOn('hf', '2026-06-12');
    upstream.recover();
    await syncRecent(friday);
    expect(upstream.askedFor(daily).map(({ status }) => status)).toEqual([304, 304, 304, 304]);
    upstream.featured[0]!.upvotes = 99;
    await syncRecent(friday);
    expect(await listedOn('hf', '2026-06-12')).toEqual(before);
    expect((await feed.day('2026-06-12'))[0]).toMatchObject({ arxivId: '2606.00001', upvotes: 99 });
  });

  test('of a day that has not begun there are not there yet, and nothing fails', async () => {
    feature('2026-06-12', 1);
    await syncRecent(new Date('2026-06-13T02:00:00Z'));
    expect(await listedOn('hf', '2026-06-12')).toHaveLength(1);
    expect(upstream.askedFor(daily)[0]?.status).toBe(400);
    expect(await healthOf('hf')).toMatchObject({ failingSince: null, newestDay: '2026-06-12' });
    upstream.recover();
    Object.assign(upstream, { today: '2026-06-13' });
    await syncRecent(new Date('2026-06-13T12:00:00Z'));
    expect(upstream.askedFor(daily)[0]?.status).toBe(200);
  });

  test('of a weekend are none, or the older batch under its own day', async () => {
    Object.assign(upstream, { today: '2026-06-14' });
    feature('2026-06-12', 2);
    upstream.instead.set('2026-06-14', '2026-06-12');
    await syncRecent(new Date('2026-06-14T12:00:00Z'));
    expect(await listedOn('hf', '2026-06-13')).toEqual([]);
    expect(await listedOn('hf', '2026-06-14')).toEqual([]);
    expect(await listedOn('hf', '2026-06-12')).toHaveLength(2);
    expect(await healthOf('hf')).toMatchObject({ staleSince: null, newestDay: '2026-06-12' });
  });

  test('that are known already on a weekday only warn, until new ones come', async () => {
    feature('2026-06-11', 2);
    await syncRecent(new Date('2026-06-11T12:00:00Z'));
    upstream.instead.set('2026-06-12', '2026-06-11');
    await syncRecent(friday);
    const { staleSince, failingSince } = await healthOf('hf');
    expect({ isStale: staleSince !== null, failingSince }).toEqual({ isStale: true, failingSince: null });
    await syncRecent(friday);
    expect((await healthOf('hf')).staleSince).toEqual(staleSince);
    upstream.instead.clear();
    feature('2026-06-12', 1, 7);
    await syncRecent(friday);
    expect((await healthOf('hf')).staleSince).toBeNull();
  });

  test('of days that went by meanwhile are made up for, each once', async () => {
    feature('2026-06-01', 1);
    await syncRecent(new Date('2026-06-01T12:00:00Z'));
    for (const [index, day] of ['2026-06-02', '2026-06-04', '2026-06-08'].entries())
      feature(day, 1, 10 + index);
    await syncRecent(friday);
    expect(await listedOn('hf', '2026-06-04')).toEqual(['2606.00011']);
    expect(await listedOn('hf', '2026-06-02')).toEqual(['2606.00010']);
    const asked = upstream.askedFor(daily).map(({ query }) => query.get('date'));
    expect(asked.slice(4)).toEqual([
      '2026-06-12',
      '2026-06-11',
      '2026-06-10',
      '2026-06-09',
      '2026-06-08',
      '2026-06-07',
      '2026-06-06',
      '2026-06-05',
      '2026-06-04',
      '2026-06-03',
      '2026-06-02',
      '2026-06-01',
      '2026-05-31'
    ]);
    upstream.recover();
    await syncRecent(friday);
    expect(upstream.askedFor(daily)).toHaveLength(4);
  });

  test('that were featured late come in with the fortnight, and what is read now with the trend', async () => {
    feature('2026-05-30', 1);
    await syncFortnight(friday);
    expect(await listedOn('hf', '2026-05-30')).toEqual(['2606.00001']);
    upstream.featured = [{ paper: toy(5), day: '2026-03-02', upvotes: 900 }];
    await syncTrending();
    expect(await listedOn('hf', '2026-03-02')).toEqual(['2606.00005']);
  });

  const failures: [string, Fault, RegExp][] = [
    ['is too busy', { kind: 'too many', header: ['RateLimit', '"api";r=0;t=55'] }, /less often/],
    ['has a fault', { kind: 'status', status: 500 }, /fault of its own \(500\)/],
    ['refuses', { kind: 'status', status: 403 }, /answered with 403/],
    ['is slow', { kind: 'slow' }, /took longer than 1 s/],
    ['breaks off', { kind: 'cut off' }, /broke off/],
    ['sends HTML', { kind: 'html' }, /not the list of papers/]
  ];
  test.each(failures)('stay as they are while it %s, and people are told', async (_, fault, sentence) => {
    feature('2026-06-11', 2);
    await syncRecent(new Date('2026-06-11T12:00:00Z'));
    const before = await healthOf('hf');
    feature('2026-06-12', 5, 20);
    upstream.fail(daily, fault);
    await syncRecent(friday);
    const { failure, failingSince, lastSucceededAt } = await healthOf('hf');
    expect(failure).toMatch(sentence);
    expect(failingSince).not.toBeNull();
    expect(lastSucceededAt).toEqual(before.lastSucceededAt);
    expect(await listedOn('hf', '2026-06-11')).toHaveLength(2);
    expect(await listedOn('hf', '2026-06-12')).toEqual([]);

    upstream.recover();
    await syncRecent(friday);
    expect(upstream.asked).toEqual([]);
    await laterOn();
    await syncRecent(friday);
    expect(await listedOn('hf', '2026-06-12')).toHaveLength(5);
    expect(await healthOf('hf')).toMatchObject({ failure: null, failingSince: null });
  });

  test('that break off on the second page leave nothing of the day half there', async () => {
    feature('2026-06-12', 130);
    upstream.fail(`${daily}?date=2026-06-12&limit=100&p=1`, { kind: 'cut off' });
    await syncRecent(friday);
    expect(await listedOn('hf', '2026-06-12')).toEqual([]);
  });

  test.each([
    ['RateLimit', '"api";r=0;t=3000'],
    ['Retry-After', '3000'],
    ['Retry-After', new Date(Date.now() + 3_000_000).toUTCString()]
  ])(
    'are not asked for before %s: %s has passed; other failures wait longer each time',
    async (name, value) => {
      upstream.fail(daily, { kind: 'too many', header: [name, value] });
      await syncRecent(friday);
      const pause = async () => {
        const [{ retryAt } = { retryAt: null }] = await database().select().from(feedSource);
        return (retryAt!.getTime() - Date.now()) / 1000;
      };
      expect(await pause()).toBeGreaterThan(2900);
      upstream.recover();
      upstream.fail(daily, { kind: 'status', status: 500 });
      const pauses: number[] = [];
      for (let time = 0; time < 5; time++) {
        await laterOn();
        await syncRecent(friday);
        pauses.push(await pause());
      }
      expect(pauses.at(-1)).toBeGreaterThan(pauses[0]!);
      expect(Math.max(...pauses)).toBeLessThan(6 * 3600 * 1.25);
    }
  );

  test('of which one in fifty is malformed come in without it, and it is named until it is mended', async () => {
    feature('2026-06-12', 50);
    upstream.fail(daily, { kind: 'malformed item', at: 30 }, 1);
    await syncRecent(friday);
    expect(await listedOn('hf', '2026-06-12')).toHaveLength(49);
    expect((await healthOf('hf')).malformed).toEqual([
      expect.stringMatching(/^2026-06-12, item 31: paper\.id/)
    ]);
    await syncRecent(friday);
    expect(await listedOn('hf', '2026-06-12')).toHaveLength(50);
    expect((await healthOf('hf')).malformed).toEqual([]);
  });

  test('are asked for once when several instances want them at once', async () => {
    feature('2026-06-12', 3);
    await Promise.all([syncRecent(friday), syncRecent(friday), syncRecent(friday)]);
    expect(upstream.askedFor(daily)).toHaveLength(4);
  });

  test('of a week or a month come in when an operator asks, each under its day', async () => {
    feature('2026-06-08', 2);
    feature('2026-06-12', 120, 100);
    feature('2026-06-15', 1, 900);
    const week = await feed.sync('hf', '2026-W24');
    expect(week).toMatchObject({ source: 'hf', date: '2026-W24', listed: 122, malformed: [], stale: false });
    expect(await listedOn('hf', '2026-06-15')).toEqual([]);
    expect(await feed.sync('hf', '2026-06')).toMatchObject({ listed: 123 });
    expect(await feed.sync('hf', '2026-06-08')).toMatchObject({ listed: 2 });
    await expect(feed.sync('hf', '2026-02-30')).rejects.toThrow(/2026-06-12/);
    await expect(feed.sync('elsewhere', '2026-06-08')).rejects.toThrow(/hf or arxiv/);
    upstream.fail(daily, { kind: 'status', status: 500 });
    await expect(feed.sync('hf', '2026-06-08')).rejects.toThrow(/fault of its own/);
  });
});

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

describe('a look-up', () => {
  test('completes papers that came in by an id; what arXiv does not know stays and is not asked for again', async () => {
    upstream.papers = [toy(1), toy(2)];
    await papers.keep('2606.00001\n2606.00002v1\n2606.00099');
    await completePapers();
    expect(await known('2606.00001')).toMatchObject({ title: toy(1).title, categories: ['cs.LG'] });
    expect(await known('2606.00099')).toMatchObject({ title: 'arXiv:2606.00099' });
    await completePapers();
    expect(upstream.askedFor('/arxiv')).toHaveLength(1);
  });

  test('goes round an id that arXiv takes for malformed', async () => {
    upstream.papers = [toy(1), toy(2)];
    await papers.keep('2606.00001\n2606.00002');
    await database()
      .insert(paper)
      .values({ id: 'strange', arxivId: '0000.00000', title: 'x', titleKey: 'x' });
    await completePapers();
    expect((await known('2606.00001')).completedAt).not.toBeNull();
    expect((await known('2606.00002')).completedAt).not.toBeNull();
    expect(await healthOf('arxiv-query')).toMatchObject({ failingSince: null });
  });

  test('asks arXiv once in a while, over all that ask at once', async () => {
    const url = new URL(`${config().arxivApiUrl}/api/query?id_list=2606.00001`);
    await Promise.all([askArxiv(url), askArxiv(url), askArxiv(url), askArxiv(url)]);
    const moments = upstream.askedFor('/arxiv').map(({ at }) => at);
    for (const [index, at] of moments.slice(1).entries()) {
      expect(at - moments[index]!).toBeGreaterThan(config().arxivPause * 1000 * 0.9);
    }
  });

  test('at Crossref completes papers that came in by a DOI, one that it does not know stays', async () => {
    const doi = '10.1000/toy(2026)7';
    upstream.works.set(doi, toy(7, { title: 'Toys &amp; <i>Paint</i>', journal: 'Journal of Toys' }));
    const { id } = await papers.take(`https://doi.org/${doi}`);
    await papers.take('10.1000/unknown');
    await completePapers();
    const [found] = await database().select().from(paper).where(eq(paper.id, id));
    expect(found).toMatchObject({
      title: 'Toys & Paint',
      titleKey: 'toyspaint',
      authors: ['Ada L.', 'Zoë Ünïcode'],
      publishedOn: '2026-06-10',
      venue: 'Journal of Toys',
      abstract: toy(7).abstract
    });
    upstream.recover();
    await completePapers();
    expect(upstream.asked).toEqual([]);
    expect(await healthOf('crossref')).toMatchObject({ failingSince: null, lists: false });
  });

  test.each<[string, Fault]>([
    ['HTML', { kind: 'html' }],
    ['half a body', { kind: 'cut off' }],
    ['a fault', { kind: 'status', status: 500 }]
  ])('that gets %s is tried again later', async (_, fault) => {
    upstream.works.set('10.1000/toy', toy(7));
    upstream.papers = [toy(1)];
    await papers.keep('10.1000/toy\n2606.00001');
    upstream.fail('/', fault);
    await completePapers();
    expect(await healthOf('crossref')).toMatchObject({ failure: expect.any(String) });
    expect(await healthOf('arxiv-query')).toMatchObject({ failure: expect.any(String) });
    upstream.recover();
    await laterOn();
    await completePapers();
    expect((await known('2606.00001')).title).toBe(toy(1).title);
    expect(await database().$count(paper, eq(paper.title, toy(7).title))).toBe(1);
  });

  test('gives a paper that had only a title or a DOI its arXiv id, and makes no second one', async () => {
    await papers.keep('@misc{a, title={Toy 1: Of Wood and {$O(n)$} Paint}}');
    await papers.take('10.1000/toy');
    await follow('cs.LG');
    feature('2026-06-12', 1);
    upstream.papers = [toy(1), toy(2, { doi: '10.1000/TOY', submitted: '2026-06-10T12:00:00Z' })];
    await syncRecent(friday);
    await feed.sync('arxiv', '2026-06-11');
    expect(await database().$count(paper)).toBe(2);
    expect(await known('2606.00002')).toMatchObject({ doi: '10.1000/toy', title: toy(2).title });
  });
});
