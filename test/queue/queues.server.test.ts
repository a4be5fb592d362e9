import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';
import { database, transaction } from '#platform/database.server.ts';
import * as queue from '#queue/queue.server.ts';
import { nomination } from '#queue/schema.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let cast: Awaited<ReturnType<typeof fullGroup>>;
let elsewhere: Awaited<ReturnType<typeof fullGroup>>;
beforeAll(async () => {
  [cast, elsewhere] = [await fullGroup(), await fullGroup()];
});

const propose = async (by: Member, title: string, into?: string) =>
  (await queue.nominate(by, await somePaper(title), '', into)).nominationId;
const shown = async (member: Member, queueId?: string) =>
  (await queue.queueView(member, { queueId })).nominations.map(({ id }) => id);
const names = async (member: Member) => (await queue.queues(member)).map(({ name }) => name);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('organisers make, name, order, close and reopen further queues; the first open one is meant where none is named', async () => {
  const { ada, emmy } = await fullGroup();
  const first = await propose(emmy, 'Into the first');
  const long = await queue.makeQueue(ada, 'Long reads');
  const second = await propose(emmy, 'Into the second', long);
  expect(await shown(emmy)).toEqual([first]);
  expect(await shown(emmy, long)).toEqual([second]);
  await queue.renameQueue(ada, long, 'Books');
  await queue.placeQueue(ada, long, 'up');
  expect(await names(emmy)).toEqual(['Books', 'Queue']);
  expect((await queue.queues(emmy)).map(({ waiting }) => waiting)).toEqual([1, 1]);
  expect(await shown(emmy)).toEqual([second]);
  await queue.closeQueue(ada, long);
  expect(await shown(emmy)).toEqual([first]);
  expect(await shown(emmy, long)).toEqual([second]);
  await expect(propose(emmy, 'Too late', long)).rejects.toThrow('The queue “Books” is closed.');
  const [left] = (await queue.queues(emmy)).filter(({ closedAt }) => !closedAt);
  await expect(queue.closeQueue(ada, left!.id)).rejects.toThrow(Conflict);
  await queue.reopenQueue(ada, long);
  await expect(queue.makeQueue(ada, 'BOOKS')).rejects.toThrow('called “BOOKS” already');
});

test('a queue’s page shows the earliest of its locks that stand, and none of another queue', async () => {
  const { ada, emmy, group } = await fullGroup();
  const nominationIds = [await propose(emmy, 'One'), await propose(emmy, 'Another')];
  const other = await queue.makeQueue(ada, 'Other');
  const queueId = (await queue.queueView(emmy)).queue.id;
  const lockedAt = [new Date('2026-11-20T17:00Z'), new Date('2026-11-21T17:00Z')];
  const [earlier, later] = await transaction(async (tx) => [
    await queue.lockQueue(tx, group.id, { queueId, nominationIds }, lockedAt[0]!),
    await queue.lockQueue(tx, group.id, { queueId, nominationIds: [nominationIds[0]!] }, lockedAt[1]!)
  ]);
  expect((await queue.queueView(emmy)).lock).toEqual({ lockedAt: lockedAt[0], shortlisted: 2 });
  expect((await queue.queueView(emmy, { queueId: other })).lock).toBeNull();
  await transaction((tx) => queue.endLock(tx, group.id, earlier!, new Date()));
  expect((await queue.queueView(emmy)).lock).toEqual({ lockedAt: lockedAt[1], shortlisted: 1 });
  await transaction((tx) => queue.endLock(tx, group.id, later!, new Date()));
  expect(await queue.queueView(emmy)).toMatchObject({ lock: null, total: 2 });
});

test('of two who make a queue of one name at once, one does', async () => {
  const { ada, grace } = await fullGroup();
  const tries = await Promise.allSettled([queue.makeQueue(ada, 'Same'), queue.makeQueue(grace, 'Same')]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await names(ada)).toEqual(['Queue', 'Same']);
});

