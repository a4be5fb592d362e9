import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Account } from '#accounts/accounts.ts';
import { allow, may } from '#groups/permissions.ts';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import * as groups from '#groups/groups.server.ts';
import { group, membership } from '#groups/schema.ts';
import { announceChanged } from '#notes/announcing.server.ts';
import { find } from '#notes/finding.server.ts';
import { citedIn, decisionsIn, dueIn, namedIn, tasksIn } from '#notes/gleaning.ts';
import { textName } from '#notes/notes.ts';
import { load } from '#notes/reading.server.ts';
import {
  actionItem,
  note,
  noteCitation,
  noteDecision,
  noteHead,
  noteMention,
  noteText
} from '#notes/schema.ts';
import { write } from '#notes/writing.server.ts';
import * as papers from '#papers/papers.server.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { Conflict } from '../failures.ts';

/** More task boxes than this are a program's, not a meeting's. */
const mostTasks = 1000;
const mostDecisions = 200;

/** Reads citations, decisions, action items and mentions out of a note's text, unless that is done already. */
export async function glean(noteId: string): Promise<void> {
  await transaction(async (tx) => {
    const [found] = await tx
      .select({
        head: noteHead.head,
        gleaned: noteHead.gleaned,
        groupId: note.groupId,
        timezone: group.timezone
      })
      .from(noteHead)
      .innerJoin(note, eq(note.id, noteHead.noteId))
      .innerJoin(group, eq(group.id, note.groupId))
      .where(and(eq(noteHead.noteId, noteId), isNull(note.deletedAt)));
    // Two who glean at once do the same; the rows of one note are gone through one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('glean ' || ${noteId}, 0))`);
    if (!found || found.gleaned >= found.head) return;
    const { doc, head } = await load(noteId, tx);
    const text = doc.getText(textName).toString();
    doc.destroy();
    const people = await groups.namesIn(found.groupId, tx);
    await keepText(tx, noteId, text);
    await keepCitations(tx, noteId, citedIn(text));
    await keepDecisions(tx, noteId, decisionsIn(text));
    await keepTasks(tx, noteId, found, text, people);
    await keepMentions(tx, noteId, namedIn(text, people));
    // A note that was never read before was told of when it was begun.
    if (found.gleaned > 0) await announceChanged(tx, noteId);
    await tx.update(noteHead).set({ gleaned: head }).where(eq(noteHead.noteId, noteId));
    await publish({ topic: `group:${found.groupId}`, kind: 'gleanings' }, tx);
  });
}

/** The notes whose text is ahead of what was read out of it: those whose request was lost with its process. */
export async function forgotten(): Promise<string[]> {
  const found = await database()
    .select({ noteId: noteHead.noteId })
    .from(noteHead)
    .innerJoin(note, eq(note.id, noteHead.noteId))
    .where(and(sql`${noteHead.head} > ${noteHead.gleaned}`, isNull(note.deletedAt)))
    .limit(1000);
  return found.map(({ noteId }) => noteId);
}

interface Named {
  accountId: string;
  name: string;
}

/** PostgreSQL's texts hold no zero. */
async function keepText(tx: Transaction, noteId: string, text: string): Promise<void> {
  const values = { text: text.replaceAll('\0', '') };
  await tx
    .insert(noteText)
    .values({ noteId, ...values })
    .onConflictDoUpdate({ target: noteText.noteId, set: values });
}

async function keepCitations(tx: Transaction, noteId: string, cited: readonly string[]): Promise<void> {
  await tx.delete(noteCitation).where(eq(noteCitation.noteId, noteId));
  const current = new Set(await papers.currentIds(cited.slice(0, 500), tx));
  const rows = [...current].map((citedId) => ({ noteId, citedId }));
  if (rows.length > 0) await tx.insert(noteCitation).values(rows);
}

async function keepDecisions(tx: Transaction, noteId: string, decided: readonly string[]): Promise<void> {
  await tx.delete(noteDecision).where(eq(noteDecision.noteId, noteId));
  const rows = decided.slice(0, mostDecisions).map((text, position) => {
    return { noteId, position, text: text.slice(0, 1000).replaceAll('\0', '').toWellFormed() };
  });
  if (rows.length > 0) await tx.insert(noteDecision).values(rows);
}

