import { and, desc, eq } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow, may } from '#groups/permissions.ts';
import { attributed } from '#notes/comparing.server.ts';
import { find, lockHead } from '#notes/finding.server.ts';
import { card, clocksOf, placeBelow, versionState, versionText } from '#notes/kept.server.ts';
import { store } from '#notes/keeping.server.ts';
import { textName } from '#notes/notes.ts';
import { load } from '#notes/reading.server.ts';
import { noteVersion } from '#notes/schema.ts';
import { folded, type Passage, type VersionCard, type VersionRow } from '#notes/versions.ts';
import { namesOf, writersOf, type Writers } from '#notes/writers.server.ts';
import { rewrite, write } from '#notes/writing.server.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction, type Transaction } from '#platform/database.server.ts';
import { Conflict } from '../failures.ts';

export { jobs, keepAutomatically } from '#notes/keeping.server.ts';

/** Versions on one page of the list. */
const pageLength = 25;

/** What a note's history shows: a page of its versions, newest first, and what the reader may do. */
export interface History {
  title: string;
  versions: VersionRow[];
  /** The version below which the next page begins; null on the last. */
  older: string | null;
  mayKeep: boolean;
  mayRestore: boolean;
}

/** A note's versions, newest first. @param below the last version of the page before @throws NotFound */
export async function list(member: Member, noteId: string, below: string | null = null): Promise<History> {
  allow(member, 'note.read');
  const { title } = await find(member, noteId);
  const start = below ? await placeBelow(noteId, below) : undefined;
  const found = await database()
    .select({ ...card, seq: noteVersion.seq })
    .from(noteVersion)
    .leftJoin(account, eq(account.id, noteVersion.createdBy))
    .where(and(eq(noteVersion.noteId, noteId), start))
    .orderBy(desc(noteVersion.createdAt), desc(noteVersion.id))
    .limit(pageLength + 1);
  const writers = await writersOf(noteId);
  const clocks: ReadonlyMap<number, number>[] = [];
  for (const { id } of found) clocks.push(await clocksOf(id));
  const wrote = found.map((_, at) => accountsBetween(clocks[at + 1], clocks[at]!, writers));
  const names = await namesOf(wrote.flatMap((accounts) => [...accounts]));
  return {
    title,
    versions: found.slice(0, pageLength).map(({ id, reason, name, createdAt, by }, at) => ({
      ...{ id, reason, name, createdAt, by },
      writers: [...wrote[at]!].flatMap((id) => names.get(id) ?? []).sort()
    })),
    older: found.length > pageLength ? found[pageLength - 1]!.id : null,
    mayKeep: may(member.role, 'note.version'),
    mayRestore: may(member.role, 'note.restore')
  };
}

/** Keeps the note as it stands under a name. @throws NotFound */
export async function keep(member: Member, noteId: string, name: string): Promise<{ id: string }> {
  allow(member, 'note.version');
  return transaction(async (tx) => {
    await lockHead(tx, noteId);
    await find(member, noteId, tx);
    const loaded = await load(noteId, tx);
    const id = await store(tx, noteId, loaded, { reason: 'named', name, createdBy: member.accountId });
    loaded.doc.destroy();
    await changed(tx, member);
    return { id };
  });
}

/**
 * Gives the note the text of a version again, as an edit by the member that everyone who has it open receives; the
 * state before is kept.
 * @throws NotFound
 * @throws Conflict when that is its text already
 */
export async function restore(member: Member, noteId: string, versionId: string): Promise<void> {
  allow(member, 'note.restore');
  await transaction(async (tx) => {
    await lockHead(tx, noteId);
    await find(member, noteId, tx);
    const { text } = await versionText(noteId, versionId, tx);
    const loaded = await load(noteId, tx);
    if (loaded.doc.getText(textName).toString() === text) {
      throw new Conflict('The note has this text already.');
    }
    await store(tx, noteId, loaded, { reason: 'restore', createdBy: member.accountId });
    await write(tx, noteId, member.accountId, (living) => rewrite(living, text));
    loaded.doc.destroy();
    await changed(tx, member);
  });
}

/** A comparison of two states of a note. */
export interface Comparison {
  title: string;
  /** Null: before there was anything. */
  from: VersionCard | null;
  /** Null: as it is now. */
  to: VersionCard | null;
  passages: Passage[];
}

/** What changed from one version, or from nothing, to another, or to now. @throws NotFound */
export async function compare(
  member: Member,
  noteId: string,
  fromVersionId: string | null,
  toVersionId: string | null = null
): Promise<Comparison> {
  allow(member, 'note.read');
  const { title } = await find(member, noteId);
  const from = fromVersionId ? await versionText(noteId, fromVersionId) : null;
  const to = toVersionId ? await versionState(noteId, toVersionId) : { card: null, ...(await load(noteId)) };
  const pieces = await attributed(from?.text ?? '', to.doc, await writersOf(noteId));
  to.doc.destroy();
  return { title, from: from?.card ?? null, to: to.card, passages: folded(pieces) };
}

/** A version of a note by its id, for the step before it is restored. @throws NotFound */
export async function one(member: Member, noteId: string, versionId: string): Promise<VersionCard> {
  allow(member, 'note.read');
  await find(member, noteId);
  return (await versionText(noteId, versionId)).card;
}

function accountsBetween(
  before: ReadonlyMap<number, number> | undefined,
  after: ReadonlyMap<number, number>,
  writers: Writers
): Set<string> {
  const grown = [...after].filter(([client, clock]) => clock > (before?.get(client) ?? 0));
  return new Set(grown.flatMap(([client]) => writers.get(client) ?? []));
}

function changed(tx: Transaction, member: Member): Promise<void> {
  return publish({ topic: `group:${member.groupId}`, kind: 'notes' }, tx);
}