test('only organisers set queues, and those of another group do not exist', async () => {
  const theirs = await queue.makeQueue(elsewhere.ada, 'Theirs');
  await expect(queue.makeQueue(cast.emmy, 'Mine')).rejects.toThrow(Forbidden);
  await expect(queue.renameQueue(cast.ada, theirs, 'Ours')).rejects.toThrow(NotFound);
  await expect(queue.queueView(cast.ada, { queueId: theirs })).rejects.toThrow(NotFound);
  await expect(queue.setOrder(cast.ada, theirs, 'hand')).rejects.toThrow(NotFound);
  const id = await propose(cast.emmy, 'Stays here');
  await expect(queue.moveTo(cast.ada, id, theirs)).rejects.toThrow(NotFound);
  await expect(queue.comment(elsewhere.ada, id, 'Hello')).rejects.toThrow(NotFound);
});

test('a paper waits once in a group, in which queue ever, and moves with all it has', async () => {
  const { ada, grace, emmy } = await fullGroup();
  const paperId = await somePaper('Once in a group');
  const { nominationId } = await queue.nominate(emmy, paperId, 'Why');
  const other = await queue.makeQueue(ada, 'Other');
  await expect(queue.nominate(grace, paperId, '', other)).rejects.toThrow('is in the queue already: Emmy');
  await queue.showInterest(grace, nominationId);
  await queue.moveTo(emmy, nominationId, other);
  expect(await shown(ada)).toEqual([]);
  expect((await queue.queueView(ada, { queueId: other })).nominations).toMatchObject([
    { id: nominationId, interest: 1, pitch: 'Why' }
  ]);
  expect(await queue.historyOf(ada, nominationId)).toMatchObject([
    { kind: 'moved', by: 'Emmy', detail: { from: 'Queue', to: 'Other' } }
  ]);
  const hers = await propose(grace, 'Of Grace');
  await expect(queue.moveTo(emmy, hers, other)).rejects.toThrow(Forbidden);
});

test('what organisers pin comes first, whatever interest says', async () => {
  const { ada, emmy } = await fullGroup();
  const [wanted, pinned] = [await propose(emmy, 'Wanted'), await propose(emmy, 'Pinned')];
  await queue.showInterest(ada, wanted);
  await expect(queue.pin(emmy, pinned)).rejects.toThrow(Forbidden);
  await queue.pin(ada, pinned);
  await queue.pin(ada, pinned);
  expect(await shown(emmy)).toEqual([pinned, wanted]);
  expect((await queue.view(emmy, pinned)).pinnedBy).toBe('Ada');
  await queue.pin(ada, pinned, false);
  expect(await shown(emmy)).toEqual([wanted, pinned]);
  expect(await queue.historyOf(ada, pinned)).toHaveLength(2);
});

test('a snoozed proposal is out of sight until its day begins in the group’s zone, and comes back by itself', async () => {
  const { ada, emmy } = await fullGroup();
  const id = await propose(emmy, 'Later');
  await queue.snooze(emmy, id, inDays(10));
  expect(await shown(ada)).toEqual([]);
  const { nominations, counts } = await queue.queueView(ada, { show: 'snoozed' });
  expect(counts).toMatchObject({ all: 0, snoozed: 1 });
  expect(nominations).toMatchObject([{ id, snoozedBy: 'Emmy' }]);
  const inBerlin = nominations[0]!.snoozedUntil!.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
  expect(inBerlin).toBe(`${inDays(10)} 00:00:00`);
  await database()
    .update(nomination)
    .set({ snoozedUntil: new Date(Date.now() - 1) })
    .where(eq(nomination.id, id));
  expect(await shown(ada)).toEqual([id]);
  for (const day of [inDays(-1), inDays(500), '2026-02-30', 'soon'])
    await expect(queue.snooze(emmy, id, day)).rejects.toThrow(Invalid);
});

test('who offers first to lead is the lead a ballot and an agenda begin with, and the mark is a filter', async () => {
  const { ada, grace, emmy } = await fullGroup();
  const id = await propose(ada, 'Leaderless');
  await propose(ada, 'With a lead');
  await queue.lookForLead(ada, id);
  expect((await queue.queueView(emmy, { show: 'lead' })).nominations).toMatchObject([{ id, leaders: [] }]);
  await queue.offerLead(grace, id);
  await queue.offerLead(emmy, id);
  expect(await queue.view(emmy, id)).toMatchObject({ leaders: ['Grace', 'Emmy'], leading: true });
  await queue.offerLead(grace, id, false);
  expect(await queue.view(emmy, id)).toMatchObject({ leaders: ['Emmy'] });
  await queue.lookForLead(ada, id, false);
  expect((await queue.queueView(emmy, { show: 'lead' })).total).toBe(0);
});

