import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { account } from '#accounts/schema.ts';
import * as cycle from '#cycle/cycle.server.ts';
import { digest } from '#cycle/schema.ts';
import * as groups from '#groups/groups.server.ts';
import type { Member } from '#groups/groups.ts';
import { membership } from '#groups/schema.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { database } from '#platform/database.server.ts';
import * as mail from '#platform/mail.server.ts';
import * as queue from '#queue/queue.server.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';
import { outbox } from '../support/outbox.ts';
import { useSettings } from '../support/settings.ts';
import { MailServer, type Received } from '../support/smtp.ts';

const server = await MailServer.start();
useSettings({
  SMTP_URL: server.url,
  MAIL_FROM: 'Colloquy <colloquy@example.org>',
  ORIGIN: 'https://reading.example.org'
});
useDatabase();

afterAll(() => server.stop());

const hour = 3_600_000;
const day = 24 * hour;
let cast: Awaited<ReturnType<typeof fullGroup>>;
beforeEach(async () => {
  await database().execute(sql`truncate digest, mail, meeting cascade`);
  server.received.length = 0;
  cast = await fullGroup();
  await cycle.writeDigests();
});

const of = ({ accountId, groupId }: Member) =>
  and(eq(digest.accountId, accountId), eq(digest.groupId, groupId));
const rowOf = async (member: Member) => (await database().select().from(digest).where(of(member)))[0]!;
/** As if the next digest of the group's members were due now, about what came since an hour. */
const itIsTime = () =>
  database()
    .update(digest)
    .set({ dueAt: new Date(Date.now() - 1000), sinceAt: new Date(Date.now() - hour) })
    .where(eq(digest.groupId, cast.group.id));
const write = () => cycle.jobs.find(({ name }) => name === 'cycle.digests')!.run({});
const send = async () => {
  await mail.jobs[0]!.run({});
  return server.received.splice(0);
};
const emailOf = async ({ accountId }: Member) =>
  (await database().select().from(account).where(eq(account.id, accountId)))[0]!.email;
const to = async (member: Member, mails: Received[]) => {
  const email = await emailOf(member);
  return mails.filter((one) => one.to[0] === email).map(({ message }) => readable(message));
};
const readable = (message: string) => {
  const body = message.slice(message.indexOf('\r\n\r\n')).replace(/=\r\n/g, '');
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return (
    message.slice(0, message.indexOf('\r\n\r\n')) +
    Buffer.from(bytes, 'latin1').toString().replaceAll('\r', '')
  );
};
const proposed = async (title: string, by = cast.emmy) =>
  (await queue.nominate(by, await somePaper(title), '')).nominationId;
const asked = async () => {
  const nominationIds = [await proposed('A'), await proposed('B')];
  const closesAt = new Date(Date.now() + 2 * day);
  return meetings.askGroup(cast.grace, { title: 'What next?', nominationIds, closesAt, quorum: 1 });
};

test('a digest says what is new and what is asked of its reader, once, however many workers write', async () => {
  const { id } = await asked();
  const { date, time } = meetings.wallClock(new Date(Date.now() + 3 * day), cast.grace.timezone);
  const meetingId = (
    await meetings.arrange(cast.grace, { title: 'Extra', date, time, duration: 60, place: '' })
  ).id;
  await meetings.addToAgenda(cast.grace, meetingId, await proposed('To lead', cast.ada));
  await itIsTime();
  await Promise.all([write(), write(), write()]);
  await write();
  const mails = await send();
  expect(mails).toHaveLength(3);
  const [adas] = await to(cast.ada, mails);
  expect(adas).toContain(`What next?`);
  expect(adas).toContain(`https://reading.example.org/g/${cast.group.slug}/ballots/${id}`);
  expect(adas).toContain('You lead:\n• To lead');
  expect(adas).toContain('Proposed since the last digest:');
  expect(adas).toMatch(/List-Unsubscribe:\s+<https:\/\/reading\.example\.org\/unsubscribe\//);
  expect(adas).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
  const [emmys] = await to(cast.emmy, mails);
  expect(emmys).not.toContain('Proposed since');
  expect(await to(cast.kurt, mails)).toEqual([]);
  expect((await rowOf(cast.ada)).dueAt.getTime()).toBeGreaterThan(Date.now());
});

test('who has voted is not asked to, and without anything to say nothing is sent', async () => {
  await itIsTime();
  await write();
  expect(await send()).toEqual([]);
});

test('after weeks without power one digest comes, not one for each week', async () => {
  await asked();
  await database()
    .update(digest)
    .set({ dueAt: new Date(Date.now() - 30 * day), sinceAt: new Date(Date.now() - 37 * day) });
  await write();
  await write();
  expect(await to(cast.ada, await send())).toHaveLength(1);
});

test('it comes on Monday at eight on the reader’s own clocks, or every day, or never', async () => {
  const local = async (zone: string) => {
    const { date, time } = meetings.wallClock((await rowOf(cast.ada)).dueAt, zone);
    return { time, isMonday: new Date(`${date}T00:00Z`).getUTCDay() === 1 };
  };
  expect(await local('Europe/Berlin')).toEqual({ time: '08:00', isMonday: true });
  await database()
    .update(account)
    .set({ timezone: 'Australia/Lord_Howe' })
    .where(eq(account.id, cast.ada.accountId));
  await cycle.chooseOften(cast.ada, 'weekly');
  expect(await local('Australia/Lord_Howe')).toEqual({ time: '08:00', isMonday: true });
  await cycle.chooseOften(cast.ada, 'daily');
  expect(await cycle.oftenOf(cast.ada)).toBe('daily');
  expect((await local('Australia/Lord_Howe')).time).toBe('08:00');
  expect((await rowOf(cast.ada)).dueAt.getTime() - Date.now()).toBeLessThanOrEqual(day + hour);

  await groups.chooseMails(cast.ada, ['invitation']);
  await asked();
  await itIsTime();
  await write();
  expect(await to(cast.ada, await send())).toEqual([]);
});

test('one tap leaves the digest and nothing else', async () => {
  await asked();
  await itIsTime();
  await write();
  const [first] = await to(cast.emmy, await send());
  const word = /reading\.example\.org\/unsubscribe\/([\w.-]+)/.exec(first!)![1]!;
  await groups.unsubscribeBy(word, false);
  expect(await groups.mailsOf(cast.emmy)).not.toContain('digest');
  await itIsTime();
  await write();
  expect(await to(cast.emmy, await send())).toEqual([]);
});

test('it waits until quiet hours are over, and whoever left gets none', async () => {
  await asked();
  const timezone = 'UTC';
  const clock = (offset: number) => new Date(Date.now() + offset).toISOString().slice(11, 16);
  const { accountId } = cast.emmy;
  await groups.setQuiet({ id: accountId }, { from: clock(-hour), until: clock(hour), timezone });
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, cast.ada.membershipId));
  await itIsTime();
  await write();
  const mails = await send();
  expect(await to(cast.emmy, mails)).toEqual([]);
  expect(await to(cast.ada, mails)).toEqual([]);
  expect(await to(cast.grace, mails)).toHaveLength(1);
  expect((await outbox(10)).filter(({ sentAt }) => !sentAt)).toHaveLength(1);
});
