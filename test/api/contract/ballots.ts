import { expect, test } from 'vitest';
import type { Client } from 'openapi-fetch';
import type { paths } from '../schema.d.ts';
import { api, inGroup, must, occasion, people, proposed } from './harness.ts';

/** Ballots, and where what they chose goes. */
export function ballots(): void {
  test('a ballot: opened, voted on in secret, closed onto the agenda, where leads are found', async () => {
    const { id: meeting } = must(
      await api.grace.POST('/groups/{group}/meetings', { ...inGroup(), body: occasion })
    );
    const nomination = [await proposed('Winning'), await proposed('Losing')];
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const opening = {
      title: 'Next',
      nomination,
      closesAt: at(60),
      opensAt: at(30),
      method: 'score' as const,
      top: 3
    };
    const { id: ballot } = must(
      await api.grace.POST('/groups/{group}/ballots', { ...inGroup(), body: opening })
    );
    const one = inGroup({ ballot });
    must(await api.grace.POST('/groups/{group}/ballots/{ballot}/opening', one));
    const lead = inGroup({ ballot, nomination: nomination[0]! });
    must(await api.ada.PUT('/groups/{group}/ballots/{ballot}/options/{nomination}/lead', lead));
    must(await api.ada.DELETE('/groups/{group}/ballots/{ballot}/options/{nomination}/lead', lead));
    const marks = { [nomination[0]!]: 3 };
    must(await api.emmy.PUT('/groups/{group}/ballots/{ballot}/vote', { ...one, body: { marks } }));
    expect(must(await api.emmy.GET('/groups/{group}/ballots/{ballot}', one)).mine).toEqual(marks);
    const unvoted = must(await api.ada.GET('/groups/{group}/ballots/{ballot}', one));
    expect(unvoted).toMatchObject({ mine: null, tally: null, voters: ['Emmy'] });
    expect(JSON.stringify(unvoted)).not.toContain('"points"');
    const closing = must(await api.grace.POST('/groups/{group}/ballots/{ballot}/closing', one));
    expect(closing).toEqual({ winners: [nomination[0]], meetingId: meeting, already: false });
    expect(must(await api.ada.GET('/groups/{group}/ballots', inGroup())).ballots).toHaveLength(1);

    must(
      await api.grace.POST('/groups/{group}/meetings/{meeting}/agenda', {
        ...inGroup({ meeting }),
        body: { nomination: nomination[1]! }
      })
    );
    const { agenda } = must(await api.ada.GET('/groups/{group}/meetings/{meeting}', inGroup({ meeting })));
    expect(agenda.map(({ title }) => title)).toEqual(['Winning', 'Losing']);
    const item = agenda[0]!.id;
    const led = inGroup({ item });
    const leadBy = (
      who: Client<paths>,
      body: { by: 'offer' | 'turn' | 'lot' } | { by: 'organiser'; accountId: string | null }
    ) => who.PUT('/groups/{group}/agenda/{item}/lead', { ...led, body });
    must(await leadBy(api.grace, { by: 'organiser', accountId: null }));
    must(await leadBy(api.grace, { by: 'turn' }));
    must(await leadBy(api.grace, { by: 'lot' }));
    must(await leadBy(api.grace, { by: 'organiser', accountId: people.emmy.accountId }));
    must(
      await api.emmy.POST('/groups/{group}/agenda/{item}/swap', {
        ...led,
        body: { accountId: people.ada.accountId }
      })
    );
    const [swap] = must(await api.ada.GET('/groups/{group}/swaps', inGroup())).swaps;
    must(await api.ada.DELETE('/groups/{group}/swaps/{swap}', inGroup({ swap: swap!.id })));
    must(
      await api.emmy.POST('/groups/{group}/agenda/{item}/swap', {
        ...led,
        body: { accountId: people.ada.accountId }
      })
    );
    const [again] = must(await api.ada.GET('/groups/{group}/swaps', inGroup())).swaps;
    must(
      await api.ada.PUT('/groups/{group}/swaps/{swap}', {
        ...inGroup({ swap: again!.id }),
        body: { accept: true }
      })
    );
    must(await api.ada.DELETE('/groups/{group}/agenda/{item}/lead', led));
    must(await leadBy(api.emmy, { by: 'offer' }));
    must(await api.emmy.PATCH('/groups/{group}/agenda/{item}', { ...led, body: { minutes: 25 } }));
    must(await api.grace.DELETE('/groups/{group}/agenda/{item}', inGroup({ item: agenda[1]!.id })));
  });
}
