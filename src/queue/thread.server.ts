import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { account } from '#accounts/schema.ts';
import type { Member } from '#groups/groups.ts';
import { allow, may } from '#groups/permissions.ts';
import { publish } from '#platform/bus.server.ts';
import { database, transaction } from '#platform/database.server.ts';
import { newId } from '#platform/id.ts';
import { changed } from '#queue/changed.ts';
import { find } from '#queue/finding.server.ts';
import { nomination, nominationComment } from '#queue/schema.ts';
import { Conflict, NotFound } from '../failures.ts';

/** Comments on a page of a thread. */
export const threadPage = 30;
const mostComments = 2_000;

/** A comment as a member sees it. */
export interface Comment {
  id: string;
  by: string;
  /** The reader wrote it. */
  own: boolean;
  /** Markdown as it was written; empty once it was taken back. */
  text: string;
  createdAt: Date;
  editedAt: Date | null;
  isRemoved: boolean;
  mayRemove: boolean;
}

/**
 * A page of the thread under a nomination, in time's order, with what was said under those merged into it.
 * @param page the last one unless named
 */
export async function thread(
  member: Member,
  nominationId: string,
  page: number | null = null
): Promise<{ comments: Comment[]; page: number; pages: number }> {
  await find(member, nominationId);
  // One condition that an index serves; two of them joined by "or" would read every comment there is.
  const here = sql`${nominationComment.nominationId} in (
    select m.id from ${nomination} m where m.id = ${nominationId} or m.joined_id = ${nominationId})`;
  const pages = Math.max(1, Math.ceil((await database().$count(nominationComment, here)) / threadPage));
  const shown = Math.min(page ?? pages, pages);
  const rows = await database()
    .select({
      id: nominationComment.id,
      by: account.name,
      accountId: account.id,
      text: nominationComment.text,
      createdAt: nominationComment.createdAt,
      editedAt: nominationComment.editedAt,
      removedAt: nominationComment.removedAt
    })
    .from(nominationComment)
    .innerJoin(account, eq(account.id, nominationComment.accountId))
    .where(here)
    .orderBy(asc(nominationComment.createdAt), asc(nominationComment.id))
    .limit(threadPage)
    .offset((shown - 1) * threadPage);
  const comments = rows.map(({ accountId, removedAt, text, ...row }) => {
    const own = accountId === member.accountId;
    const mayRemove = may(member.role, own ? 'nomination.comment' : 'nomination.comment.remove.any');
    return {
      ...{ ...row, own, text: removedAt ? '' : text, isRemoved: removedAt !== null },
      mayRemove: !removedAt && mayRemove
    };
  });
  return { comments, page: shown, pages };
}

/** Says something under a nomination, whatever became of it. @returns the comment's id */
export async function comment(member: Member, nominationId: string, text: string): Promise<string> {
  allow(member, 'nomination.comment');
  await find(member, nominationId);
  return transaction(async (tx) => {
    const many = await tx.$count(nominationComment, eq(nominationComment.nominationId, nominationId));
    if (many >= mostComments)
      throw new Conflict(`A thread has at most ${mostComments} comments. Go on in the notes.`);
    const id = newId();
    await tx.insert(nominationComment).values({ id, nominationId, accountId: member.accountId, text });
    await publish(changed(member.groupId), tx);
    return id;
  });
}

/** Writes one's own comment anew. @throws NotFound for somebody else's, and for one that was taken back */
export async function editComment(member: Member, commentId: string, text: string): Promise<void> {
  allow(member, 'nomination.comment');
  await alter(member, commentId, true, { text, editedAt: new Date() });
}

/** Takes a comment back: one's own, organisers any. */
export async function removeComment(member: Member, commentId: string): Promise<void> {
  const isAny = may(member.role, 'nomination.comment.remove.any');
  if (!isAny) allow(member, 'nomination.comment');
  await alter(member, commentId, !isAny, { removedAt: new Date() });
}

async function alter(
  member: Member,
  commentId: string,
  isOwnOnly: boolean,
  values: { text: string; editedAt: Date } | { removedAt: Date }
): Promise<void> {
  await transaction(async (tx) => {
    const [done] = await tx
      .update(nominationComment)
      .set(values)
      .from(nomination)
      .where(
        and(
          eq(nomination.id, nominationComment.nominationId),
          eq(nomination.groupId, member.groupId),
          eq(nominationComment.id, commentId),
          isNull(nominationComment.removedAt),
          isOwnOnly ? eq(nominationComment.accountId, member.accountId) : undefined
        )
      )
      .returning({ id: nominationComment.id });
    if (!done) throw new NotFound('This comment');
    await publish(changed(member.groupId), tx);
  });
}
