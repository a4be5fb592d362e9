import { and, eq } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import type { Member } from '#groups/groups.ts';
import { allow } from '#groups/permissions.ts';
import type { NoteKind } from '#notes/notes.ts';
import { noteTemplate } from '#notes/schema.ts';
import { database, transaction, type Database, type Transaction } from '#platform/database.server.ts';

/** How the group begins its notes of a kind; empty when it does so in the usual way. */
export async function templateOf(
  groupId: string,
  kind: NoteKind,
  within: Database | Transaction = database()
): Promise<string> {
  const [found] = await within
    .select({ text: noteTemplate.text })
    .from(noteTemplate)
    .where(and(eq(noteTemplate.groupId, groupId), eq(noteTemplate.kind, kind)));
  return found?.text ?? '';
}

/** The group's template, for those who may change it. */
export async function template(member: Member, kind: NoteKind): Promise<string> {
  allow(member, 'note.template');
  return templateOf(member.groupId, kind);
}

/** Gives the group another template; an empty one is the usual one again. Notes that exist stay as they are. */
export async function setTemplate(member: Member, kind: NoteKind, text: string): Promise<void> {
  allow(member, 'note.template');
  const values = { text, changedBy: member.accountId, changedAt: new Date() };
  await transaction(async (tx) => {
    await tx
      .insert(noteTemplate)
      .values({ groupId: member.groupId, kind, ...values })
      .onConflictDoUpdate({ target: [noteTemplate.groupId, noteTemplate.kind], set: values });
    await accounts.record(tx, member, 'note.template', { about: kind });
  });
}
