import { and, eq, isNull } from 'drizzle-orm';
import * as accounts from '#accounts/accounts.server.ts';
import { may, type Role } from '#groups/permissions.ts';
import { membership } from '#groups/schema.ts';
import { note, noteHead } from '#notes/schema.ts';
import { database } from '#platform/database.server.ts';
import { closing } from './protocol.ts';

/** Somebody on a socket, and what they may do there now. */
export interface Access {
  accountId: string;
  name: string;
  /** SHA-256 of the session's id. */
  sessionHash: string;
  canWrite: boolean;
  generation: number;
  /** When the session ends unless it is used. */
  expiresAt: Date;
}

/** @returns what this session may do with this note, or the code by which its socket is closed */
export async function accessTo(noteId: string, sessionId: string | null): Promise<Access | number> {
  const session = sessionId ? await accounts.accountOfSession(sessionId) : null;
  if (!sessionId || !session) return closing.signedOut;
  const [found] = await database()
    .select({
      role: membership.role,
      deletedAt: note.deletedAt,
      generation: noteHead.generation
    })
    .from(note)
    .innerJoin(noteHead, eq(noteHead.noteId, note.id))
    .leftJoin(
      membership,
      and(
        eq(membership.groupId, note.groupId),
        eq(membership.accountId, session.account.id),
        isNull(membership.endedAt)
      )
    )
    .where(eq(note.id, noteId));
  // An outsider is told the same of a note that is not theirs and of one that never was.
  const role: Role | null = found?.role ?? null;
  if (!found || !role || !may(role, 'note.read')) return closing.noAccess;
  if (found.deletedAt) return closing.deleted;
  return {
    accountId: session.account.id,
    name: session.account.name,
    sessionHash: accounts.hashOfSession(sessionId),
    canWrite: may(role, 'note.write'),
    generation: found.generation,
    expiresAt: session.expiresAt
  };
}
