import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as ballots from '#ballots/ballots.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import { config } from '#platform/config.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { deliver } from '#webhooks/delivering.server.ts';
import { delivery, webhook } from '#webhooks/schema.ts';
import { publicLookup, send } from '#webhooks/sending.server.ts';
import * as webhooks from '#webhooks/webhooks.server.ts';
import { events, type NewWebhook } from '#webhooks/webhooks.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

interface Received {
  headers: http.IncomingHttpHeaders;
  body: string;
}

let received: Received[] = [];
let status = 200;
const receiver = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk));
  request.on('end', () => {
    received.push({ headers: request.headers, body });
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('thanks');
  });
});

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  config().webhookHosts = ['localhost'];
});
beforeEach(() => {
  [received, status] = [[], 200];
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

const address = () => `http://localhost:${(receiver.address() as AddressInfo).port}/in`;
const form = (more: Partial<NewWebhook> = {}): NewWebhook => ({
  ...{ name: 'Ours', address: address(), kind: 'standard', events: [...events] },
  ...more
});

async function waiting(webhookId: string) {
  return database()
    .select()
    .from(delivery)
    .where(eq(delivery.webhookId, webhookId))
    .orderBy(delivery.createdAt);
}

const toldTo = async (webhookId: string) => (await waiting(webhookId)).map(({ told }) => told.type);

async function nominated(member: Parameters<typeof queue.nominate>[0], title: string) {
  return (await queue.nominate(member, await somePaper(title), 'A secret reason')).nominationId;
}

test('a test delivery arrives signed, and stands in the log', async () => {
  const { grace } = await fullGroup();
  const { id, secret } = await webhooks.add(grace, form());
  await webhooks.test(grace, id);
  const [{ headers, body }] = received as [Received];
  const { 'webhook-id': messageId, 'webhook-timestamp': at, 'webhook-signature': signature } = headers;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', key).update(`${messageId}.${at}.${body}`).digest('base64');
  expect(signature).toBe(`v1,${mac}`);
  expect(JSON.parse(body)).toMatchObject({ type: 'test', data: { group: { slug: grace.groupSlug } } });
  expect(await webhooks.deliveries(grace, id)).toMatchObject([
    { status: 200, excerpt: 'thanks', attempts: 1 }
  ]);
});

test('what happens in a group is told as it happens, without pitches, votes or texts', async () => {
  const { grace, emmy, ada } = await fullGroup();
  const { id } = await webhooks.add(grace, form());
  const first = await nominated(emmy, 'First');
  const second = await nominated(emmy, 'Second');
  const soon = { title: 'Weekly', date: '2099-01-07', time: '18:00', duration: 60, place: 'A secret room' };
  const { id: meetingId } = await meetings.arrange(grace, soon);
  const closesAt = new Date(Date.now() + 3_600_000);
  const { id: ballotId } = await meetings.askGroup(grace, {
    ...{ title: 'Next', nominationIds: [first, second], closesAt, quorum: 1 }
  });
  await ballots.cast(ada, ballotId, [first]);
  await meetings.closeBallot(grace, ballotId);
  await meetings.move(grace, meetingId, { ...soon, time: '19:00' });
  await meetings.cancel(grace, meetingId);
  await notes.make(emmy, { title: 'Ideas' });
  expect(await toldTo(id)).toEqual([
    ...['nomination.made', 'nomination.made', 'meeting.arranged', 'ballot.opened', 'ballot.closed'],
    ...['meeting.changed', 'meeting.cancelled', 'note.made']
  ]);
  const all = JSON.stringify(await waiting(id));
  for (const secret of ['A secret reason', 'A secret room', ada.accountId, 'Ada'])
    expect(all).not.toContain(secret);
});

test('what is rolled back was not told', async () => {
  const { grace } = await fullGroup();
  const { id } = await webhooks.add(grace, form());
  const happening = { type: 'note.made', title: 'Never', path: '/' } as const;
  const failing = transaction(async (tx) => {
    await webhooks.tell(tx, grace.groupId, happening);
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await toldTo(id)).toEqual([]);
});

test('what happens again and again is told once in ten minutes', async () => {
  const { grace, emmy } = await fullGroup();
  const { id } = await webhooks.add(grace, form({ events: ['note.changed'] }));
  const happening = { type: 'note.changed', title: 'Ideas', path: '/', once: 'note.changed:1' } as const;
  const tell = (at: string) =>
    transaction((tx) => webhooks.tellLater(tx, emmy.groupId, happening, new Date(`2099-01-01T${at}Z`)));
  for (const at of ['10:00:01', '10:04:00', '10:09:59', '10:10:00']) await tell(at);
  expect(await toldTo(id)).toHaveLength(2);
});

test('a receiver that fails for days is switched off, its maker is told why, and it can be switched on again', async () => {
  const { grace, emmy } = await fullGroup();
  const { id } = await webhooks.add(grace, form());
  await nominated(emmy, 'Failing');
  const [row] = await waiting(id);
  status = 500;
  await expect(deliver(row!.id)).rejects.toThrow('500');
  expect(await webhooks.view(grace, id)).toMatchObject({
    switchedOffAt: null,
    failingSince: expect.any(Date) as Date
  });
  await database()
    .update(webhook)
    .set({ failingSince: new Date(Date.now() - 4 * 86_400_000) })
    .where(eq(webhook.id, id));
  await expect(deliver(row!.id)).rejects.toThrow('500');
  const { switchedOffAt, reason } = await webhooks.view(grace, id);
  expect([switchedOffAt, reason]).toEqual([expect.any(Date), expect.stringContaining('answered 500')]);
  await deliver(row!.id);
  expect(received).toHaveLength(2);
  await webhooks.resume(grace, id);
  status = 200;
  await deliver(row!.id);
  await deliver(row!.id);
  expect(received).toHaveLength(3);
  expect(await webhooks.deliveries(grace, id)).toMatchObject([{ attempts: 3, status: 200 }]);
});

test('a redirect is not followed, and what pauses is told nothing', async () => {
  const { grace, emmy } = await fullGroup();
  const { id } = await webhooks.add(grace, form());
  status = 302;
  await webhooks.test(grace, id);
  expect(await webhooks.deliveries(grace, id)).toMatchObject([
    { status: 302, deliveredAt: null, failure: null }
  ]);
  await webhooks.pause(grace, id);
  await nominated(emmy, 'Unheard');
  expect(await toldTo(id)).toEqual(['test']);
});

test('addresses of this machine and its networks are refused, also behind a name', async () => {
  const { grace } = await fullGroup();
  for (const wrong of [
    'https://127.0.0.1/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/',
    // The same machine, as numbers that a resolver reads.
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://[::]/',
    'http://example.org/'
  ])
    await expect(webhooks.add(grace, form({ address: wrong })), wrong).rejects.toThrow(
      /public internet|https/
    );
  config().webhookHosts = [];
  await expect(send('https://localhost/', {}, '')).rejects.toThrow('not on the public internet');
  config().webhookHosts = ['localhost'];
  const looked = new Promise((resolve) => publicLookup('localhost', {}, resolve));
  expect(await looked).toBeInstanceOf(Error);
});

test('only organisers see and change webhooks, and only those of their group', async () => {
  const { grace, emmy, kurt } = await fullGroup();
  const { id } = await webhooks.add(grace, form());
  const other = await fullGroup();
  for (const who of [emmy, kurt]) {
    await expect(webhooks.list(who)).rejects.toThrow('Only owners and organisers');
    await expect(webhooks.add(who, form())).rejects.toThrow('Only owners and organisers');
  }
  for (const act of [
    webhooks.view,
    webhooks.deliveries,
    webhooks.test,
    webhooks.pause,
    webhooks.resume,
    webhooks.remove
  ])
    await expect(act(other.grace, id)).rejects.toThrow('does not exist');
  await webhooks.remove(grace, id);
  expect(await webhooks.list(grace)).toEqual([]);
});
