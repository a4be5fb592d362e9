import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { database, transaction } from '#platform/database.server.ts';
import { jobs, post } from '#platform/mail.server.ts';
import { mailsOf, mailStates } from '#platform/outbox.server.ts';
import { mail } from '#platform/schema.ts';
import { useDatabase } from '../support/database.ts';
import { outbox } from '../support/outbox.ts';
import { useSettings } from '../support/settings.ts';
import { MailServer } from '../support/smtp.ts';

const server = await MailServer.start();
useSettings({ SMTP_URL: server.url, MAIL_FROM: 'Colloquy <colloquy@example.org>' });
useDatabase();

afterAll(() => server.stop());

const sendDue = () => jobs[0]!.run({});
const letter = { recipient: 'ada@example.org', subject: 'Grüße', text: 'The ballot closes at six.' };
const stateOf = async (recipient: string) => (await outbox(50)).find((one) => one.recipient === recipient)!;

test('a letter arrives once, with its headers, however many processes send', async () => {
  await transaction((tx) => post(tx, { ...letter, headers: { 'List-Id': 'reading' } }));
  await Promise.all([sendDue(), sendDue(), sendDue()]);
  expect(server.received).toHaveLength(1);
  const { message, ...envelope } = server.received[0]!;
  expect(envelope).toEqual({ from: 'colloquy@example.org', to: ['ada@example.org'] });
  expect(message).toMatch(/^List-ID: reading$/im);
  expect(message).toContain('The ballot closes at six.');
  expect((await stateOf('ada@example.org')).sentAt).not.toBeNull();
});

test('where a mail server is set an operator sees what goes out to whom, and not what it says', async () => {
  await transaction((tx) => post(tx, { ...letter, at: new Date(Date.now() + 3_600_000) }));
  const [waiting] = (await mailsOf('waiting', null)).found;
  expect(waiting).toMatchObject({ recipient: letter.recipient, subject: letter.subject });
  for (const state of mailStates)
    for (const { text } of (await mailsOf(state, null)).found) expect(text).toBeNull();
});

test('a letter whose transaction fails is never written', async () => {
  const failing = transaction(async (tx) => {
    await post(tx, { ...letter, recipient: 'never@example.org' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await stateOf('never@example.org')).toBeUndefined();
});

test('of letters with one name only the first is written', async () => {
  const reminder = { ...letter, recipient: 'once@example.org', once: 'reminder:1' };
  await Promise.all([1, 2, 3].map(() => transaction((tx) => post(tx, reminder))));
  await sendDue();
  expect(server.received.filter(({ to }) => to.includes('once@example.org'))).toHaveLength(1);
});

test('what a server puts off is tried again later, and what it refuses for good is not', async () => {
  server.refused.set('busy@example.org', 451).set('gone@example.org', 550);
  await transaction((tx) => post(tx, { ...letter, recipient: 'busy@example.org' }));
  await transaction((tx) => post(tx, { ...letter, recipient: 'gone@example.org' }));
  await sendDue();
  expect(await stateOf('busy@example.org')).toMatchObject({ attempts: 1, abandonedAt: null, sentAt: null });
  expect((await stateOf('gone@example.org')).abandonedAt).not.toBeNull();
  server.refused.clear();
  await database().update(mail).set({ dueAt: new Date() }).where(eq(mail.recipient, 'busy@example.org'));
  await sendDue();
  expect(await stateOf('busy@example.org')).toMatchObject({ attempts: 2, failure: null });
  expect(server.received.filter(({ to }) => to.includes('busy@example.org'))).toHaveLength(1);
});

test('a line break in a subject adds no header', async () => {
  await transaction((tx) =>
    post(tx, { ...letter, recipient: 'hostile@example.org', subject: 'Hello\r\nBcc: all@example.org' })
  );
  await sendDue();
  const got = server.received.find(({ to }) => to.includes('hostile@example.org'))!;
  expect(got.message).not.toMatch(/^Bcc:/m);
});
