import { eq, isNotNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { completePapers } from '#papers/feed/completing.server.ts';
import { syncRecent } from '#papers/feed/daily.server.ts';
import { linkPapers } from '#papers/feed/linking.server.ts';
import { askArxiv } from '#papers/feed/manners.server.ts';
import * as feed from '#papers/feed.server.ts';
import * as papers from '#papers/papers.server.ts';
import { paper } from '#papers/schema.ts';
import { config } from '#platform/config.server.ts';
import { database } from '#platform/database.server.ts';
import { feature, follow, friday, healthOf, known, laterOn, upstream, useFeed } from '../../support/feed.ts';
import { toy, type Fault } from '../../support/upstream.ts';

useFeed();

describe('a look-up', () => {
  test('completes papers that came in by an id; what arXiv does not know is asked for some days, and no longer', async () => {
    upstream.papers = [toy(1), toy(2)];
    await papers.keep('2606.00001\n2606.00002v1\n2606.00099');
    await completePapers();
    expect(await known('2606.00001')).toMatchObject({ title: toy(1).title, categories: ['cs.LG'] });
    expect(await known('2606.00099')).toMatchObject({ title: 'arXiv:2606.00099' });
    await completePapers();
    expect(upstream.askedFor('/arxiv')).toHaveLength(2);
    const fourDaysAgo = new Date(Date.now() - 4 * 24 * 60 * 60_000);
    await database().update(paper).set({ createdAt: fourDaysAgo });
    await completePapers();
    await completePapers();
    expect(upstream.askedFor('/arxiv')).toHaveLength(3);
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

  test('finds a paper that came in by its title alone, whatever its day, once, and only one called so', async () => {
    feature('2025-01-07', 3);
    upstream.featured.push(...['2501.00007', '2501.00008'].map((id) => twin(id)));
    upstream.papers = [toy(2, { categories: ['stat.ML'] })];
    await papers.keep(
      ['Toy 2: Of wood and {$O(n)$} paint', 'Two Works of One Name', 'Nobody Knows This One', 'Short']
        .map((title, index) => `@misc{a${index}, title={${title}}}`)
        .join('\n')
    );
    await completePapers();
    expect(await known('2606.00002')).toMatchObject({ title: toy(2).title, categories: ['stat.ML'] });
    expect(await database().$count(paper)).toBe(4);
    expect(await database().$count(paper, isNotNull(paper.arxivId))).toBe(1);
    expect(upstream.askedFor('/hf/api/papers/search')).toHaveLength(3);
    await completePapers();
    expect(upstream.askedFor('/hf/api/papers/search')).toHaveLength(3);
  });

  test('by title waits while Hugging Face fails, and what it did not know is completed when a list names it', async () => {
    await papers.keep('@misc{a, title={Toy 1: Of Wood and {$O(n)$} Paint}}');
    upstream.fail('/hf', { kind: 'html' }, 1);
    await completePapers();
    expect(await healthOf('hf')).toMatchObject({ failure: expect.any(String) });
    await laterOn();
    await completePapers();
    feature('2026-06-12', 1);
    upstream.papers = [toy(1)];
    await syncRecent(friday);
    await completePapers();
    expect(await database().$count(paper)).toBe(1);
    expect(await known('2606.00001')).toMatchObject({ title: toy(1).title, categories: ['cs.LG'] });
  });

  test('asks Hugging Face for the code and project of papers that came in by an id', async () => {
    const paper = toy(1, { repository: 'toys/wood', projectPage: 'https://toys.example.org/' });
    upstream.featured = [{ paper, day: '2026-06-12', upvotes: 3 }];
    upstream.papers = [toy(1)];
    await papers.keep('2606.00001\n2606.00002');
    await completePapers();
    upstream.fail('/hf/api/papers', { kind: 'status', status: 500 }, 1);
    await linkPapers(['2606.00001', '2606.00002']);
    expect(await known('2606.00001')).toMatchObject({ codeUrl: null });
    await laterOn();
    await linkPapers(['2606.00001', '2606.00002']);
    expect(await known('2606.00001')).toMatchObject({
      title: toy(1).title,
      codeUrl: 'https://github.com/toys/wood',
      projectUrl: 'https://toys.example.org/'
    });
    expect(await healthOf('hf')).toMatchObject({ failingSince: null, malformed: [] });
  });
});

/** One of several papers that are called the same. */
function twin(id: string) {
  return { paper: toy(1, { id, title: 'Two Works of One Name' }), day: '2025-01-07', upvotes: 1 };
}
