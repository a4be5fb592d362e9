import { expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import * as ballots from '#ballots/ballots.server.ts';
import * as groups from '#groups/groups.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as papers from '#papers/papers.server.ts';
import * as queue from '#queue/queue.server.ts';
import { TooMany } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, visitor, password, somePaper } from '../support/factories.ts';

useDatabase();

/** Does it until it is refused. @returns how often it went through, and the refusal */
async function untilRefused(act: (n: number) => Promise<unknown>, most = 1_000) {
  for (let n = 0; n < most; n++) {
    const refusal = await act(n).then(
      () => null,
      (failure: unknown) => failure
    );
    if (refusal instanceof TooMany) return { times: n, refusal };
  }
  throw new Error('It is not limited.');
}

test('what one account does too often is refused with a sentence and how long to wait, and nobody else’s is', async () => {
  const { ada, emmy, grace } = await fullGroup();
  const ids: string[] = [];
  for (const title of ['One', 'Another'])
    ids.push((await queue.nominate(emmy, await somePaper(title), '')).nominationId);
  const closesAt = new Date(Date.now() + 3_600_000);
  const { id } = await meetings.askGroup(grace, { title: 'Which?', nominationIds: ids, closesAt, quorum: 0 });
  const limited = [
    await untilRefused((n) => ballots.cast(emmy, id, [ids[n % 2]!])),
    await untilRefused(() => papers.countPaste(emmy.accountId)),
    await untilRefused(() => groups.invite(grace, { role: 'guest', days: 1, maxUses: 1 }))
  ];
  expect(limited.map(({ times }) => times)).toEqual([300, 60, 100]);
  for (const { refusal } of limited) {
    expect(refusal.message).toMatch(/\. .*Try again in (\d+ (seconds|minutes)|a second)\.$/);
    expect(refusal.retryAfter).toBeGreaterThan(0);
  }
  await ballots.cast(ada, id, [ids[0]!]);
  await papers.countPaste(ada.accountId);
  await groups.invite(ada, { role: 'guest', days: 1, maxUses: 1 });
});

test('somebody else’s guessing keeps nobody out of a browser they have used', async () => {
  const { ada } = await fullGroup();
  const { email } = (await accounts.accountOfSession(
    (await accounts.openSession(ada.accountId, 'test')).sessionId
  ))!.account;
  const entered = await accounts.signIn(email, password, visitor());
  if (!('device' in entered)) throw new Error('A second factor was asked for.');
  await untilRefused((n) => accounts.signIn(email, `wrong ${n}`, visitor()), 30);
  expect(await accounts.signIn(email, password, visitor({ device: entered.device }))).toHaveProperty(
    'sessionId'
  );
});
