import { eq } from 'drizzle-orm';
import { group } from '#groups/schema.ts';
import { note } from '#notes/schema.ts';
import type { Transaction } from '#platform/database.server.ts';
import * as webhooks from '#webhooks/webhooks.server.ts';

/** Tells the group's webhooks that a note was begun: its title, and where it is. */
export async function announceMade(tx: Transaction, noteId: string): Promise<void> {
  const found = await about(tx, noteId);
  if (found) await webhooks.tell(tx, found.groupId, { type: 'note.made', ...found.happening });
}

/** The same for what is written in it, once in ten minutes. */
export async function announceChanged(tx: Transaction, noteId: string): Promise<void> {
  const found = await about(tx, noteId);
  if (!found) return;
  const once = `note.changed:${noteId}`;
  await webhooks.tellLater(tx, found.groupId, { type: 'note.changed', ...found.happening, once });
}

async function about(tx: Transaction, noteId: string) {
  const [found] = await tx
    .select({ groupId: note.groupId, title: note.title, slug: group.slug })
    .from(note)
    .innerJoin(group, eq(group.id, note.groupId))
    .where(eq(note.id, noteId));
  if (!found) return undefined;
  const { groupId, title, slug } = found;
  return { groupId, happening: { title, path: `/g/${slug}/notes/${noteId}`, facts: { noteId } } };
}
