import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { account } from '#accounts/schema.ts';
import * as groups from '#groups/groups.server.ts';
import { membership } from '#groups/schema.ts';
import type { Member } from '#groups/groups.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { meeting } from '#meetings/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import * as mail from '#platform/mail.server.ts';
import { mail as mailTable } from '#platform/schema.ts';
import { moment } from '#ui/moment.ts';
import { Conflict, Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup } from '../support/factories.ts';
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

let cast: Awaited<ReturnType<typeof fullGroup>>;
beforeEach(async () => {
  await database().delete(meeting);
  await database().delete(mailTable);
  server.received.length = 0;
  cast = await fullGroup();
});

const hour = 3_600_000;
const day = 24 * hour;
const job = (name: string) => meetings.jobs.find((one) => one.name === name)!.run({});
const tell = () => job('meeting.tell');
const remind = () => job('meeting.remind');
const send = async () => {
  await mail.jobs[0]!.run({});
  return server.received.splice(0);
};
const emailOf = async ({ accountId }: Member) => {
  const [found] = await database().select().from(account).where(eq(account.id, accountId));
  return found!.email;
};
const form = (days: number, changes: { title?: string; place?: string } = {}) => ({
  title: 'Extra',
  duration: 60,
  place: '',
  ...meetings.wallClock(new Date(Date.now() + days * day), cast.grace.timezone),
  ...changes
});
const arranged = async (days: number, changes = {}) =>
  (await meetings.arrange(cast.grace, form(days, changes))).id;
const startsIn = (id: string, milliseconds: number, madeAgo = 3 * day) =>
  database()
    .update(meeting)
    .set({ startsAt: new Date(Date.now() + milliseconds), createdAt: new Date(Date.now() - madeAgo) })
    .where(eq(meeting.id, id));
const recipients = (mails: Received[]) => mails.flatMap(({ to }) => to).sort();
const members = async () => (await Promise.all([cast.ada, cast.grace, cast.emmy].map(emailOf))).sort();

