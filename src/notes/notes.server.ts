import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Account } from '#accounts/accounts.ts';
import { allow, may } from '#groups/permissions.ts';
import type { Member } from '#groups/groups.ts';
import * as groups from '#groups/groups.server.ts';
import { group, membership } from '#groups/schema.ts';
import { meeting } from '#meetings/schema.ts';
import { announceMade } from '#notes/announcing.server.ts';
import { find, inGroup, lockHead } from '#notes/finding.server.ts';
import { forgotten, glean } from '#notes/gleaning.server.ts';
import { jobs as versionJobs } from '#notes/keeping.server.ts';
import { createDocument, textOf } from '#notes/log.server.ts';
import { fillTemplate, freeText, meetingText, type NoteCard, type NotePage } from '#notes/notes.ts';
import { beginning, occasionOf } from '#notes/occasion.server.ts';
import { note, noteHead, noteThread } from '#notes/schema.ts';
import { templateOf } from '#notes/templates.server.ts';
import { write } from '#notes/writing.server.ts';
import { paper } from '#papers/schema.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { requestJob, type Job } from '#platform/jobs.server.ts';
import { NotFound } from '../failures.ts';

export { meetingsWithWords, notesOfMeetings } from '#notes/meetingnotes.server.ts';
export { setTemplate, template } from '#notes/templates.server.ts';
export { handOver } from '#notes/handingover.server.ts';
export { search, searchLike, type FoundText } from '#notes/searching.server.ts';
export { citable, citing, type CitingNote } from '#notes/citing.server.ts';
export { noteOf, outcomeOf, outcomesOf, type Outcome } from '#notes/outcome.server.ts';
export { itemsOf, openItems, tick, type ActionItem } from '#notes/gleaning.server.ts';

/** The longest list of a group's notes, newest first. */
const longestList = 500;

/** The group's notes, newest first: so many, after the one with this id. */
export async function list(
  member: Member,
  { after = null, limit = longestList }: { after?: string | null; limit?: number } = {}
): Promise<NoteCard[]> {
  allow(member, 'note.read');
  const isNext =
    after === null
      ? undefined
      : sql`(${note.createdAt}, ${note.id}) < (select last.created_at, last.id from ${note} last where last.id = ${after})`;
  const found = await cards(and(eq(note.groupId, member.groupId), isNext), limit);
  return found.map(asCard);
}

/**
 * Makes a note with its first text.
 * @throws NotFound when there is no such paper
 */
export async function make(
  member: Member,
  { title, paperId }: { title: string; paperId?: string | undefined }
): Promise<{ id: string }> {
  allow(member, 'note.make');
  return transaction(async (tx) => {
    const about = paperId ? await paperOf(tx, paperId) : null;
    const id = newId();
    await tx.insert(note).values({
      id,
      groupId: member.groupId,
      title,
      paperId: about?.id ?? null,
      createdBy: member.accountId
    });
    const template = await templateOf(member.groupId, about ? 'paper' : 'free', tx);
    await createDocument(
      tx,
      id,
      template ? fillTemplate(template, await beginning(tx, member, title, about)) : freeText(title, about)
    );
    await announceMade(tx, id);
    await publish(changed(member.groupId), tx);
    return { id };
  });
}

/**
 * The note of a meeting, made from the template unless it is there already, however many ask at once.
 * @returns its id; null when the meeting does not exist or was called off
 */
export async function makeForMeeting(tx: Transaction, meetingId: string): Promise<string | null> {
  const occasion = await occasionOf(tx, meetingId);
  if (!occasion) return null;
  const id = newId();
  const [made] = await tx
    .insert(note)
    .values({ id, groupId: occasion.groupId, meetingId, title: occasion.title })
    .onConflictDoNothing({ target: note.meetingId, where: isNull(note.deletedAt) })
    .returning({ id: note.id });
  if (!made) {
    const [there] = await tx.select({ id: note.id }).from(note).where(livingNoteOf(meetingId));
    return there?.id ?? null;
  }
  const template = await templateOf(occasion.groupId, 'meeting', tx);
  await createDocument(tx, id, template ? fillTemplate(template, occasion) : meetingText(occasion));
  await announceMade(tx, id);
  await publish(changed(occasion.groupId), tx);
  return id;
}

/** The note of a meeting for somebody who wants to write in it, made when it is not there yet. @throws NotFound */
export async function openForMeeting(member: Member, meetingId: string): Promise<{ id: string }> {
  allow(member, 'note.make');
  return transaction(async (tx) => {
    const [ours] = await tx
      .select({ id: meeting.id })
      .from(meeting)
      .where(and(eq(meeting.id, meetingId), eq(meeting.groupId, member.groupId)));
    const id = ours && (await makeForMeeting(tx, meetingId));
    if (!id) throw new NotFound('This meeting');
    return { id };
  });
}

/** A note as its page shows it. @throws NotFound */
export async function view(member: Member, noteId: string): Promise<NotePage> {
  allow(member, 'note.read');
  const [found] = await cards(inGroup(member, noteId), 1);
  if (!found) throw new NotFound('This note');
  return {
    ...asCard(found),
    text: await textOf(noteId),
    generation: found.generation,
    mayWrite: may(member.role, 'note.write'),
    mayRemove: may(member.role, 'note.delete')
  };
}

/** What a note is called now; null once it is gone, for pages that show it still. */
export async function titleOf(member: Member, noteId: string): Promise<string | null> {
  allow(member, 'note.read');
  const [found] = await database().select({ title: note.title }).from(note).where(inGroup(member, noteId));
  return found?.title ?? null;
}

