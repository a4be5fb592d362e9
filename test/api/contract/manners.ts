import { expect, test } from 'vitest';
import { fullGroup } from '../../support/factories.ts';
import { group, ask, people, proposed, tokenOf } from './harness.ts';

/** What holds for every operation. */
export function manners(): void {
  test('a token does what its scopes say, and nothing once it is over', async () => {
    const reader = await tokenOf(people.ada, { scopes: ['queue:read'] });
    expect((await ask(reader, `/groups/${group}/queue`)).status).toBe(200);
    const refused = await ask(reader, `/groups/${group}/queue`, {
      method: 'POST',
      body: '{"paper":"2310.06110"}'
    });
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { detail: 'This token lacks the scope queue:write.' }
    ]);
    expect((await ask(reader, `/groups/${group}/ballots`)).status).toBe(403);
    const over = await tokenOf(people.ada, { days: -1 });
    expect((await ask(over, '/me')).status).toBe(401);
    expect((await ask('', '/me')).headers.get('www-authenticate')).toBe('Bearer');
  });

  test('what has not changed is not sent again, and what has is not written over', async () => {
    const token = await tokenOf(people.emmy);
    const at = `/groups/${group}/queue/${await proposed('On tags')}`;
    const etag = (await ask(token, at)).headers.get('etag')!;
    expect((await ask(token, at, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const { ada: stranger } = await fullGroup();
    const asked = { headers: { 'if-none-match': etag } };
    expect((await ask(await tokenOf(stranger), at, asked)).status).toBe(404);
    expect((await ask('', at, asked)).status).toBe(401);
    const write = (pitch: string) =>
      ask(token, at, { method: 'PATCH', headers: { 'if-match': etag }, body: JSON.stringify({ pitch }) });
    expect((await write('First.')).status).toBe(204);
    expect((await write('Second.')).status).toBe(412);
    expect(await (await ask(token, at)).json()).toMatchObject({ pitch: 'First.' });
  });

  test('a request with a key happens once, however often it is sent', async () => {
    const token = await tokenOf(people.ada);
    const make = (name: string, key: string) =>
      ask(token, '/groups', {
        method: 'POST',
        headers: { 'idempotency-key': key },
        body: JSON.stringify({ name })
      });
    const answers = await Promise.all(Array.from({ length: 5 }, () => make('Once', 'k1')));
    const made = answers.filter(({ status }) => status === 201);
    expect(answers.filter(({ status }) => status !== 201).every(({ status }) => status === 409)).toBe(true);
    const { slug } = (await made[0]!.json()) as { slug: string };
    const again = await make('Once', 'k1');
    expect([again.status, again.headers.get('idempotent-replayed'), await again.json()]).toEqual([
      201,
      'true',
      { slug }
    ]);
    expect((await make('Twice', 'k1')).status).toBe(422);
    const { groups } = (await (await ask(token, '/groups')).json()) as { groups: { name: string }[] };
    expect(groups.filter(({ name }) => name === 'Once')).toHaveLength(1);
  });

  test('refusals are problems: what is unknown, unreadable or too long', async () => {
    const token = await tokenOf(people.ada);
    const problem = async (response: Response) => {
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      return ((await response.json()) as { status: number }).status;
    };
    expect(await problem(await ask(token, '/nowhere'))).toBe(404);
    expect(await problem(await ask(token, '/groups/none/queue'))).toBe(404);
    expect(await problem(await ask(token, '/groups', { method: 'POST', body: '{' }))).toBe(422);
    const long = JSON.stringify({ name: 'x'.repeat(70_000) });
    expect(await problem(await ask(token, '/groups', { method: 'POST', body: long }))).toBe(413);
    expect(await problem(await ask(token, '/feed?date=2026-06-12&cursor=zz'))).toBe(422);
    const answer = await ask(token, '/me');
    expect(answer.headers.get('ratelimit-policy')).toBe('"api";q=1200;w=60');
    expect(answer.headers.get('ratelimit')).toMatch(/^"api";r=\d+;t=\d+$/);
  });

  test('of two who write on what both have read, one wins and the other is told', async () => {
    const token = await tokenOf(people.emmy);
    const at = `/groups/${group}/queue/${await proposed('On races')}`;
    const outcomes = new Set<string>();
    for (let round = 0; round < 25; round++) {
      const etag = (await ask(token, at)).headers.get('etag')!;
      const write = (pitch: string) =>
        ask(token, at, { method: 'PATCH', headers: { 'if-match': etag }, body: JSON.stringify({ pitch }) });
      const both = await Promise.all([write(`Left ${round}`), write(`Right ${round}`)]);
      outcomes.add(
        both
          .map(({ status }) => status)
          .sort()
          .join()
      );
      const kept = both[0]!.status === 204 ? 'Left' : 'Right';
      expect(await (await ask(token, at)).json()).toMatchObject({ pitch: `${kept} ${round}` });
    }
    expect([...outcomes]).toEqual(['204,412']);
  });

  test('a method that is not there is told as a problem, with those that are', async () => {
    const answer = await ask(await tokenOf(people.ada), '/me', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([405, 'application/problem+json']);
    expect(answer.headers.get('allow')?.split(/, */)).toContain('GET');
    expect(await answer.json()).toMatchObject({ status: 405, title: 'Method Not Allowed' });
  });
}
