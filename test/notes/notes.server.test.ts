import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Account } from '#accounts/accounts.ts';
import type { Member } from '#groups/groups.ts';
import { agendaItem, meeting } from '#meetings/schema.ts';
import * as notes from '#notes/notes.server.ts';
import { note } from '#notes/schema.ts';
import { subscribe } from '#platform/bus.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Forbidden, NotFound } from '../../src/failures.ts';
import { useDatabase } from '../support/database.ts';
import { fullGroup, person, somePaper } from '../support/factories.ts';

useDatabase();

let ada: Member, grace: Member, emmy: Member, kurt: Member, stranger: Member;
let oscar: Account;

beforeAll(async () => {
  ({ ada, grace, emmy, kurt } = await fullGroup());
  ({ ada: stranger } = await fullGroup());
  oscar = await person('Oscar');
});

async function someMeeting(): Promise<string> {
  const id = newId();
  await database()
    .insert(meeting)
    .values({
      id,
      groupId: ada.groupId,
      occursOn: '2026-11-26',
      title: 'Weekly meeting',
      startsAt: new Date('2026-11-26T16:00:00Z'),
      durationMinutes: 60
    });
  return id;
}

test('a member makes a note, and everybody in the group finds it', async () => {
  const { id } = await notes.make(emmy, { title: 'Open questions' });
  expect(await notes.list(kurt)).toContainEqual(expect.objectContaining({ id, title: 'Open questions' }));
  expect(await notes.view(kurt, id)).toMatchObject({ mayWrite: false, text: '# Open questions\n\n' });
  expect(await notes.view(emmy, id)).toMatchObject({ mayWrite: true, mayRemove: false });
});

test('a note about a paper begins with it', async () => {
  const paperId = await somePaper('Grokking');
  const { id } = await notes.make(emmy, { title: 'Reading Grokking', paperId });
  const { text, paper } = await notes.view(emmy, id);
  expect(text).toContain(`[Grokking](/papers/${paperId})`);
  expect(paper).toEqual({ id: paperId, title: 'Grokking' });
  await expect(notes.make(emmy, { title: 'x', paperId: 'none' })).rejects.toThrow(NotFound);
});

test('a guest reads and does not make, rename or remove', async () => {
  const { id } = await notes.make(emmy, { title: 'Ours' });
  await expect(notes.make(kurt, { title: 'Mine' })).rejects.toThrow(Forbidden);
  await expect(notes.rename(kurt, id, 'Mine')).rejects.toThrow(Forbidden);
  await expect(notes.remove(emmy, id)).rejects.toThrow(Forbidden);
});

test('for another group’s members a note does not exist', async () => {
  const { id } = await notes.make(emmy, { title: 'Private' });
  for (const attempt of [
    () => notes.view(stranger, id),
    () => notes.markdownOf(stranger, id),
    () => notes.rename(stranger, id, 'x'),
    () => notes.remove(stranger, id),
    () => notes.enter(oscar, id)
  ])
    await expect(attempt()).rejects.toThrow('This note does not exist');
  expect((await notes.list(stranger)).map((card) => card.id)).not.toContain(id);
});

test('a meeting’s note carries its agenda, with authors and lead', async () => {
  const meetingId = await someMeeting();
  const paperId = await somePaper('Attention');
  await database()
    .insert(agendaItem)
    .values({ id: newId(), meetingId, paperId, leadId: grace.accountId, position: 1 });
  await notes.jobs[0]?.run({ meetingId });
  const made = (await notes.list(emmy)).find((card) => card.meeting?.id === meetingId);
  const { text } = await notes.view(emmy, made?.id ?? '');
  expect(text).toContain('# Weekly meeting');
  expect(text).toContain(`1. [Attention](/papers/${paperId})`);
  expect(text).toContain('lead: Grace');
});

test('twenty who ask at once get the one note of the meeting', async () => {
  const meetingId = await someMeeting();
  const asked = Array.from({ length: 20 }, () => transaction((tx) => notes.makeForMeeting(tx, meetingId)));
  expect(new Set(await Promise.all(asked)).size).toBe(1);
  expect(await database().select().from(note).where(eq(note.meetingId, meetingId))).toHaveLength(1);
});

test('a meeting that does not exist gets no note', async () => {
  expect(await transaction((tx) => notes.makeForMeeting(tx, 'none'))).toBeNull();
});

test('a removed note is gone for everyone, and whoever has it open is told', async () => {
  const { id } = await notes.make(emmy, { title: 'Short-lived' });
  const told = new Promise((resolve) => subscribe('access', ({ kind }) => resolve(kind)));
  await notes.remove(grace, id);
  expect(await told).toBe(`note:${id}`);
  await expect(notes.view(ada, id)).rejects.toThrow(NotFound);
  await expect(notes.remove(grace, id)).rejects.toThrow(NotFound);
});

test('a note has its new title everywhere, and its text stays', async () => {
  const { id } = await notes.make(emmy, { title: 'Old' });
  await notes.rename(grace, id, 'New');
  expect(await notes.titleOf(emmy, id)).toBe('New');
  expect(await notes.titleOf(stranger, id)).toBeNull();
  expect(await notes.markdownOf(kurt, id)).toEqual({ title: 'New', markdown: '# Old\n\n' });
});

test('every kind of note begins as the group wants it', async () => {
  const paperId = await somePaper('Attention is all you need');
  await notes.setTemplate(ada, 'paper', '# {{title}}\n\n{{agenda}}\n\nWhat is new:');
  await notes.setTemplate(ada, 'free', 'For {{people}}');
  await expect(notes.setTemplate(emmy, 'free', '')).rejects.toThrow(Forbidden);
  const { id: about } = await notes.make(emmy, { title: 'Ours', paperId });
  const { markdown } = await notes.markdownOf(emmy, about);
  expect(markdown).toBe(`# Ours\n\n1. [Attention is all you need](/papers/${paperId})\n\nWhat is new:`);
  const { id: free } = await notes.make(emmy, { title: 'Free' });
  expect((await notes.markdownOf(emmy, free)).markdown).toContain('- [ ] Emmy');
  await notes.setTemplate(ada, 'free', '');
  const { id: usual } = await notes.make(emmy, { title: 'Usual' });
  expect((await notes.markdownOf(emmy, usual)).markdown).toBe('# Usual\n\n');
});
