import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { account } from '#accounts/schema.ts';
import * as groups from '#groups/groups.server.ts';
import { largestLogs } from '#notes/log.server.ts';
import { database, driver, transaction } from '#platform/database.server.ts';
import { jobsOf } from '#platform/job-list.server.ts';
import { requestJob, retryJob } from '#platform/jobs.server.ts';
import { post } from '#platform/mail.server.ts';
import { drop, mailsOf, tryAgain } from '#platform/outbox.server.ts';
import { storage } from '#platform/storage.server.ts';
import { Conflict, Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, password, person, visitor } from '../support/factories.ts';
import { someNote } from '../support/notes.ts';

useDatabase();

let hedy: Account, oscar: Account;

beforeAll(async () => {
  hedy = { ...(await person('Hedy')), isOperator: true };
  oscar = { ...(await person('Oscar')), isOperator: false };
});

test('whoever is suspended is out at once, comes in by no way, and comes in again when let in', async () => {
  const { sessionId } = await accounts.openSession(oscar.id, 'Firefox');
  const { token } = await accounts.createToken(oscar.email, 'script');
  await accounts.suspend(hedy, oscar.id);
  expect(await accounts.accountOfSession(sessionId)).toBeNull();
  expect(await accounts.accountOfToken(token)).toBeNull();
  const again = accounts.signIn(oscar.email, password, visitor());
  await expect(again).rejects.toThrow(/suspended/);
  await expect(again).rejects.toBeInstanceOf(Forbidden);
  // A session that slipped in between does not hold either.
  const { sessionId: slipped } = await accounts.openSession(oscar.id, 'Firefox');
  expect(await accounts.accountOfSession(slipped)).toBeNull();
  await accounts.reactivate(hedy, oscar.id);
  await accounts.signIn(oscar.email, password, visitor());
  await expect(accounts.suspend(hedy, hedy.id)).rejects.toThrow(Conflict);
});

test('what operators do is refused to everyone else, and written down', async () => {
  const { group } = await fullGroup();
  for (const refused of [
    () => accounts.list(oscar, '', null),
    () => accounts.suspend(oscar, hedy.id),
    () => accounts.reactivate(oscar, hedy.id),
    () => accounts.sendReset(oscar, hedy.id),
    () => groups.listAll(oscar, '', null),
    () => groups.orderDeletion(oscar, group.id),
    () => groups.callOffDeletion(oscar, group.id)
  ])
    await expect(refused()).rejects.toThrow(NotFound);
  await groups.orderDeletion(hedy, group.id);
  await groups.callOffDeletion(hedy, group.id);
  await accounts.sendReset(hedy, oscar.id);
  const { acts } = await accounts.actsHere(hedy, { subject: null, page: 1 });
  expect(acts.slice(0, 3).map(({ by, says }) => `${by} ${says}`)).toEqual([
    'Hedy changed the account of Oscar: sent a link for a new password',
    'Hedy called off the deletion of the group: Grokking club',
    'Hedy asked for the deletion of the group: Grokking club'
  ]);
});

test('accounts are found by a part of their name or address, page by page, each once', async () => {
  for (let at = 0; at < 60; at++)
    await database()
      .insert(account)
      .values({ id: `many-${at}`, name: `Many ${at}%`, email: `many-${at}@example.org` });
  const first = await accounts.list(hedy, 'many', null);
  const second = await accounts.list(hedy, 'many', first.older);
  expect([first.found.length, second.found.length, second.older]).toEqual([50, 10, null]);
  expect(new Set([...first.found, ...second.found].map(({ id }) => id)).size).toBe(60);
  expect((await accounts.list(hedy, '%', null)).found).toHaveLength(50);
  expect((await accounts.list(hedy, '_', null)).found).toHaveLength(0);
  await database().delete(account).where(eq(account.name, 'Many 0%'));
});

test('a mail that waits is read, dropped and tried again; what one that was sent says is its reader’s', async () => {
  const letter = { recipient: 'emmy@example.org', subject: 'Hello', text: 'What it says.' };
  await transaction((tx) => post(tx, letter));
  const [waiting] = (await mailsOf('waiting', null)).found;
  expect(waiting).toMatchObject(letter);
  await transaction((tx) => drop(tx, waiting!.id));
  expect((await mailsOf('abandoned', null)).found[0]).toMatchObject({ failure: 'An operator dropped it.' });
  await transaction((tx) => tryAgain(tx, waiting!.id));
  expect((await mailsOf('waiting', null)).found[0]?.id).toBe(waiting!.id);
  await driver()`update mail set sent_at = now() where id = ${waiting!.id}`;
  expect((await mailsOf('sent', null)).found[0]).toMatchObject({ subject: 'Hello', text: null });
  await expect(transaction((tx) => drop(tx, waiting!.id))).rejects.toThrow(NotFound);
});

test('a job that failed is listed with its cause and waits again when it is tried again', async () => {
  await requestJob('test.failing', { some: 'thing' });
  await driver()`
    update pgboss.job set state = 'failed', completed_on = now(), output = '{"message": "the disk is full"}'
    where name = 'test.failing'`;
  const [failed] = (await jobsOf('failed', null)).found;
  expect(failed).toMatchObject({ name: 'test.failing', cause: 'the disk is full' });
  await retryJob(failed!.name, failed!.id);
  expect((await jobsOf('failed', null)).found).toEqual([]);
  expect((await jobsOf('waiting', null)).found.map(({ id }) => id)).toContain(failed!.id);
});

test('storage is told by table, and the notes that were written in most with their sizes', async () => {
  const { ada } = await fullGroup();
  const noteId = await someNote(ada);
  const { total, tables } = await storage();
  expect(total).toBeGreaterThan(tables.reduce((sum, { bytes }) => sum + bytes, 0) / 2);
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['note_update', 'pgboss.job_common'])
  );
  const log = (await largestLogs()).find((one) => one.noteId === noteId);
  expect(log).toMatchObject({ head: 1, snapshotBytes: 0, versionBytes: 0 });
  expect(log!.updateBytes).toBeGreaterThan(0);
});
