import { expect, test } from 'vitest';
import { api, does, inGroup, must } from './harness.ts';

/** Notes, and what is said of them. */
export function notes(): void {
  test('notes: begun, written on, read as Markdown, kept, restored, taken away', async () => {
    const { id: note } = must(
      await api.emmy.POST('/groups/{group}/notes', { ...inGroup(), body: { title: 'Ideas' } })
    );
    const one = inGroup({ note });
    must(
      await api.emmy.POST('/groups/{group}/notes/{note}/markdown', {
        ...one,
        body: { text: '- [ ] @Ada reads' }
      })
    );
    const text = must(
      await api.ada.GET('/groups/{group}/notes/{note}/markdown', { ...one, parseAs: 'text' })
    );
    expect(text).toBe('# Ideas\n\n- [ ] @Ada reads');
    const { id: version } = must(
      await api.emmy.POST('/groups/{group}/notes/{note}/versions', { ...one, body: { name: 'First' } })
    );
    must(await api.emmy.POST('/groups/{group}/notes/{note}/markdown', { ...one, body: { text: 'More.' } }));
    must(
      await api.emmy.POST(
        '/groups/{group}/notes/{note}/versions/{version}/restoring',
        inGroup({ note, version })
      )
    );
    expect(must(await api.ada.GET('/groups/{group}/notes/{note}', one)).text).toBe(text);
    expect(must(await api.ada.GET('/groups/{group}/notes/{note}/versions', one)).versions[0]!.reason).toBe(
      'restore'
    );
    const found = async () => must(await api.ada.GET('/groups/{group}/action-items', inGroup())).items;
    await expect.poll(found, { timeout: 20_000 }).toHaveLength(1);
    const { noteId, position, text: task } = (await found())[0]!;
    must(
      await api.ada.POST('/groups/{group}/action-items/done', {
        ...inGroup(),
        body: { noteId, position, text: task }
      })
    );
    must(await api.emmy.PATCH('/groups/{group}/notes/{note}', { ...one, body: { title: 'Renamed' } }));
    expect(must(await api.ada.GET('/groups/{group}/notes', inGroup())).notes[0]!.title).toBe('Renamed');
    must(await api.grace.DELETE('/groups/{group}/notes/{note}', one));
    expect((await api.ada.GET('/groups/{group}/notes/{note}', one)).response.status).toBe(404);
  });

  test('a conversation about a note is read, answered and settled', async () => {
    const { id: note } = must(
      await api.emmy.POST('/groups/{group}/notes', { ...inGroup(), body: { title: 'Talk' } })
    );
    const begun = { quote: 'Talk', text: 'Really?' };
    const { id: thread } = await does<{ id: string }>(
      ...(['ada', 'POST /groups/{group}/notes/{note}/comments', { note }, begun] as const)
    );
    const one = inGroup({ note, thread });
    must(
      await api.emmy.POST('/groups/{group}/notes/{note}/comments/{thread}', {
        ...one,
        body: { text: 'Yes.' }
      })
    );
    must(
      await api.emmy.PATCH('/groups/{group}/notes/{note}/comments/{thread}', {
        ...one,
        body: { resolved: true }
      })
    );
    const { threads } = must(await api.ada.GET('/groups/{group}/notes/{note}/comments', inGroup({ note })));
    expect(threads[0]).toMatchObject({ resolvedBy: 'Emmy', comments: [{ by: 'Ada' }, { by: 'Emmy' }] });
    const said = { note, thread, comment: threads[0]!.comments[1]!.id };
    await does('emmy', 'PATCH /groups/{group}/notes/{note}/comments/{thread}/{comment}', said, {
      text: 'No.'
    });
    await does('emmy', 'DELETE /groups/{group}/notes/{note}/comments/{thread}/{comment}', said);
    expect(await does('ada', 'GET /groups/{group}/notes/{note}/comments', { note })).toMatchObject({
      threads: [{ comments: [{ isRemoved: false }, { isRemoved: true }] }]
    });
  });

  test('how a group’s notes begin is its own to say', async () => {
    const kind = { kind: 'free' };
    await does('grace', 'PUT /groups/{group}/templates/{kind}', kind, { text: '# {{title}}' });
    expect(await does('grace', 'GET /groups/{group}/templates/{kind}', kind)).toEqual({
      text: '# {{title}}'
    });
    await does('grace', 'PUT /groups/{group}/templates/{kind}', kind, { text: '' });
  });
}
