import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import * as ballots from '#ballots/ballots.server.ts';
import { vote } from '#ballots/schema.ts';
import * as data from '#data/data.server.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { group, membership } from '#groups/schema.ts';
import * as comments from '#notes/comments.server.ts';
import { check } from '#notes/log.server.ts';
import * as versions from '#notes/versions.server.ts';
import { database } from '#platform/database.server.ts';
import { Conflict, Forbidden } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { password, person, visitor } from '../support/factories.ts';
import { livedGroup } from '../support/life.ts';
import { outbox } from '../support/outbox.ts';

useDatabase();

const days = (number: number) => new Date(Date.now() + number * 24 * 3_600_000);
const lettersTo = async (email: string) =>
  (await outbox(200)).filter(({ recipient }) => recipient === email).map(({ subject }) => subject);

async function accountOf({ accountId }: Member): Promise<Account> {
  const [found] = await database().select().from(account).where(eq(account.id, accountId));
  return { id: accountId, email: found!.email, name: found!.name, isOperator: false };
}

let lived: Awaited<ReturnType<typeof livedGroup>>;
let emmy: Account;

beforeEach(async () => {
  lived = await livedGroup();
  emmy = await accountOf(lived.emmy);
});

describe('whoever asks for their account to be deleted', () => {
  test('is signed out at once, told by mail, and comes back by signing in within two weeks', async () => {
    const { sessionId } = await accounts.openSession(emmy.id, 'Firefox');
    const { token } = await accounts.createToken(emmy.email, 'script');
    await data.askForDeletion(emmy);
    expect(await accounts.accountOfSession(sessionId)).toBeNull();
    expect(await accounts.bearerOf(token)).toBeNull();
    await data.deleteDue(days(13));
    await accounts.signIn(emmy.email, password, visitor());
    await data.deleteDue(days(15));
    expect(await accounts.bearerOf(token)).toMatchObject({ account: { id: emmy.id } });
    expect(await lettersTo(emmy.email)).toEqual(
      expect.arrayContaining(['Your account will be deleted', 'Your account has changed'])
    );
  });

  test('is gone after two weeks: their name from pitches, comments and history, their votes but for the counts', async () => {
    await data.askForDeletion(emmy);
    // Two workers at once, and one that comes later: it happens once.
    await Promise.all([data.deleteDue(days(15)), data.deleteDue(days(15))]);
    await data.deleteDue(days(16));

    const seen = JSON.stringify([
      await versions.list(lived.ada, lived.noteId),
      await comments.threads(lived.ada, lived.noteId),
      await ballots.view(lived.ada, lived.ballotId),
      await groups.people(lived.ada)
    ]);
    expect(seen).not.toContain('Emmy');
    expect(seen).toContain('Is that so?');
    expect(seen).toContain('Because of the sums.');
    expect(seen).toContain('someone who left');
    const votes = await database().select().from(vote).where(eq(vote.ballotId, lived.ballotId));
    expect(votes.map(({ accountId }) => accountId)).toEqual([lived.ada.accountId]);
    expect(await ballots.view(lived.ada, lived.ballotId)).toMatchObject({ voted: 2, result: { votes: 2 } });
    expect(await everyMentionOf(emmy.email)).toEqual([]);
    expect((await check()).faults).toEqual([]);
    await expect(accounts.signIn(emmy.email, password, visitor())).rejects.toThrow(/do not belong together/);
    // The address is free for somebody new.
    await accounts.register({ name: 'Emmy', email: emmy.email, password });
  });

  test('must hand over what nobody else owns, or delete it, first', async () => {
    const ada = await accountOf(lived.ada);
    await expect(data.askForDeletion(ada)).rejects.toThrow(/only owner of Grokking club/);
    await database()
      .update(membership)
      .set({ role: 'owner' })
      .where(eq(membership.id, lived.grace.membershipId));
    await data.askForDeletion(ada);
    // Who is about to go is no owner to rely on.
    await expect(groups.leave({ ...lived.grace, role: 'owner' })).rejects.toThrow(Conflict);
    await expect(data.askForDeletion(await accountOf(lived.grace))).rejects.toThrow(/only owner/);
  });

  test('must not be the last who runs the place', async () => {
    const operator = { ...(await person('Hedy')), isOperator: true };
    await database().update(account).set({ operatorSince: null });
    await database().update(account).set({ operatorSince: new Date() }).where(eq(account.id, operator.id));
    await expect(data.askForDeletion(operator)).rejects.toThrow(/Nobody else runs this place/);
    await database().update(account).set({ operatorSince: new Date() }).where(eq(account.id, emmy.id));
    await data.askForDeletion(operator);
  });
});

describe('a group that is to be deleted', () => {
  test('is kept when an owner says so within two weeks, and everyone is told both times', async () => {
    await expect(groups.askForDeletion(lived.grace)).rejects.toThrow(Forbidden);
    await groups.askForDeletion(lived.ada);
    await groups.askForDeletion(lived.ada);
    expect((await groups.enter(emmy, lived.group.slug)).deletionDueAt).toBeInstanceOf(Date);
    await groups.keepAfterAll(lived.ada);
    await groups.deleteDue(days(15));
    expect(await groups.enter(emmy, lived.group.slug)).toMatchObject({ deletionDueAt: null });
    const told = (await lettersTo(emmy.email)).filter((subject) => !subject.includes('you lead'));
    expect(told.sort()).toEqual(['Grokking club stays', 'Grokking club will be deleted']);
  });

  test('is gone after two weeks with all that was in it, and nothing else is', async () => {
    const other = await livedGroup();
    await groups.askForDeletion(lived.ada);
    await groups.deleteDue(days(13));
    expect(await database().$count(group, eq(group.id, lived.group.id))).toBe(1);
    await Promise.all([groups.deleteDue(days(15)), groups.deleteDue(days(15))]);
    for (const table of ['note', 'ballot', 'meeting', 'queue', 'membership'])
      expect(await rowsOf(table, lived.group.id)).toBe(0);
    expect(await rowsOf('note', other.group.id)).toBe(1);
    expect((await check()).faults).toEqual([]);
    expect(await accounts.accountOfSession('none')).toBeNull();
  });
});

async function rowsOf(table: string, groupId: string): Promise<number> {
  const [found] = await database().execute<{ count: number }>(
    sql`select count(*)::int as count from ${sql.identifier(table)} where group_id = ${groupId}`
  );
  return found!.count;
}

/** Tables in which a text stands anywhere. */
async function everyMentionOf(words: string): Promise<string[]> {
  const tables = await database().execute<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database().execute(
      sql`select 1 from ${sql.identifier(name)} t where to_jsonb(t)::text like ${`%${words}%`} limit 1`
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
