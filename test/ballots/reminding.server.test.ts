import { eq, like } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import type { Opening } from '#ballots/ballots.ts';
import { ballot } from '#ballots/schema.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import { wallClock } from '#meetings/meetings.server.ts';
import * as groups from '#groups/groups.server.ts';
import { database, driver, transaction } from '#platform/database.server.ts';
import { mail } from '#platform/schema.ts';
import * as queue from '#queue/queue.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import { useSettings } from '../support/settings.ts';

useSettings({ ORIGIN: 'https://read.example.org' });
useDatabase();

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour);

let cast: Awaited<ReturnType<typeof fullGroup>>;
let a: string, b: string;
beforeEach(async () => {
  cast = await fullGroup();
  [a, b] = [await proposed('A'), await proposed('B')];
});

const proposed = async (title: string) =>
  (await queue.nominate(cast.emmy, await somePaper(title), '')).nominationId;
const opened = async (changes: Partial<Opening> = {}) =>
  (
    await ballots.open(cast.grace, {
      title: 'What\r\nnext?',
      nominationIds: [a, b],
      closesAt: inHours(26),
      remindsAt: inHours(2),
      quorum: 1,
      ...changes
    })
  ).id;
const letters = (id: string) =>
  database()
    .select({ recipient: mail.recipient, subject: mail.subject, text: mail.text })
    .from(mail)
    .where(like(mail.once, `%${id}%`));
const reminded = async (id: string) => (await letters(id)).map(({ recipient }) => recipient).sort();
const addressOf = async ({ accountId }: Member) =>
  (await database().select({ email: account.email }).from(account).where(eq(account.id, accountId)))[0]!
    .email;
const addresses = async (...members: Member[]) => (await Promise.all(members.map(addressOf))).sort();

test('at its time, who may vote and has not gets one mail that leads to the ballot', async () => {
  const id = await opened();
  await ballots.cast(cast.emmy, id, [a]);
  await ballots.remindDue(inHours(1));
  expect(await reminded(id)).toEqual([]);
  await ballots.remindDue(inHours(3));
  expect(await reminded(id)).toEqual(await addresses(cast.ada, cast.grace));
  const [letter] = await letters(id);
  expect(letter!.subject).toBe('Grokking club: your vote is still open for “What next?”');
  expect(letter!.text).toContain(`https://read.example.org/g/${cast.group.slug}/ballots/${id}`);
  expect(letter!.text).not.toContain('Emmy');
});

test('one mail for each person and ballot, however many instances try and however often', async () => {
  const id = await opened();
  await Promise.all([1, 2, 3, 4].map(() => ballots.remindDue(inHours(3))));
  await ballots.remindDue(inHours(4));
  expect(await reminded(id)).toEqual(await addresses(cast.ada, cast.grace, cast.emmy));
  await database().update(ballot).set({ remindedAt: null }).where(eq(ballot.id, id));
  await ballots.remindDue(inHours(5));
  expect(await reminded(id)).toHaveLength(3);
});

test('a reminder waits out quiet hours, and does not come to those who want none', async () => {
  await opened();
  const clockIn = (hours: number) => wallClock(inHours(hours), 'UTC').time;
  await groups.setQuiet(
    { id: cast.ada.accountId },
    {
      ...{ from: clockIn(2), until: clockIn(8) },
      timezone: 'UTC'
    }
  );
  await ballots.remindDue(inHours(3));
  const [waiting] = await database()
    .select()
    .from(mail)
    .where(eq(mail.recipient, await addressOf(cast.ada)));
  expect(waiting!.dueAt.getTime()).toBeGreaterThan(inHours(7).getTime());
  const [, word] = /unsubscribe\/([\w.-]+)/.exec(waiting!.text)!;
  await groups.unsubscribeBy(word!, false);
  const next = await opened();
  await ballots.remindDue(inHours(3));
  expect(await reminded(next)).toEqual(await addresses(cast.grace, cast.emmy));
});

test('who left the group, or only reads, gets none', async () => {
  const id = await opened();
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, cast.emmy.membershipId));
  await ballots.remindDue(inHours(3));
  expect(await reminded(id)).toEqual(await addresses(cast.ada, cast.grace));
});

test('a ballot that is closed, over or not open yet reminds nobody', async () => {
  const closed = await opened();
  await transaction((tx) => ballots.close(tx, closed, new Date()));
  const over = await opened();
  const toCome = await opened({ opensAt: inHours(1) });
  await database()
    .update(ballot)
    .set({ opensAt: inHours(8) })
    .where(eq(ballot.id, toCome));
  await ballots.remindDue(inHours(3));
  expect(await reminded(closed)).toEqual([]);
  expect(await reminded(toCome)).toEqual([]);
  const late = await opened();
  await ballots.remindDue(inHours(27));
  expect(await reminded(late)).toEqual([]);
  expect(await reminded(over)).toHaveLength(3);
});

test('no reminder is planned for a moment before the ballot opens', async () => {
  const id = await opened({ remindsAt: inHours(-1) });
  expect((await ballots.view(cast.ada, id)).remindsAt).toBeNull();
  const toCome = await opened({ opensAt: inHours(4) });
  expect((await ballots.view(cast.ada, toCome)).remindsAt).toBeNull();
});

test('opening and reminder are asked for at their times', async () => {
  const id = await opened({ opensAt: inHours(1) });
  const jobs = await driver()`select name from pgboss.job where singleton_key = ${id} order by name`;
  expect(jobs.map(({ name }) => name)).toEqual(['ballot.opened', 'ballot.remind']);
});
