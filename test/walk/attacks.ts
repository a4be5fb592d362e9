import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import { covers, scopes, type Scope } from '#accounts/scopes.ts';
import { account } from '#accounts/schema.ts';
import { database } from '#platform/database.server.ts';
import { nomination } from '#queue/schema.ts';
import { password } from '../support/factories.ts';
import { addressOf, everythingThereIs, ground, hasDone, put } from './asking.ts';

/** What belongs to one group, by the names of a place. */
const ofOneGroup = [
  ...['nomination', 'secondNomination', 'ownNomination', 'ballot', 'meeting', 'earlier', 'item', 'ledItem'],
  ...['question', 'note', 'thread', 'comment', 'version', 'invitation', 'membership', 'request'],
  ...['secondRequest', 'webhook', 'queue', 'absence', 'offer', 'mine', 'account', 'otherAccount']
];

/** What somebody might try who knows the ids, the fields or the addresses of others. */
export function attacks(): void {
  test('whoever owns a group reaches into no other by its ids, in addresses, forms and the API', async () => {
    const { questions } = await everythingThereIs();
    const reached: string[] = [];
    let asked = 0;
    for (const question of questions.filter(({ route }) => route.includes('[group]'))) {
      const { places, apiPlaces, elsewhere } = ground.scene;
      const theirs = question.kind === 'operation' ? apiPlaces.owner : places.owner;
      const at = { ...theirs, group: elsewhere };
      const said = addressOf(question, at) + JSON.stringify(question.entry.body?.(at) ?? {});
      if (!ofOneGroup.some((name) => theirs[name] !== 'made-up' && said.includes(theirs[name]!))) continue;
      asked++;
      const answer = await put(question, 'stranger', at);
      if (hasDone(question, answer)) reached.push(`${question.name}: ${answer.status} ${answer.location}`);
    }
    expect(asked).toBeGreaterThan(100);
    expect(reached).toEqual([]);
  }, 60_000);

  test('a token does nothing outside its scopes, at any operation', async () => {
    const { questions } = await everythingThereIs();
    const [owner] = await database()
      .select({ email: account.email })
      .from(account)
      .where(eq(account.id, ground.scene.places.owner.account!));
    const tokens = new Map<Scope, string>();
    for (const scope of scopes) {
      const others = [...scopes].filter((other) => !covers([other], scope));
      const { token } = await accounts.createToken(owner!.email, scope, { scopes: others });
      tokens.set(scope, token);
    }
    const done: string[] = [];
    let asked = 0;
    for (const question of questions.filter(({ kind }) => kind === 'operation')) {
      const scope = question.declared?.scope;
      if (!scope) continue;
      asked++;
      const { status, body } = await put(question, 'owner', ground.scene.apiPlaces.owner, tokens.get(scope));
      if (status !== 403 || !body.includes(`lacks the scope ${scope}`))
        done.push(`${question.name}: ${status}`);
    }
    expect(asked).toBeGreaterThan(100);
    expect(done).toEqual([]);
  }, 60_000);

  test('a form takes the fields it has, and no others that its tables have', async () => {
    const { cookies, places } = ground.scene;
    const extra = {
      ...{ id: 'mine', operatorSince: '2020-01-01', operator_since: '2020-01-01', isOperator: 'true' },
      ...{ verified: 'true', emailVerifiedAt: '2020-01-01', email: 'other@example.org', role: 'owner' },
      ...{ accountId: places.owner.account!, groupId: 'other', pinnedAt: '2020-01-01', queueId: 'other' }
    };
    const send = (address: string, fields: Record<string, string>, cookie = '') =>
      fetch(ground.app.url + address, {
        ...{ method: 'POST', redirect: 'manual' as const, headers: { origin: ground.app.url, cookie } },
        body: new URLSearchParams({ ...extra, ...fields })
      });
    await send('/sign-up', { name: 'Mallory', email: 'mallory@example.org', password });
    const [made] = await database().select().from(account).where(eq(account.email, 'mallory@example.org'));
    expect(made).toMatchObject({ operatorSince: null, emailVerifiedAt: null });
    expect(made!.id).not.toBe('mine');
    const { group, paper, account: emmy } = places.member;
    await send('/settings?/name', { name: 'Emmy' }, cookies.member);
    const [renamed] = await database().select().from(account).where(eq(account.id, emmy!));
    expect(renamed).toMatchObject({ name: 'Emmy', operatorSince: null, emailVerifiedAt: null });
    expect(renamed!.email).not.toBe('other@example.org');
    await send(`/g/${group}/queue?/nominate`, { paper: paper! }, cookies.member);
    const [proposed] = await database().select().from(nomination).where(eq(nomination.paperId, paper!));
    expect(proposed).toMatchObject({ proposedBy: emmy, pinnedAt: null });
  });

  test('signing in and asking for a reset take the same words and the same work, whether an address is known or not', async () => {
    const [known] = await database()
      .select({ email: account.email })
      .from(account)
      .where(eq(account.id, ground.scene.places.member.account!));
    const ask = async (address: string, email: string) => {
      const answer = await fetch(ground.app.url + address, {
        ...{ method: 'POST', redirect: 'manual', headers: { origin: ground.app.url } },
        body: new URLSearchParams({ email, password: 'not the one they have' })
      });
      const words = (await answer.text())
        .replaceAll(email, '…')
        .replace(/nonce="[^"]*"|__sveltekit_\w+/g, '');
      return { status: answer.status, words, statements: Number(answer.headers.get('x-statements')) };
    };
    for (const address of ['/sign-in', '/reset']) {
      const [least, leastOther] = [Array<number>(), Array<number>()];
      for (let round = 0; round < 4; round++) {
        const one = await ask(address, known!.email);
        const other = await ask(address, 'nobody-at-all@example.org');
        expect([one.status, one.words]).toEqual([other.status, other.words]);
        least.push(one.statements);
        leastOther.push(other.statements);
      }
      // The process also works by itself now and then, which only adds.
      expect(Math.min(...least), address).toBe(Math.min(...leastOther));
    }
  });
}
