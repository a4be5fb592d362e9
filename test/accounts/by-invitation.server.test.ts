import { expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import { Forbidden } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { password, visitor } from '../support/factories.ts';
import { useSettings } from '../support/settings.ts';

useSettings({ SIGN_UP: 'invitation' });
useDatabase();

const newcomer = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org`, password });

test('by invitation: the first one may sign up, then whoever holds an invitation', async () => {
  const strangers = await Promise.allSettled(
    ['Ada', 'Oscar'].map((name) => accounts.signUp(newcomer(name), false, visitor()))
  );
  expect(strangers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(accounts.signUp(newcomer('Mallory'), false, visitor())).rejects.toThrow(Forbidden);
  expect(await accounts.signUp(newcomer('Emmy'), true, visitor())).toHaveProperty('sessionId');
});

test('whoever may not come in does not learn who is here', async () => {
  await expect(accounts.signUp(newcomer('Emmy'), false, visitor())).rejects.toThrow(Forbidden);
});
