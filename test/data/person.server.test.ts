import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import * as data from '#data/data.server.ts';
import type { Member } from '#groups/groups.ts';
import { database } from '#platform/database.server.ts';
import { useDatabase } from '../support/database.ts';
import { livedGroup } from '../support/life.ts';

useDatabase();

async function accountOf({ accountId }: Member): Promise<Account> {
  const [found] = await database().select().from(account).where(eq(account.id, accountId));
  return { id: accountId, email: found!.email, name: found!.name, isOperator: false };
}

test('what is exported of a person is everything about them, and only about them', async () => {
  const lived = await livedGroup();
  const emmy = await accountOf(lived.emmy);
  await accounts.openSession(emmy.id, 'Firefox');
  const whole = await text(Readable.from(await data.exportPerson(emmy)));
  const { records, ...rest } = JSON.parse(whole);
  expect(rest.account).toMatchObject({ id: emmy.id, email: emmy.email });
  expect(records['nomination.proposed_by']).toMatchObject([{ pitch: 'Because of the sums.' }]);
  expect(records['vote.account_id']).toMatchObject([{ choice: { approved: [lived.first] } }]);
  expect(records['note_comment.account_id']).toMatchObject([{ text: 'Is that so?' }]);
  expect(records['note_version.created_by']).toMatchObject([{ name: 'First draft' }]);
  expect(records['session.account_id']).toMatchObject([{ user_agent: 'Firefox' }]);
  expect(records['membership.account_id']).toHaveLength(1);
  expect(records['interest.account_id']).toHaveLength(1);
  expect(rest.names.papers.map(({ title }: { title: string }) => title)).toEqual(
    expect.arrayContaining(['Attention, again', 'Another one'])
  );
  for (const other of [lived.ada, lived.grace, lived.kurt, lived.noether]) {
    expect(whole).not.toContain(other.accountId);
    expect(whole).not.toContain((await accountOf(other)).email);
  }
  expect(whole).not.toMatch(/argon2|hash|"payload"|Why not|Line 1/);
});

test('of notes it counts what somebody wrote', async () => {
  const lived = await livedGroup();
  const { notes } = JSON.parse(
    await text(Readable.from(await data.exportPerson(await accountOf(lived.noether))))
  );
  expect(notes).toMatchObject([{ noteId: lived.noteId, groupId: lived.group.id, edits: 1 }]);
});