/** A part of a mail as its reader sees it: base64 and quoted-printable undone. */
function part(message: string, type: string): string {
  const from = message.search(new RegExp(`content-type: ${type}`, 'i'));
  if (from < 0) throw new Error(`The mail has no part of type ${type}:\n${message}`);
  const [head = '', ...rest] = message.slice(from).split('\r\n\r\n');
  const body = rest.join('\r\n\r\n').split(/\r\n----/)[0]!;
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
const eventIn = ({ message }: Received) => {
  const calendar = new ICAL.Component(ICAL.parse(part(message, 'text/calendar')) as never);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  return { method: calendar.getFirstPropertyValue('method'), event };
};
const linkIn = ({ message }: Received, path: string) =>
  new RegExp(`https://reading\\.example\\.org/${path}/([\\w.-]+)`).exec(part(message, 'text/plain'))![1]!;
const subjects = (mails: Received[]) =>
  new Set(mails.map(({ message }) => /^Subject: (\w+)/m.exec(message)![1]));

test('members are invited once, however many workers tell, and guests are not', async () => {
  const id = await arranged(3, { place: 'Room 4' });
  await Promise.all([tell(), tell(), tell()]);
  await tell();
  const mails = await send();
  expect(recipients(mails)).toEqual(await members());
  const { method, event } = eventIn(mails[0]!);
  expect(method).toBe('REQUEST');
  expect(event).toMatchObject({ uid: `${id}@colloquy`, sequence: 0, location: 'Room 4' });
  expect(String(event.organizer).toLowerCase()).toBe('mailto:colloquy@example.org');
  expect(String(event.attendees[0]!.getFirstValue())).toMatch(
    new RegExp(`^mailto:${mails[0]!.to[0]!}$`, 'i')
  );
  expect(mails[0]!.message).toMatch(/^List-Unsubscribe:\s+<https:\/\/reading\.example\.org\/unsubscribe\//m);
  expect(mails[0]!.message).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  expect(await send()).toEqual([]);
});

test('a change is told with the next sequence, a cancellation cancels, and calling back invites again', async () => {
  const id = await arranged(3);
  const { startsAt } = await meetings.view(cast.grace, id);
  await tell();
  await send();
  await meetings.move(cast.grace, id, form(4));
  await meetings.move(cast.grace, id, form(5, { place: 'Room 4' }));
  await tell();
  const moved = await send();
  const before = moment(startsAt, cast.grace.timezone, 'full');
  expect(part(moved[0]!.message, 'text/plain')).toContain(`It was: ${before}, without a place. It is now:`);
  expect(recipients(moved)).toEqual(await members());
  expect(subjects(moved)).toEqual(new Set(['Changed']));
  expect(eventIn(moved[0]!)).toMatchObject({ method: 'REQUEST', event: { sequence: 2 } });
  await meetings.cancel(cast.grace, id);
  await tell();
  const off = await send();
  expect(eventIn(off[0]!)).toMatchObject({ method: 'CANCEL', event: { sequence: 3 } });
  expect(subjects(off)).toEqual(new Set(['Called']));
  await meetings.revive(cast.grace, id);
  await tell();
  expect(eventIn((await send())[0]!)).toMatchObject({ method: 'REQUEST', event: { sequence: 4 } });
});

test('nothing is told about the past, about what is far off, or about what nobody heard of', async () => {
  await arranged(-2);
  await arranged(40);
  const unheard = await arranged(3);
  await meetings.cancel(cast.grace, unheard);
  await tell();
  expect(await send()).toEqual([]);
  const far = await arranged(3);
  await tell();
  expect(await send()).toHaveLength(3);
  await meetings.move(cast.grace, far, form(40));
  await tell();
  expect(subjects(await send())).toEqual(new Set(['Changed']));
  await startsIn(far, -hour);
  await meetings.cancel(cast.grace, far);
  await tell();
  expect(await send()).toEqual([]);
});

test('the day before, members are reminded once, save who said no, is away, or has only just been told', async () => {
  const [soon, later, fresh] = [await arranged(3), await arranged(3), await arranged(3)];
  await meetings.answer(cast.emmy, soon, 'no');
  await startsIn(soon, 20 * hour);
  await startsIn(later, 30 * hour);
  await startsIn(fresh, 20 * hour, 0);
  const date = meetings.wallClock(new Date(Date.now() + 20 * hour), cast.group.timezone).date;
  await meetings.goAway(cast.ada, { from: date, until: date });
  await Promise.all([remind(), remind()]);
  await remind();
  const mails = await send();
  expect(recipients(mails)).toEqual([await emailOf(cast.grace)]);
  expect(subjects(mails)).toEqual(new Set(['Soon']));
  await startsIn(soon, 21 * hour);
  await remind();
  expect(await send()).toEqual([]);
});

test('after a stop over the meeting nothing is reminded of; a meeting that moved a day is, anew', async () => {
  const id = await arranged(3);
  await startsIn(id, -hour / 2);
  await remind();
  expect(await send()).toEqual([]);
  await startsIn(id, 5 * hour);
  await remind();
  expect(await send()).toHaveLength(3);
  await startsIn(id, 23 * hour);
  await remind();
  expect(await send()).toHaveLength(3);
});

test('mail waits out quiet hours, and is not written when its meeting would be over by then', async () => {
  const now = meetings.wallClock(new Date(), 'UTC').time;
  const until = meetings.wallClock(new Date(Date.now() + 3 * hour), 'UTC').time;
  await groups.setQuiet({ id: cast.emmy.accountId }, { from: now, until, timezone: 'UTC' });
  const id = await arranged(3);
  await tell();
  const mails = await send();
  expect(recipients(mails)).not.toContain(await emailOf(cast.emmy));
  const [waiting] = await database()
    .select()
    .from(mailTable)
    .where(eq(mailTable.recipient, await emailOf(cast.emmy)));
  expect(waiting!.dueAt.getTime()).toBeGreaterThan(Date.now() + 2 * hour);
  await startsIn(id, hour);
  await remind();
  expect(recipients(await send())).toHaveLength(2);
  expect((await outbox(20)).filter(({ recipient }) => recipient === waiting!.recipient)).toHaveLength(1);
});

test('a mail that could not be sent before its meeting began is given up', async () => {
  await transaction((tx) =>
    mail.post(tx, { recipient: 'late@example.org', subject: 'x', text: 'x', until: new Date(Date.now() - 1) })
  );
  expect(await send()).toEqual([]);
  expect((await outbox(1))[0]).toMatchObject({ sentAt: null, attempts: 0 });
  expect((await outbox(1))[0]!.abandonedAt).not.toBeNull();
});

test('the link in a mail answers for its reader, and looking at it does not', async () => {
  const id = await arranged(3);
  await tell();
  const email = await emailOf(cast.emmy);
  const mine = (await send()).find(({ to }) => to[0] === email)!;
  const word = linkIn(mine, 'rsvp');
  expect(await meetings.askedBy(word)).toMatchObject({
    name: 'Emmy',
    title: 'Extra',
    isOpen: true,
    answer: null
  });
  await meetings.answerBy(word, 'yes');
  await meetings.answerBy(word, 'yes');
  expect((await meetings.askedBy(word)).answer).toBe('yes');
  const said = async () =>
    (await meetings.expected(cast.ada, id)).filter(({ answer }) => answer).map(({ name }) => name);
  expect(await said()).toEqual(['Emmy']);
  await expect(meetings.askedBy(linkIn(mine, 'unsubscribe'))).rejects.toThrow(NotFound);
  await expect(meetings.askedBy(`${word}x`)).rejects.toThrow(NotFound);
  await meetings.cancel(cast.grace, id);
  expect((await meetings.askedBy(word)).isOpen).toBe(false);
  await expect(meetings.answerBy(word, 'no')).rejects.toThrow(Conflict);
  await database()
    .update(membership)
    .set({ endedAt: new Date() })
    .where(eq(membership.id, cast.emmy.membershipId));
  await expect(meetings.answerBy(word, 'no')).rejects.toThrow(NotFound);
});

test('a member who became a guest no longer answers by an old link', async () => {
  await arranged(3);
  await tell();
  const email = await emailOf(cast.emmy);
  const word = linkIn(
    (await send()).find(({ to }) => to[0] === email)!,
    'rsvp'
  );
  await database().update(membership).set({ role: 'guest' }).where(eq(membership.id, cast.emmy.membershipId));
  await expect(meetings.answerBy(word, 'yes')).rejects.toThrow(Forbidden);
});

test('one tap leaves one kind of mail of one group, and can be taken back', async () => {
  const id = await arranged(3);
  await tell();
  const email = await emailOf(cast.emmy);
  const word = linkIn(
    (await send()).find(({ to }) => to[0] === email)!,
    'unsubscribe'
  );
  expect(await groups.subscriptionBy(word)).toMatchObject({ groupName: 'Grokking club', isLeft: false });
  await groups.unsubscribeBy(word, false);
  await groups.unsubscribeBy(word, false);
  expect((await groups.subscriptionBy(word)).isLeft).toBe(true);
  expect(await groups.mailsOf(cast.emmy)).toEqual(['reminder', 'vote', 'lead', 'digest', 'request']);
  await meetings.move(cast.grace, id, form(4));
  await tell();
  expect(recipients(await send())).not.toContain(email);
  await startsIn(id, 20 * hour);
  await remind();
  expect(recipients(await send())).toContain(email);
  await groups.unsubscribeBy(word, true);
  await meetings.move(cast.grace, id, form(5));
  await tell();
  expect(recipients(await send())).toContain(email);
  await expect(groups.unsubscribeBy('no.word', false)).rejects.toThrow(NotFound);
});

test('a mail says when it is for its reader, and has the same words as HTML, with links for addresses', async () => {
  await database()
    .update(account)
    .set({ timezone: 'Asia/Kolkata' })
    .where(eq(account.id, cast.emmy.accountId));
  await arranged(3, { title: 'Hi: https://evil.example/<b>' });
  await tell();
  const [hers, his] = await Promise.all([cast.emmy, cast.ada].map(emailOf));
  const mails = await send();
  const [mine, other] = [hers, his].map((email) => mails.find(({ to }) => to[0] === email)!);
  expect(part(mine!.message, 'text/plain')).toMatch(/\(Berlin time; (\w+ \d+ \w+, )?\d\d:\d\d for you\)/);
  expect(part(other!.message, 'text/plain')).toContain('(Berlin time)');
  const html = part(mine!.message, 'text/html');
  expect(html).toContain(`/rsvp/${linkIn(mine!, 'rsvp')}?answer=yes">I’ll come</a>`);
  expect(html).toContain('Hi: https://evil.example/&lt;b&gt;');
  expect(html).not.toMatch(/href="https:\/\/evil|src=|@import|url\(/);
});

test('a hostile title adds neither a header nor an event', async () => {
  await arranged(3, {
    title: 'Hi\r\nBcc: all@example.org\r\nEND:VEVENT',
    place: '🦄, b; c\nATTENDEE:mailto:x@y'
  });
  await tell();
  const [first, ...others] = await send();
  expect(others).toHaveLength(2);
  expect(first!.message.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  expect(eventIn(first!).event.attendees).toHaveLength(1);
  expect(eventIn(first!).event.location).toBe('🦄, b; c\nATTENDEE:mailto:x@y');
});
