import { expect, test } from 'vitest';
import { api, does, inGroup, must, occasion, people, proposed } from './harness.ts';

/** A moment on the clocks of the group. */
function onClocks(at: Date) {
  const said = (options: Intl.DateTimeFormatOptions, locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: people.ada.timezone, ...options }).format(at);
  return {
    date: said({ dateStyle: 'short' }, 'en-CA'),
    time: said({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB')
  };
}

/** Meetings, the rhythm, and what happens by itself. */
export function meetings(): void {
  test('a meeting: moved, called off and back, answered, held', async () => {
    const body = { ...occasion, ...onClocks(new Date(Date.now() - 60_000)) };
    const { id: meeting } = must(
      await api.grace.POST('/groups/{group}/meetings', { ...inGroup(), body: occasion })
    );
    const one = inGroup({ meeting });
    must(await api.grace.PUT('/groups/{group}/meetings/{meeting}/cancellation', one));
    must(await api.grace.DELETE('/groups/{group}/meetings/{meeting}/cancellation', one));
    must(await api.grace.PUT('/groups/{group}/meetings/{meeting}', { ...one, body }));
    must(
      await api.emmy.PUT('/groups/{group}/meetings/{meeting}/answer', { ...one, body: { answer: 'yes' } })
    );
    const me = inGroup({ meeting, account: people.emmy.accountId });
    must(await api.emmy.PUT('/groups/{group}/meetings/{meeting}/attendance/{account}', me));
    must(await api.emmy.DELETE('/groups/{group}/meetings/{meeting}/attendance/{account}', me));
    must(
      await api.emmy.POST('/groups/{group}/meetings/{meeting}/duties', { ...one, body: { name: 'Scribe' } })
    );
    must(
      await api.emmy.DELETE(
        '/groups/{group}/meetings/{meeting}/duties/{duty}',
        inGroup({ meeting, duty: 'Scribe' })
      )
    );
    must(
      await api.emmy.POST('/groups/{group}/meetings/{meeting}/questions', { ...one, body: { text: 'Why?' } })
    );
    const [question] = must(await api.ada.GET('/groups/{group}/meetings/{meeting}', one)).questions;
    const asked = inGroup({ meeting, question: question!.id });
    must(
      await api.ada.PATCH('/groups/{group}/meetings/{meeting}/questions/{question}', {
        ...asked,
        body: { settled: true }
      })
    );
    must(await api.emmy.DELETE('/groups/{group}/meetings/{meeting}/questions/{question}', asked));
    must(await api.emmy.PUT('/groups/{group}/meetings/{meeting}/hand', one));
    must(await api.emmy.DELETE('/groups/{group}/meetings/{meeting}/hand', one));
    const nomination = await proposed('To talk about');
    must(await api.grace.POST('/groups/{group}/meetings/{meeting}/agenda', { ...one, body: { nomination } }));
    const { agenda } = must(await api.ada.GET('/groups/{group}/meetings/{meeting}', one));
    must(await api.ada.PUT('/groups/{group}/agenda/{item}/time', inGroup({ item: agenda[0]!.id })));
    must(await api.ada.DELETE('/groups/{group}/agenda/{item}/time', inGroup({ item: agenda[0]!.id })));
    const coming = must(await api.ada.GET('/groups/{group}/meetings', inGroup())).meetings;
    expect(coming.map(({ id }) => id)).toContain(meeting);
    const { discussions } = must(await api.ada.GET('/groups/{group}/archive', inGroup()));
    expect(discussions[0]!.papers[0]!.title).toBe('To talk about');
    const { id: note } = must(await api.emmy.POST('/groups/{group}/meetings/{meeting}/note', one));
    expect(must(await api.ada.GET('/groups/{group}/notes/{note}', inGroup({ note }))).meeting?.id).toBe(
      meeting
    );
  });

  test('the rhythm: set, paused, with days off and absences', async () => {
    const { title, time, date: startsOn } = occasion;
    const body = { title, time, startsOn, weekday: 'TH' as const };
    must(await api.grace.PUT('/groups/{group}/rhythm', { ...inGroup(), body }));
    expect(must(await api.ada.GET('/groups/{group}/rhythm', inGroup())).rhythm?.rrule).toBe(
      'FREQ=WEEKLY;BYDAY=TH'
    );
    must(await api.grace.PUT('/groups/{group}/rhythm/pause', inGroup()));
    must(await api.grace.DELETE('/groups/{group}/rhythm/pause', inGroup()));
    const days = { from: '2098-12-24', until: '2098-12-31' };
    must(
      await api.grace.POST('/groups/{group}/holidays', { ...inGroup(), body: { ...days, label: 'Winter' } })
    );
    const [holiday] = must(await api.ada.GET('/groups/{group}/holidays', inGroup())).holidays;
    must(await api.grace.DELETE('/groups/{group}/holidays/{holiday}', inGroup({ holiday: holiday!.id })));
    must(await api.emmy.POST('/groups/{group}/absences', { ...inGroup(), body: days }));
    const [absence] = must(await api.ada.GET('/groups/{group}/absences', inGroup())).absences;
    must(await api.emmy.DELETE('/groups/{group}/absences/{absence}', inGroup({ absence: absence!.id })));
  });

  test('the week: what will happen by itself is foreseen and set, done by hand, and undone', async () => {
    const { title, time } = occasion;
    const startsOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const rhythm = { title, time, startsOn, weekday: 'TH' };
    await does('grace', 'PUT /groups/{group}/rhythm', {}, rhythm);
    const other = { ...rhythm, time: '19:00' };
    expect(await does('grace', 'POST /groups/{group}/rhythm/foresight', {}, other)).toMatchObject({
      meetings: expect.arrayContaining([expect.objectContaining({ change: 'moved' })]) as object[]
    });
    const none = { lock: null, open: null, nudge: null, close: null, remind: null };
    const steps = { ...none, note: { days: 1, time: '09:00' } };
    const cycle = { steps, queueId: null, method: 'ranked', shortlist: 4, seats: 2, quorum: 1 };
    const { meetings } = await does<{ meetings: { id: string; steps: object[] }[] }>(
      ...(['grace', 'POST /groups/{group}/cycle/foresight', {}, cycle] as const)
    );
    expect(meetings[0]!.steps).toMatchObject([{ kind: 'note', when: 'then' }]);
    expect(await does('emmy', 'GET /groups/{group}/cycle')).toEqual({ cycle: null });
    await does('grace', 'PUT /groups/{group}/cycle', {}, cycle);
    expect(await does('emmy', 'GET /groups/{group}/cycle')).toMatchObject({ cycle });
    const meeting = meetings[0]!.id;
    await does('grace', 'POST /groups/{group}/meetings/{meeting}/steps', { meeting }, { kind: 'note' });
    const week = () =>
      does<{ happened: { id: string; doneBy: string }[] }>('emmy', 'GET /groups/{group}/week');
    const [done] = (await week()).happened;
    expect(done).toMatchObject({ meetingId: meeting, kind: 'note', doneBy: 'Grace', undoneAt: null });
    await does('grace', 'DELETE /groups/{group}/steps/{step}', { step: done!.id });
    expect((await week()).happened[0]).toMatchObject({ undoneBy: 'Grace' });
  });

  test('an hour is held: read for, summed up, spoken at, closed and opened again', async () => {
    const at = { ...occasion, ...onClocks(new Date(Date.now() - 60_000)) };
    const { id: meeting } = await does<{ id: string }>('grace', 'POST /groups/{group}/meetings', {}, at);
    const one = { meeting };
    const nomination = await proposed('To sum up');
    await does('grace', 'POST /groups/{group}/meetings/{meeting}/agenda', one, { nomination });
    type View = {
      agenda: { id: string; paperId: string; summary: object | null }[];
      closedBy: string | null;
    };
    const view = () => does<View>('ada', 'GET /groups/{group}/meetings/{meeting}', one);
    const [{ id: item, paperId: paper } = { id: '', paperId: '' }] = (await view()).agenda;
    await does('emmy', 'PUT /papers/{paper}/reading', { paper }, { reading: 'read' });
    expect(await does('ada', 'GET /groups/{group}/meetings/{meeting}/readers', one)).toMatchObject({
      readers: [{ name: 'Emmy', reading: 'read' }]
    });
    await does('emmy', 'PUT /groups/{group}/agenda/{item}/summary', { item }, { text: 'It holds.' });
    expect((await view()).agenda[0]!.summary).toMatchObject({ text: 'It holds.', by: 'Emmy' });
    await does('emmy', 'PUT /groups/{group}/meetings/{meeting}/hand', one);
    const { accountId: account } = people.emmy;
    await does('ada', 'DELETE /groups/{group}/meetings/{meeting}/hands/{account}', { ...one, account });
    expect(await does('ada', 'GET /groups/{group}/turns')).toMatchObject({
      turns: expect.arrayContaining([expect.objectContaining({ name: 'Emmy' })]) as object[]
    });
    const fate = { fate: { [item]: 'queue' } };
    await does('ada', 'PUT /groups/{group}/meetings/{meeting}/closing', one, fate);
    expect(await view()).toMatchObject({ closedBy: 'Ada', agenda: [] });
    expect(await does('emmy', 'GET /groups/{group}/meetings/{meeting}/closing', one)).toMatchObject({
      carried: [{ paperId: paper, to: null }]
    });
    await does('ada', 'DELETE /groups/{group}/meetings/{meeting}/closing', one);
    expect(await view()).toMatchObject({ closedBy: null, agenda: [{ paperId: paper }] });
  });
}
