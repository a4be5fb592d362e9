import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import * as Y from 'yjs';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow, may } from '#groups/permissions.ts';
import * as groups from '#groups/groups.server.ts';
import { renderMarkdown } from '#markdown/markdown.server.ts';
import type { Thread } from '#notes/comments.ts';
import { find } from '#notes/finding.server.ts';
import { namedIn } from '#notes/gleaning.ts';
import { textName } from '#notes/notes.ts';
import { anchored } from '#notes/passages.ts';
import { load } from '#notes/reading.server.ts';
import { noteComment, noteMention, noteThread } from '#notes/schema.ts';
import { oneOf } from '#platform/columns.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Database, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../failures.ts';

/** More open conversations than this nobody follows. */
const mostThreads = 300;

/** Whether somebody may comment: members, and guests where the group lets them. */
export async function mayComment(
  member: Member,
  within: Database | Transaction = database()
): Promise<boolean> {
  if (may(member.role, 'note.comment')) return true;
  return may(member.role, 'note.comment.guest') && (await groups.guestsComment(member, within));
}

async function allowComment(member: Member, tx: Transaction): Promise<void> {
  if (!(await mayComment(member, tx)))
    throw new Forbidden('Guests of this group read notes and do not comment.');
}

/** The conversations about a note in the order they began; the open ones, and those that were resolved. @throws NotFound */
export async function threads(member: Member, noteId: string): Promise<Thread[]> {
  allow(member, 'note.read');
  await find(member, noteId);
  const found = await database()
    .select({
      id: noteThread.id,
      anchorFrom: noteThread.anchorFrom,
      anchorTo: noteThread.anchorTo,
      quote: noteThread.quote,
      resolvedBy: account.name
    })
    .from(noteThread)
    .leftJoin(account, eq(account.id, noteThread.resolvedBy))
    .where(eq(noteThread.noteId, noteId))
    .orderBy(asc(noteThread.createdAt))
    .limit(mostThreads);
  if (found.length === 0) return [];
  const said = await database()
    .select({
      id: noteComment.id,
      threadId: noteComment.threadId,
      text: noteComment.text,
      createdAt: noteComment.createdAt,
      editedAt: noteComment.editedAt,
      deletedAt: noteComment.deletedAt,
      accountId: noteComment.accountId,
      by: account.name
    })
    .from(noteComment)
    .innerJoin(account, eq(account.id, noteComment.accountId))
    .where(
      oneOf(
        noteComment.threadId,
        found.map(({ id }) => id)
      )
    )
    .orderBy(asc(noteComment.createdAt), asc(noteComment.id));
  return found.map(({ anchorFrom, anchorTo, ...thread }) => ({
    ...thread,
    anchorFrom: Buffer.from(anchorFrom).toString('base64'),
    anchorTo: Buffer.from(anchorTo).toString('base64'),
    comments: said
      .filter(({ threadId }) => threadId === thread.id)
      .map(({ id, by, text, createdAt, editedAt, deletedAt, accountId }) => ({
        id,
        by,
        createdAt,
        html: deletedAt ? '' : renderMarkdown(text),
        isRemoved: deletedAt !== null,
        isEdited: editedAt !== null && !deletedAt,
        source: accountId === member.accountId && !deletedAt ? text : null,
        mayRemove: !deletedAt && (accountId === member.accountId || may(member.role, 'note.delete'))
      }))
  }));
}

/** Begins a conversation about a passage. @throws NotFound, Forbidden, Invalid for anchors that are none */
export async function begin(
  member: Member,
  noteId: string,
  { anchorFrom, anchorTo, quote, text }: { anchorFrom: string; anchorTo: string; quote: string; text: string }
): Promise<{ id: string }> {
  const [from, to] = [anchorOf(anchorFrom), anchorOf(anchorTo)];
  return transaction(async (tx) => {
    await find(member, noteId, tx);
    await allowComment(member, tx);
    const standing = await tx.$count(noteThread, eq(noteThread.noteId, noteId));
    if (standing >= mostThreads) throw new Conflict('This note has as many comments as it can hold.');
    const id = newId();
    await tx
      .insert(noteThread)
      .values({ id, noteId, anchorFrom: from, anchorTo: to, quote, createdBy: member.accountId });
    await say(tx, member, { noteId, threadId: id }, text);
    return { id };
  });
}

/**
 * Begins a conversation about the first passage of a note that has these words.
 * @throws Invalid when the note does not say them
 */
export async function beginAbout(
  member: Member,
  noteId: string,
  { quote, text }: { quote: string; text: string }
): Promise<{ id: string }> {
  await find(member, noteId);
  const { doc } = await load(noteId);
  const written = doc.getText(textName);
  const from = written.toString().indexOf(quote);
  if (from === -1) throw new Invalid({ quote: 'The note does not say this.' });
  return begin(member, noteId, { ...anchored(written, from, from + quote.length), text });
}

