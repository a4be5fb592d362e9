import { expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import { session } from '#accounts/schema.ts';
import { database } from '#platform/database.server.ts';
import { Conflict, Invalid } from '../../src/failures.ts';
import { password, visitor } from '../support/factories.ts';
import { useDatabase } from '../support/database.ts';

useDatabase();

const ada = { name: 'Ada', email: 'ada@example.org', password };

test('the first account is the operator, and only the first', async () => {
  expect(await accounts.register(ada)).toMatchObject({ isOperator: true });
  const emmy = await accounts.register({ ...ada, name: 'Emmy', email: 'emmy@example.org' });
  expect(emmy).toMatchObject({ isOperator: false });
});

test('an address has one account, in whatever case it is written', async () => {
  await expect(accounts.register({ ...ada, email: 'ADA@example.org' })).rejects.toThrow(Conflict);
});

test('a session is found by its id, and the table holds only a digest of it', async () => {
  const { sessionId } = (await accounts.signIn('Ada@example.org', password, visitor())) as accounts.Entered;
  expect((await accounts.accountOfSession(sessionId))?.account).toMatchObject({
    name: 'Ada',
    isOperator: true
  });
  const kept = await database().select().from(session);
  expect(JSON.stringify(kept)).not.toContain(sessionId);
});

test('a session that was signed out is nobody’s', async () => {
  const { sessionId } = (await accounts.signIn(ada.email, password, visitor())) as accounts.Entered;
  await accounts.signOut(sessionId);
  expect(await accounts.accountOfSession(sessionId)).toBeNull();
});

test('a wrong password and an unknown address are refused in the same words', async () => {
  const wrong = await accounts
    .signIn(ada.email, 'not the password', visitor())
    .catch((failure: Invalid) => failure);
  const unknown = await accounts
    .signIn('nobody@example.org', password, visitor())
    .catch((failure: Invalid) => failure);
  expect(wrong).toBeInstanceOf(Invalid);
  expect((wrong as Invalid).message).toBe((unknown as Invalid).message);
});

test('a bearer token finds its account', async () => {
  const { token } = await accounts.createToken(ada.email, 'test');
  expect(await accounts.bearerOf(token)).toMatchObject({ account: { name: 'Ada' } });
  expect(await accounts.bearerOf(`${token}x`)).toBeNull();
});
