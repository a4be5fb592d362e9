import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import { inGroup } from '#notes/finding.server.ts';
import { textOf } from '#notes/log.server.ts';
import { note } from '#notes/schema.ts';
import { database, transaction } from '#platform/database.server.ts';
import { NotFound } from '../failures.ts';

/** Random bytes of a key: nobody comes upon a shared note by trying. */
const keyBytes = 20;

/** A note as anybody reads it who has its address: nothing of the group is in it. */
export interface SharedNote {
  title: string;
  text: string;
}

/** Lets anybody read a note who has the address with this key; the same key until it is withdrawn. @throws NotFound */
export async function share(member: Member, noteId: string): Promise<string> {
  allow(member, 'note.share');
  return transaction(async (tx) => {
    const [found] = await tx
      .select({ key: note.shareKey, title: note.title })
      .from(note)
      .where(inGroup(member, noteId))
      .for('update');
    if (!found) throw new NotFound('This note');
    if (found.key) return found.key;
    const shareKey = randomBytes(keyBytes).toString('base64url');
    await tx.update(note).set({ shareKey, sharedAt: new Date() }).where(eq(note.id, noteId));
    await accounts.record(tx, member, 'note.share', { about: found.title });
    return shareKey;
  });
}

/** Takes the address back: it leads nowhere from now on, and sharing again makes another. @throws NotFound */
export async function unshare(member: Member, noteId: string): Promise<void> {
  allow(member, 'note.share');
  await transaction(async (tx) => {
    const [withdrawn] = await tx
      .update(note)
      .set({ shareKey: null, sharedAt: null })
      .where(inGroup(member, noteId))
      .returning({ title: note.title });
    if (!withdrawn) throw new NotFound('This note');
    await accounts.record(tx, member, 'note.unshare', { about: withdrawn.title });
  });
}

/** The key by which a note is shared now; null when it is not. @throws NotFound */
export async function keyOf(member: Member, noteId: string): Promise<string | null> {
  allow(member, 'note.share');
  const [found] = await database().select({ key: note.shareKey }).from(note).where(inGroup(member, noteId));
  if (!found) throw new NotFound('This note');
  return found.key;
}

/** The note that is shared by this key, for whoever asks. @throws NotFound, the same for whatever reason */
export async function sharedBy(key: string): Promise<SharedNote> {
  const [found] = await database()
    .select({ id: note.id, title: note.title })
    .from(note)
    .where(and(eq(note.shareKey, key), isNull(note.deletedAt)));
  if (!found) throw new NotFound('This note');
  return { title: found.title, text: await textOf(found.id) };
}