/** Answers in a conversation, which opens again when it was resolved. @throws NotFound, Forbidden */
export async function reply(member: Member, noteId: string, threadId: string, text: string): Promise<void> {
  await transaction(async (tx) => {
    await threadIn(tx, member, noteId, threadId);
    await allowComment(member, tx);
    await tx
      .update(noteThread)
      .set({ resolvedAt: null, resolvedBy: null })
      .where(eq(noteThread.id, threadId));
    await say(tx, member, { noteId, threadId }, text);
  });
}

/** Ends a conversation, or opens it again. @throws NotFound, Forbidden */
export async function resolve(
  member: Member,
  noteId: string,
  threadId: string,
  isResolved = true
): Promise<void> {
  allow(member, 'note.resolve');
  await transaction(async (tx) => {
    await threadIn(tx, member, noteId, threadId);
    const values = isResolved
      ? { resolvedAt: new Date(), resolvedBy: member.accountId }
      : { resolvedAt: null, resolvedBy: null };
    await tx.update(noteThread).set(values).where(eq(noteThread.id, threadId));
    await tell(tx, member);
  });
}

/** Puts a comment of one's own in other words; whoever it names only now is told. @throws NotFound, Forbidden */
export async function edit(member: Member, noteId: string, commentId: string, text: string): Promise<void> {
  await transaction(async (tx) => {
    const found = await commentIn(tx, member, noteId, commentId);
    await allowComment(member, tx);
    if (found.accountId !== member.accountId)
      throw new Forbidden('Only whoever wrote a comment may change it.');
    if (found.text === text) return;
    await tx.update(noteComment).set({ text, editedAt: new Date() }).where(eq(noteComment.id, commentId));
    await mention(tx, member, { noteId, threadId: found.threadId }, text, found.text);
    await tell(tx, member);
  });
}

/** Takes back a comment of one's own; organisers take back any. @throws NotFound, Forbidden */
export async function remove(member: Member, noteId: string, commentId: string): Promise<void> {
  await transaction(async (tx) => {
    const found = await commentIn(tx, member, noteId, commentId);
    if (found.accountId !== member.accountId) allow(member, 'note.delete');
    await tx
      .update(noteComment)
      .set({ text: '', deletedAt: new Date() })
      .where(eq(noteComment.id, commentId));
    await tell(tx, member);
  });
}

async function threadIn(tx: Transaction, member: Member, noteId: string, threadId: string): Promise<void> {
  await find(member, noteId, tx);
  const [found] = await tx
    .select({ id: noteThread.id })
    .from(noteThread)
    .where(and(eq(noteThread.id, threadId), eq(noteThread.noteId, noteId)));
  if (!found) throw new NotFound('This conversation');
}

/** A comment that was not taken back, held until the transaction ends. */
async function commentIn(tx: Transaction, member: Member, noteId: string, commentId: string) {
  await find(member, noteId, tx);
  const [found] = await tx
    .select({
      accountId: noteComment.accountId,
      threadId: noteComment.threadId,
      text: noteComment.text
    })
    .from(noteComment)
    .innerJoin(noteThread, eq(noteThread.id, noteComment.threadId))
    .where(and(eq(noteComment.id, commentId), eq(noteThread.noteId, noteId), isNull(noteComment.deletedAt)))
    .for('update', { of: noteComment });
  if (!found) throw new NotFound('This comment');
  return found;
}

async function say(
  tx: Transaction,
  member: Member,
  { noteId, threadId }: { noteId: string; threadId: string },
  text: string
): Promise<void> {
  await tx.insert(noteComment).values({ id: newId(), threadId, accountId: member.accountId, text });
  await mention(tx, member, { noteId, threadId }, text);
  await tell(tx, member);
}

/** Tells those whom a comment names, but for those whom it named `before`. */
async function mention(
  tx: Transaction,
  member: Member,
  { noteId, threadId }: { noteId: string; threadId: string },
  text: string,
  before = ''
): Promise<void> {
  const people = await groups.namesIn(member.groupId, tx);
  const known = new Set([...namedIn(before, people).keys()].map(({ accountId }) => accountId));
  for (const { accountId } of namedIn(text, people).keys()) {
    if (accountId === member.accountId || known.has(accountId)) continue;
    await tx
      .insert(noteMention)
      .values({ id: newId(), noteId, threadId, accountId })
      .onConflictDoUpdate({
        target: [noteMention.threadId, noteMention.accountId],
        targetWhere: isNotNull(noteMention.threadId),
        set: { seenAt: null, createdAt: new Date() }
      });
  }
}

function tell(tx: Transaction, { groupId }: Member): Promise<void> {
  return publish({ topic: `group:${groupId}`, kind: 'comments' }, tx);
}

function anchorOf(encoded: string): Uint8Array {
  const bytes = Uint8Array.from(Buffer.from(encoded, 'base64'));
  try {
    Y.decodeRelativePosition(bytes);
    return bytes;
  } catch {
    throw new Invalid({ quote: 'Select the passage again.' });
  }
}
