import { expect, test } from 'vitest';
import { api, does, group, inGroup, must, proposed, tomorrow } from './harness.ts';

/** Queues and what waits in them. */
export function queue(): void {
  test('the queue: proposed, wanted, written anew, taken back; in pages', async () => {
    const nomination = await proposed('On queues');
    must(await api.ada.PUT('/groups/{group}/queue/{nomination}/interest', inGroup({ nomination })));
    await proposed('On other queues');
    const one = inGroup({ nomination });
    expect(must(await api.ada.GET('/groups/{group}/queue/{nomination}', one))).toMatchObject({
      interest: 1,
      proposedBy: 'Emmy'
    });
    must(await api.ada.DELETE('/groups/{group}/queue/{nomination}/interest', one));
    const [queue] = must(await api.kurt.GET('/groups/{group}/queues', inGroup())).queues;
    expect(queue).toMatchObject({ name: 'Queue', waiting: 2 });
    must(await api.emmy.PATCH('/groups/{group}/queue/{nomination}', { ...one, body: { pitch: 'Anew.' } }));
    const first = must(
      await api.ada.GET('/groups/{group}/queue', { params: { path: { group }, query: { limit: 1 } } })
    );
    const query = { limit: 1, cursor: first.next! };
    const second = must(await api.ada.GET('/groups/{group}/queue', { params: { path: { group }, query } }));
    expect([...first.nominations, ...second.nominations].map(({ title }) => title)).toEqual([
      'On queues',
      'On other queues'
    ]);
    expect(second.next).toBeNull();
    must(await api.emmy.DELETE('/groups/{group}/queue/{nomination}', one));
    expect((await api.emmy.GET('/groups/{group}/queue/{nomination}', one)).response.status).toBe(404);
  });

  test('queues: made, named, sorted by hand, closed and opened; how long they keep what nobody wants', async () => {
    const { id: queue } = await does<{ id: string }>(
      'grace',
      'POST /groups/{group}/queues',
      {},
      { name: 'Old' }
    );
    const one = { queue };
    await does('grace', 'PATCH /groups/{group}/queues/{queue}', one, { name: 'Classics' });
    await does('grace', 'PUT /groups/{group}/queues/{queue}/place', one, { to: 'up' });
    await does('grace', 'PUT /groups/{group}/queues/{queue}/order', one, { order: 'hand' });
    await does('grace', 'PUT /groups/{group}/queues/{queue}/closing', one);
    await does('grace', 'DELETE /groups/{group}/queues/{queue}/closing', one);
    const { queues } = await does<{ queues: object[] }>('emmy', 'GET /groups/{group}/queues');
    expect(queues[0]).toMatchObject({ queueId: queue, name: 'Classics', isByHand: true, closedAt: null });
    await does('grace', 'PUT /groups/{group}/queues/spans', {}, { ask: 0, leave: 3 });
    expect(await does('emmy', 'GET /groups/{group}/queues/spans')).toEqual({
      ...{ askAfterWeeks: null, leaveAfterWeeks: 3 }
    });

    const [first, second] = [await proposed('First by hand'), await proposed('Second by hand')];
    for (const nomination of [first, second])
      await does('grace', 'PUT /groups/{group}/queue/{nomination}/queue', { nomination }, one);
    const place = 'PUT /groups/{group}/queue/{nomination}/place';
    expect(await does('grace', place, { nomination: second }, { before: first })).toEqual({
      place: 1,
      of: 2
    });
    expect(await does('grace', place, { nomination: second }, { to: 'down' })).toEqual({ place: 2, of: 2 });
    for (const nomination of [first, second])
      await does('grace', 'DELETE /groups/{group}/queue/{nomination}', { nomination });
    await does('grace', 'PUT /groups/{group}/queues/{queue}/closing', one);
  });

  test('a proposal is tended: pinned, put off, led, talked about, merged and brought back', async () => {
    const nomination = await proposed('Tended');
    const one = { nomination };
    const view = () => does('emmy', 'GET /groups/{group}/queue/{nomination}', one);
    await does('grace', 'PUT /groups/{group}/queue/{nomination}/pin', one);
    await does('grace', 'PUT /groups/{group}/queue/{nomination}/lead-wanted', one);
    await does('ada', 'PUT /groups/{group}/queue/{nomination}/lead', one);
    await does('ada', 'POST /groups/{group}/queue/{nomination}/keeping', one);
    await does('grace', 'PUT /groups/{group}/queue/{nomination}/snooze', one, {
      until: tomorrow.slice(0, 10)
    });
    const until = expect.any(String) as string;
    const tended = { pinnedBy: 'Grace', leadWanted: true, leaders: ['Ada'], snoozedUntil: until };
    expect(await view()).toMatchObject(tended);
    await does('grace', 'DELETE /groups/{group}/queue/{nomination}/snooze', one);
    await does('ada', 'DELETE /groups/{group}/queue/{nomination}/lead', one);
    await does('grace', 'DELETE /groups/{group}/queue/{nomination}/lead-wanted', one);
    await does('grace', 'DELETE /groups/{group}/queue/{nomination}/pin', one);
    const untended = { pinnedBy: null, leadWanted: false, leaders: [], snoozedUntil: null };
    expect(await view()).toMatchObject(untended);

    const comments = 'GET /groups/{group}/queue/{nomination}/comments';
    const { id: comment } = await does<{ id: string }>(
      ...(['emmy', 'POST /groups/{group}/queue/{nomination}/comments', one, { text: 'Hm.' }] as const)
    );
    const said = { ...one, comment };
    await does('emmy', 'PATCH /groups/{group}/queue/{nomination}/comments/{comment}', said, { text: 'Yes.' });
    expect(await does('ada', comments, one)).toMatchObject({ comments: [{ by: 'Emmy', text: 'Yes.' }] });
    await does('emmy', 'DELETE /groups/{group}/queue/{nomination}/comments/{comment}', said);
    expect(await does('ada', comments, one)).toMatchObject({ comments: [{ text: '', isRemoved: true }] });

    const twin = await proposed('Tended twice');
    expect(await does('ada', 'GET /groups/{group}/queue/{nomination}/twins', one)).toEqual({ twins: [] });
    await does(
      'grace',
      'POST /groups/{group}/queue/{nomination}/merging',
      { nomination: twin },
      { into: nomination }
    );
    expect(await view()).toMatchObject({ merged: [{ by: 'Emmy' }] });
    await does('grace', 'POST /groups/{group}/queue/{nomination}/return', { nomination: twin });
    expect(await view()).toMatchObject({ merged: [] });
    const kinds = async (what: Parameters<typeof does>[1]) =>
      (await does<{ events: { kind: string }[] }>('ada', what, one)).events.map(({ kind }) => kind);
    expect(await kinds('GET /groups/{group}/queue/{nomination}/record')).toContain('snoozed');
    expect(await kinds('GET /groups/{group}/queue/record')).toContain('merged');
    for (const id of [nomination, twin])
      await does('grace', 'DELETE /groups/{group}/queue/{nomination}', { nomination: id });
  });
}
