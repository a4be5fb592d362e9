import { expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import { Conflict, Invalid } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { password, visitor } from '../support/factories.ts';
import { outbox } from '../support/outbox.ts';
import { useSettings } from '../support/settings.ts';

useSettings({ SIGN_UP: 'example.org, example.edu' });
useDatabase();

test('by mail domain: one signs in once the address is confirmed', async () => {
  const ada = { name: 'Ada', email: 'ada@elsewhere.example', password };
  expect(await accounts.signUp(ada, false, visitor())).toHaveProperty('sessionId');

  const emmy = { name: 'Emmy', email: 'emmy@Example.edu', password };
  expect(await accounts.signUp(emmy, false, visitor())).toBeNull();
  await expect(accounts.signIn(emmy.email, password, visitor())).rejects.toThrow(Conflict);
  const { text } = (await outbox(10)).find(({ recipient }) => recipient === emmy.email)!;
  await accounts.confirm(/\/verify\/([\w-]+)/.exec(text)![1]!);
  expect(await accounts.signIn(emmy.email, password, visitor())).toHaveProperty('sessionId');
});

test('other domains are refused, also those that only look like it', async () => {
  for (const email of ['oscar@example.com', 'oscar@notexample.org', 'oscar@example.org.evil.example']) {
    await expect(accounts.signUp({ name: 'Oscar', email, password }, true, visitor())).rejects.toThrow(
      Invalid
    );
  }
});