/** Gives a note another title; the text is its own. @throws NotFound */
export async function rename(member: Member, noteId: string, title: string): Promise<void> {
  allow(member, 'note.write');
  await transaction(async (tx) => {
    const renamed = await tx
      .update(note)
      .set({ title })
      .where(inGroup(member, noteId))
      .returning({ id: note.id });
    if (renamed.length === 0) throw new NotFound('This note');
    await publish(changed(member.groupId), tx);
  });
}

/** Takes a note away from everyone; nothing is added to it once this returns. @throws NotFound */
export async function remove(member: Member, noteId: string): Promise<void> {
  allow(member, 'note.delete');
  await transaction(async (tx) => {
    // No update commits after the deletion.
    await lockHead(tx, noteId);
    const removed = await tx
      .update(note)
      .set({ deletedAt: new Date() })
      .where(inGroup(member, noteId))
      .returning({ title: note.title });
    if (!removed[0]) throw new NotFound('This note');
    await accounts.record(tx, member, 'note.delete', { about: removed[0].title });
    await publish({ topic: 'access', kind: `note:${noteId}` }, tx);
    await publish(changed(member.groupId), tx);
  });
}

/**
 * Writes at the end of a note, in a paragraph of its own. Whoever has it open gets it like any other edit.
 * @throws NotFound
 */
export async function append(member: Member, noteId: string, markdown: string): Promise<void> {
  allow(member, 'note.write');
  await transaction(async (tx) => {
    await find(member, noteId, tx);
    await write(tx, noteId, member.accountId, (text) => {
      const [end] = /\n*$/.exec(text.toString())!;
      const gap = text.length === 0 ? '' : '\n'.repeat(Math.max(0, 2 - end.length));
      text.insert(text.length, gap + markdown);
    });
    await requestJob('note.glean', { noteId }, { within: tx, key: noteId });
  });
}

/** Takes the note of a meeting away if nobody wrote in it or commented on it. @returns whether it was so */
export async function removeUntouched(tx: Transaction, meetingId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: note.id, groupId: note.groupId })
    .from(note)
    .where(livingNoteOf(meetingId));
  // Update 1 is what the note began with.
  if (!found || (await lockHead(tx, found.id)) !== 1) return false;
  const threads = await tx
    .select({ id: noteThread.id })
    .from(noteThread)
    .where(eq(noteThread.noteId, found.id))
    .limit(1);
  if (threads.length > 0) return false;
  await tx.update(note).set({ deletedAt: new Date() }).where(eq(note.id, found.id));
  await publish({ topic: 'access', kind: `note:${found.id}` }, tx);
  await publish(changed(found.groupId), tx);
  return true;
}

/** A note as a file. @throws NotFound */
export async function markdownOf(
  member: Member,
  noteId: string
): Promise<{ title: string; markdown: string }> {
  allow(member, 'note.read');
  const { title } = await find(member, noteId);
  return { title, markdown: await textOf(noteId) };
}

/** Finds the actor for a note whose address names no group. @throws NotFound, also for outsiders */
export async function enter(account: Account, noteId: string): Promise<Member> {
  const [found] = await database()
    .select({ slug: group.slug })
    .from(note)
    .innerJoin(group, eq(group.id, note.groupId))
    // In one statement: for an outsider a note that is there takes no more work than one that is not.
    .innerJoin(
      membership,
      and(
        eq(membership.groupId, note.groupId),
        eq(membership.accountId, account.id),
        isNull(membership.endedAt)
      )
    )
    .where(and(eq(note.id, noteId), isNull(note.deletedAt)));
  if (!found) throw new NotFound('This note');
  return groups.enter(account, found.slug).catch((failure: unknown) => {
    throw failure instanceof NotFound ? new NotFound('This note') : failure;
  });
}

/** What notes do by themselves. */
export const jobs: Job[] = [
  {
    name: 'note.prepare',
    run: async ({ meetingId }) => {
      await transaction((tx) => makeForMeeting(tx, String(meetingId)));
    }
  },
  { name: 'note.glean', run: ({ noteId }) => glean(String(noteId)) },
  {
    name: 'note.glean.forgotten',
    cron: '17 * * * *',
    atStart: true,
    run: async () => {
      for (const noteId of await forgotten()) await glean(noteId);
    }
  },
  ...versionJobs
];

function cards(which: SQL | undefined, limit: number) {
  return database()
    .select({
      id: note.id,
      title: note.title,
      createdAt: note.createdAt,
      meetingId: note.meetingId,
      startsAt: meeting.startsAt,
      paperId: note.paperId,
      paperTitle: paper.title,
      generation: noteHead.generation
    })
    .from(note)
    .innerJoin(noteHead, eq(noteHead.noteId, note.id))
    .leftJoin(meeting, eq(meeting.id, note.meetingId))
    .leftJoin(paper, eq(paper.id, note.paperId))
    .where(and(which, isNull(note.deletedAt)))
    .orderBy(desc(note.createdAt), desc(note.id))
    .limit(limit);
}

function asCard(row: Awaited<ReturnType<typeof cards>>[number]): NoteCard {
  const { id, title, createdAt, meetingId, startsAt, paperId, paperTitle } = row;
  return {
    id,
    title,
    createdAt,
    meeting: meetingId && startsAt ? { id: meetingId, startsAt } : null,
    paper: paperId && paperTitle ? { id: paperId, title: paperTitle } : null
  };
}

function livingNoteOf(meetingId: string) {
  return and(eq(note.meetingId, meetingId), isNull(note.deletedAt));
}

async function paperOf(tx: Transaction, paperId: string) {
  const [found] = await tx
    .select({ id: paper.id, title: paper.title, authors: paper.authors, abstract: paper.abstract })
    .from(paper)
    .where(eq(paper.id, paperId));
  if (!found) throw new NotFound('This paper');
  return found;
}

function changed(groupId: string) {
  return { topic: `group:${groupId}`, kind: 'notes' };
}
