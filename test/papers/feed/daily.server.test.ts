import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { syncFortnight, syncRecent, syncTrending } from '#papers/feed/daily.server.ts';
import * as feed from '#papers/feed.server.ts';
import * as looking from '#papers/looking.server.ts';
import { filtersOf, spanOf } from '#papers/looking.ts';
import { feedSource } from '#papers/schema.ts';
import { database } from '#platform/database.server.ts';
import {
  daily,
  feature,
  friday,
  healthOf,
  known,
  laterOn,
  listedOn,
  upstream,
  useFeed
} from '../../support/feed.ts';
import { person } from '../../support/factories.ts';
import { toy, type Fault } from '../../support/upstream.ts';

useFeed();

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

  test('that were withdrawn are listed no more, and stay known', async () => {
    feature('2026-06-12', 2);
    await syncRecent(friday);
    upstream.featured[0]!.paper = toy(1, { withdrawn: '2026-06-12T12:00:00Z' });
    await syncRecent(friday);
    expect(await listedOn('hf', '2026-06-12')).toEqual(['2606.00002']);
    expect((await known('2606.00001')).title).toBe(toy(1).title);
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
    await syncTrending(friday);
    expect(await listedOn('hf', '2026-03-02')).toEqual(['2606.00005']);
  });

  test('are trending in the order the source has them, until it has another one', async () => {
    const reader = await person('Ada');
    const trending = async () => {
      const { papers } = await looking.look(reader, spanOf('trending')!, filtersOf(new URLSearchParams()));
      return papers.map(({ arxivId, upvotes }) => `${arxivId} ${upvotes}`);
    };
    const featured = [1, 2, 3].map((number) => ({
      paper: toy(number),
      day: `2026-0${number}-02`,
      upvotes: 100 * number
    }));
    upstream.featured = featured;
    await syncTrending(friday);
    expect(await trending()).toEqual(['2606.00003 300', '2606.00002 200', '2606.00001 100']);
    expect(await looking.trendingSince()).toEqual(friday);
    upstream.fail(daily, { kind: 'body', body: '[]' }, 1);
    await syncTrending(friday);
    upstream.fail(daily, { kind: 'html' }, 1);
    await syncTrending(friday);
    expect(await trending()).toHaveLength(3);
    upstream.featured = [{ ...featured[0]!, upvotes: 900 }];
    await laterOn();
    await syncTrending(friday);
    expect(await trending()).toEqual(['2606.00001 900']);
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

describe('the jobs', () => {
  const job = (name: string) => feed.jobs.find((one) => one.name === name)!;

  test('ask a source that fails again when its pause is over, and have new papers looked up at once', async () => {
    upstream.fail(daily, { kind: 'too many', header: ['Retry-After', '600'] });
    await job('feed.recent').run({});
    await job('feed.recent').run({});
    const { retryAt } = (await database().select().from(feedSource))[0]!;
    const waiting = await database().execute<{ name: string; at: Date }>(
      sql`select name, start_after as at from pgboss.job where state = 'created' order by name`
    );
    expect(waiting.map(({ name }) => name)).toEqual(['feed.recent', 'papers.complete']);
    expect(Math.abs(new Date(waiting[0]!.at).getTime() - retryAt!.getTime())).toBeLessThan(2000);
  });

  test('look at once after a start that comes late, and leave it when the last look was just now', async () => {
    await job('feed.first').run({});
    expect(upstream.askedFor(daily)).not.toEqual([]);
    upstream.recover();
    await job('feed.first').run({});
    expect(upstream.asked).toEqual([]);
  });
});
