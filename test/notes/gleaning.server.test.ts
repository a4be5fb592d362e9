import { beforeAll, expect, test } from 'vitest';
import { and, eq } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';
import { glean } from '#notes/gleaning.server.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import { noteMention } from '#notes/schema.ts';
import { write } from '#notes/writing.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { Conflict, Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, somePaper } from '../support/factories.ts';

useDatabase();

let ada: Member, emmy: Member, kurt: Member, stranger: Member;
const accountOf = ({ accountId, name }: Member) => ({ id: accountId, name }) as Account;

beforeAll(async () => {
  ({ ada, emmy, kurt } = await fullGroup());
  ({ ada: stranger } = await fullGroup());
});

async function noteWith(text: string): Promise<string> {
  const { id } = await notes.make(emmy, { title: 'Tuesday' });
  await add(id, text);
  return id;
}

async function add(noteId: string, words: string): Promise<void> {
  await transaction((tx) => write(tx, noteId, emmy.accountId, (text) => text.insert(text.length, words)));
  await glean(noteId);
}

test('a task in a note is on the group’s list and on the person’s, until it is ticked there', async () => {
  const id = await noteWith('- [ ] @Emmy write it up by 2030-01-04\n- [x] done\n');
  const [item] = (await notes.openItems(kurt)).filter(({ noteId }) => noteId === id);
  expect(item).toMatchObject({
    text: '@Emmy write it up by 2030-01-04',
    assignee: 'Emmy',
    dueOn: '2030-01-04',
    mayTick: false
  });
  expect(await notes.itemsOf(accountOf(emmy))).toContainEqual(expect.objectContaining({ noteId: id }));
  expect(await notes.itemsOf(accountOf(ada))).toEqual([]);
  await notes.tick(ada, id, { position: 0, text: item!.text });
  expect((await notes.view(emmy, id)).text).toContain('- [x] @Emmy write it up');
  expect((await notes.openItems(emmy)).filter(({ noteId }) => noteId === id)).toEqual([]);
});

test('a task that moved is found by its words; one that is gone is said to be', async () => {
  const id = await noteWith('- [ ] first\n- [ ] second\n');
  await notes.tick(emmy, id, { position: 0, text: 'second' });
  expect((await notes.view(emmy, id)).text).toContain('- [ ] first\n- [x] second');
  await expect(notes.tick(emmy, id, { position: 1, text: 'second' })).rejects.toThrow(Conflict);
});

test('two who tick the same task at once tick it once', async () => {
  const id = await noteWith('- [ ] once\n');
  const outcomes = await Promise.allSettled(
    [ada, emmy].map((who) => notes.tick(who, id, { position: 0, text: 'once' }))
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await notes.view(emmy, id)).text).toContain('- [x] once\n');
});

test('a guest ticks nothing, and a stranger learns of no note', async () => {
  const id = await noteWith('- [ ] ours\n');
  await expect(notes.tick(kurt, id, { position: 0, text: 'ours' })).rejects.toThrow(Forbidden);
  await expect(notes.tick(stranger, id, { position: 0, text: 'ours' })).rejects.toThrow(NotFound);
  expect(await notes.openItems(stranger)).toEqual([]);
});

test('a paper’s page knows the notes that cite it, for those who may read them', async () => {
  const paperId = await somePaper('Grokking');
  const id = await noteWith(`see [Grokking](/papers/${paperId})\n`);
  expect(await notes.citing(accountOf(kurt), paperId)).toMatchObject([{ id }]);
  expect(await notes.citing(accountOf(stranger), paperId)).toEqual([]);
});

test('behind [[ the group’s papers and notes are found by their words, and nobody else’s', async () => {
  const paperId = await somePaper('A needle: 100%_sure');
  const { id } = await notes.make(emmy, { title: 'On the needle', paperId });
  expect(await notes.citable(kurt, 'needle')).toEqual([
    { kind: 'paper', id: paperId, title: 'A needle: 100%_sure' },
    { kind: 'note', id, title: 'On the needle' }
  ]);
  expect(await notes.citable(kurt, '0%_s')).toHaveLength(1);
  expect(await notes.citable(stranger, 'needle')).toEqual([]);
});

test('somebody named is told again only when named oftener', async () => {
  const id = await noteWith('@Ada look\n');
  const ours = and(eq(noteMention.noteId, id), eq(noteMention.accountId, ada.accountId));
  const mention = async () => (await database().select().from(noteMention).where(ours))[0];
  expect(await mention()).toMatchObject({ times: 1, seenAt: null });
  await database().update(noteMention).set({ seenAt: new Date() }).where(ours);
  await add(id, 'more words\n');
  expect((await mention())?.seenAt).not.toBeNull();
  await add(id, '@Ada again\n');
  expect(await mention()).toMatchObject({ times: 2, seenAt: null });
});

test('what a meeting decided and is to do is read out of its note, for its group only', async () => {
  const { date, time } = meetings.wallClock(new Date(Date.now() + 86_400_000), ada.timezone);
  const form = { title: 'Tuesday', date, time, duration: 60, place: '' };
  const { id: meetingId } = await meetings.arrange(ada, form);
  expect(await notes.outcomeOf(kurt, meetingId)).toBeNull();
  const { id } = await notes.openForMeeting(emmy, meetingId);
  expect(await notes.outcomeOf(kurt, meetingId)).toEqual({ noteId: id, decisions: [], tasks: [] });
  await add(id, '\n- Decision: part two next\n- [ ] @Ada book the room by 2030-01-04\n- [x] paid\n');
  expect(await notes.outcomeOf(kurt, meetingId)).toMatchObject({
    decisions: ['part two next'],
    tasks: [
      { text: '@Ada book the room by 2030-01-04', assignee: 'Ada', dueOn: '2030-01-04', doneAt: null },
      { text: 'paid', assignee: null }
    ]
  });
  expect(await notes.outcomeOf(stranger, meetingId)).toBeNull();

  // The archive shows it of all its meetings at once, and finds them by its words.
  const { id: other } = await meetings.arrange(ada, { ...form, title: 'Wednesday' });
  const { id: otherNote } = await notes.openForMeeting(emmy, other);
  await add(otherNote, '\n- Decision: nothing about rooms\n');
  const outcomes = await notes.outcomesOf(kurt, [meetingId, other, 'made-up']);
  expect([...outcomes].map(([key, { decisions }]) => [key, decisions]).toSorted()).toEqual(
    [
      [meetingId, ['part two next']],
      [other, ['nothing about rooms']]
    ].toSorted()
  );
  expect([...(await notes.outcomesOf(stranger, [meetingId]))]).toEqual([]);
  expect(await notes.meetingsWithWords(kurt, 'part two next')).toEqual([meetingId]);
});