/** Tasks that stand unchanged keep the day they were due by: "by Friday" was said once. */
async function keepTasks(
  tx: Transaction,
  noteId: string,
  { groupId, timezone }: { groupId: string; timezone: string },
  text: string,
  people: readonly Named[]
): Promise<void> {
  const known = await tx
    .select({ text: actionItem.text, dueOn: actionItem.dueOn, doneAt: actionItem.doneAt })
    .from(actionItem)
    .where(eq(actionItem.noteId, noteId));
  const before = new Map(known.map((item) => [item.text, item]));
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(new Date());
  const rows = tasksIn(text)
    .slice(0, mostTasks)
    .map((task) => {
      const words = task.text.slice(0, 500);
      const [assignee] = namedIn(words, people).keys();
      const earlier = before.get(words);
      return {
        noteId,
        position: task.position,
        groupId,
        text: words,
        assigneeId: assignee?.accountId ?? null,
        dueOn: earlier ? earlier.dueOn : dueIn(words, today),
        doneAt: task.isDone ? (earlier?.doneAt ?? new Date()) : null
      };
    });
  await tx.delete(actionItem).where(eq(actionItem.noteId, noteId));
  if (rows.length > 0) await tx.insert(actionItem).values(rows);
}

/** Somebody is told when the text names them oftener than before. */
async function keepMentions(
  tx: Transaction,
  noteId: string,
  named: ReadonlyMap<Named, number>
): Promise<void> {
  for (const [{ accountId }, times] of named) {
    await tx
      .insert(noteMention)
      .values({ id: newId(), noteId, accountId, times })
      .onConflictDoUpdate({
        target: [noteMention.noteId, noteMention.accountId],
        targetWhere: isNull(noteMention.threadId),
        set: {
          times,
          seenAt: sql`case when excluded.times > ${noteMention.times} then null else ${noteMention.seenAt} end`,
          createdAt: sql`case when excluded.times > ${noteMention.times} then now() else ${noteMention.createdAt} end`
        }
      });
  }
}

/** Something to do, where it stands. */
export interface ActionItem {
  noteId: string;
  position: number;
  text: string;
  assignee: string | null;
  /** The account it is assigned to. */
  assigneeId: string | null;
  /** `YYYY-MM-DD`. */
  dueOn: string | null;
  noteTitle: string;
  groupSlug: string;
  groupName: string;
  mayTick: boolean;
}

const longestList = 200;

/** What is still to be done in a group: the dated first, the earliest of them on top. */
export async function openItems(member: Member): Promise<ActionItem[]> {
  allow(member, 'note.read');
  const found = await items()
    .where(and(eq(actionItem.groupId, member.groupId), isNull(actionItem.doneAt), isNull(note.deletedAt)))
    .orderBy(...order)
    .limit(longestList);
  return found.map((item) => ({ ...item, mayTick: may(member.role, 'note.write') }));
}

/** What somebody is still to do, over all their groups. */
export async function itemsOf({ id }: Account): Promise<ActionItem[]> {
  const found = await items()
    .innerJoin(
      membership,
      and(
        eq(membership.groupId, actionItem.groupId),
        eq(membership.accountId, id),
        isNull(membership.endedAt)
      )
    )
    .where(and(eq(actionItem.assigneeId, id), isNull(actionItem.doneAt), isNull(note.deletedAt)))
    .orderBy(...order)
    .limit(longestList);
  return found.map((item) => ({ ...item, mayTick: true }));
}

const order = [sql`${actionItem.dueOn} asc nulls last`, asc(actionItem.noteId), asc(actionItem.position)];

function items() {
  return database()
    .select({
      noteId: actionItem.noteId,
      position: actionItem.position,
      text: actionItem.text,
      assignee: account.name,
      assigneeId: actionItem.assigneeId,
      dueOn: actionItem.dueOn,
      noteTitle: note.title,
      groupSlug: group.slug,
      groupName: group.name
    })
    .from(actionItem)
    .innerJoin(note, eq(note.id, actionItem.noteId))
    .innerJoin(group, eq(group.id, actionItem.groupId))
    .leftJoin(account, eq(account.id, actionItem.assigneeId))
    .$dynamic();
}

/**
 * Ticks an action item where it stands: an edit of its note.
 * @throws NotFound when the note is not in the group
 * @throws Conflict when the text has no such open task any more
 */
export async function tick(
  member: Member,
  noteId: string,
  task: { position: number; text: string }
): Promise<void> {
  allow(member, 'note.write');
  await transaction(async (tx) => {
    await find(member, noteId, tx);
    const isChanged = await write(tx, noteId, member.accountId, (text) => {
      const open = tasksIn(text.toString()).filter(
        (found) => !found.isDone && found.text.slice(0, 500) === task.text
      );
      const meant = open.find(({ position }) => position === task.position) ?? open[0];
      if (!meant) return;
      text.delete(meant.at, 1);
      text.insert(meant.at, 'x');
    });
    if (!isChanged) throw new Conflict('This is done already, or somebody has changed it in the note.');
  });
  await glean(noteId);
}
