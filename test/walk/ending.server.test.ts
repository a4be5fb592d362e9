import { expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { GET } from '#routes/g/[group]/live/+server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup } from '../support/factories.ts';

useDatabase();

/** Somebody's open page: what it hears, until it hears no more. */
async function listen(member: Member) {
  const { sessionId } = await accounts.openSession(member.accountId, 'test');
  const { account } = (await accounts.accountOfSession(sessionId))!;
  const enter = () => groups.enter(account, member.groupSlug);
  const event = { params: { group: member.groupSlug }, locals: { account, sessionId, enter } };
  const response = await GET(event as unknown as Parameters<typeof GET>[0]);
  const heard = response.text();
  return { sessionId, account, heard, status: response.status };
}

test('an open page hears no more once its reader is removed', async () => {
  const { ada, emmy } = await fullGroup();
  const page = await listen(emmy);
  await groups.remove(ada, emmy.membershipId);
  expect(await page.heard).toContain('data: members');
});

test('nor once they are signed out, here or from elsewhere', async () => {
  const { emmy, kurt } = await fullGroup();
  const [mine, other, theirs] = [await listen(emmy), await listen(emmy), await listen(kurt)];
  await accounts.signOut(mine.sessionId);
  await mine.heard;
  const { sessionId } = await accounts.openSession(emmy.accountId, 'test');
  await accounts.endOtherSessions(other.account, sessionId);
  await other.heard;
  await accounts.endSessionsOf(theirs.account.email);
  await theirs.heard;
  expect(await accounts.accountOfSession(theirs.sessionId)).toBeNull();
});

test('whoever is still here goes on hearing', async () => {
  const { ada, emmy, kurt } = await fullGroup();
  const page = await listen(kurt);
  await groups.changeRole(ada, kurt.membershipId, 'member');
  await groups.remove(ada, emmy.membershipId);
  const over = await Promise.race([page.heard.then(() => true), groups.people(ada).then(() => false)]);
  expect(over).toBe(false);
  await accounts.signOut(page.sessionId);
  expect((await page.heard).match(/data: members/g)!.length).toBeGreaterThanOrEqual(2);
});