test('a queue set to “by hand” begins with the order it has, and two who sort it at once lose nothing', async () => {
  const { ada, grace, emmy } = await fullGroup();
  const ids: string[] = [];
  for (const title of ['A', 'B', 'C', 'D', 'E', 'F']) ids.push(await propose(emmy, `Sorted ${title}`));
  const [a, b, c, d, e, f] = ids as [string, string, string, string, string, string];
  await queue.showInterest(ada, c);
  const { queue: here } = await queue.queueView(ada);
  await expect(queue.sort(ada, a, 'down')).rejects.toThrow('ordered by interest');
  await queue.setOrder(ada, here.id, 'hand');
  expect(await shown(emmy)).toEqual([c, a, b, d, e, f]);
  await queue.showInterest(ada, f);
  expect(await shown(emmy)).toEqual([c, a, b, d, e, f]);
  await Promise.all([
    queue.sort(ada, f, 'top'),
    queue.sort(grace, a, { after: d }),
    queue.sort(ada, e, { before: c })
  ]);
  const sorted = await shown(emmy);
  expect(sorted.toSorted()).toEqual(ids.toSorted());
  const [at, next] = [(id: string) => sorted.indexOf(id), sorted.indexOf(d) + 1];
  expect(at(a)).toBe(next);
  expect(at(e)).toBeLessThan(at(c));
  expect(await queue.sort(ada, f, 'end')).toEqual({ place: 6, of: 6 });
  expect(await queue.sort(grace, f, 'up')).toEqual({ place: 5, of: 6 });
  await expect(queue.sort(emmy, a, 'top')).rejects.toThrow(Forbidden);
  const late = await propose(emmy, 'Sorted late');
  expect((await shown(emmy)).at(-1)).toBe(late);
  await queue.setOrder(ada, here.id, 'interest');
  expect((await shown(emmy)).slice(0, 2).toSorted()).toEqual([c, f].toSorted());
});

test('the thread under a proposal: said, edited by its author, taken back by author or organiser, counted', async () => {
  const id = await propose(cast.emmy, 'Talked about');
  const said = await queue.comment(cast.emmy, id, '**Section 3** is the point.');
  await queue.comment(cast.ada, id, 'Agreed.');
  await expect(queue.comment(cast.kurt, id, 'Guests read.')).rejects.toThrow(Forbidden);
  await expect(queue.editComment(cast.ada, said, 'Hers')).rejects.toThrow(NotFound);
  await queue.editComment(cast.emmy, said, 'Section 4');
  const { comments } = await queue.thread(cast.kurt, id);
  expect(comments).toMatchObject([
    { by: 'Emmy', text: 'Section 4', editedAt: expect.any(Date), mayRemove: false },
    { by: 'Ada', text: 'Agreed.' }
  ]);
  expect((await queue.view(cast.kurt, id)).comments).toBe(2);
  await queue.removeComment(cast.grace, said);
  const after = await queue.thread(cast.emmy, id);
  expect(after.comments[0]).toMatchObject({ text: '', isRemoved: true, mayRemove: false });
  expect((await queue.view(cast.kurt, id)).comments).toBe(1);
  const { paperId } = await queue.view(cast.kurt, id);
  const proposals = await queue.proposalsOf({ id: cast.kurt.accountId } as Account, paperId);
  expect(proposals).toMatchObject([{ nominationId: id, comments: 1 }]);
  await expect(queue.removeComment(elsewhere.ada, after.comments[1]!.id)).rejects.toThrow(NotFound);
});

test('a row says who of the group has read it, and nobody from elsewhere', async () => {
  const id = await propose(cast.emmy, 'Well read');
  const { paperId } = await queue.view(cast.emmy, id);
  await queue.setReading(cast.emmy, id, 'read');
  await queue.setReading(cast.kurt, id, 'to-read');
  const { nominationId: theirs } = await queue.nominate(elsewhere.ada, paperId, '');
  await queue.setReading(elsewhere.ada, theirs, 'read');
  expect(await queue.view(cast.kurt, id)).toMatchObject({
    reading: 'to-read',
    readers: [
      { name: 'Emmy', reading: 'read' },
      { name: 'Kurt', reading: 'to-read' }
    ]
  });
});
