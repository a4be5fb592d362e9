import { expect, test } from 'vitest';
import { somePaper } from '../../support/factories.ts';
import { api, does, inGroup, must } from './harness.ts';

/** Papers and the feed. */
export function papers(): void {
  test('papers: found, read, cited, brought in, wanted', async () => {
    const paper = await somePaper('Attention to lattices');
    expect(must(await api.emmy.GET('/feed', { params: { query: { date: '2026-06-12' } } })).papers).toEqual(
      []
    );
    const found = must(await api.emmy.GET('/papers', { params: { query: { q: 'lattices' } } })).papers;
    expect(found.map(({ title }) => title)).toEqual(['Attention to lattices']);
    must(
      await api.emmy.PUT('/papers/{paper}/reading', {
        params: { path: { paper } },
        body: { reading: 'skimmed' }
      })
    );
    expect(must(await api.emmy.GET('/papers/{paper}', { params: { path: { paper } } })).reading).toBe(
      'skimmed'
    );
    const cited = must(await api.emmy.GET('/papers/{paper}/citation', { params: { path: { paper } } }));
    expect(cited.text).toContain('lattices');
    const pasted = { text: '2310.06110', keep: true };
    expect(
      must(await api.emmy.POST('/groups/{group}/import', { ...inGroup(), body: pasted })).papers
    ).toHaveLength(1);
    expect(
      await does('emmy', 'POST /groups/{group}/archive/asking', {}, { text: 'Attention to lattices' })
    ).toMatchObject({ hasMore: false });
    must(await api.emmy.PUT('/groups/{group}/papers/{paper}/interest', inGroup({ paper })));
    must(await api.emmy.DELETE('/groups/{group}/papers/{paper}/interest', inGroup({ paper })));
  });

  test('the feed as one person sees it: what is put aside, muted and kept', async () => {
    const paper = await somePaper('Put aside');
    await does('emmy', 'PUT /papers/{paper}/seen', { paper });
    await does('emmy', 'DELETE /papers/{paper}/seen', { paper });
    await does('emmy', 'POST /muted-words', {}, { word: 'Hype' });
    expect(await does('emmy', 'GET /muted-words')).toEqual({ words: ['hype'] });
    await does('emmy', 'DELETE /muted-words/{word}', { word: 'hype' });
    await does('emmy', 'POST /filters', {}, { name: 'Mine', query: 'category=cs.LG' });
    const { filters } = await does<{ filters: { id: string }[] }>('emmy', 'GET /filters');
    expect(filters).toMatchObject([{ name: 'Mine', query: 'category=cs.LG' }]);
    await does('emmy', 'DELETE /filters/{filter}', { filter: filters[0]!.id });
    expect(await does('emmy', 'GET /muted-words')).toEqual({ words: [] });
  });
}
