import * as comments from '#notes/comments.server.ts';
import * as notes from '#notes/notes.server.ts';
import { page } from '#routes/answer.server.ts';
import type { LayoutServerLoad } from './$types';

/**
 * What follows the group's changes on a note's page. The note itself is not loaded again: when it is deleted, whoever
 * has it open keeps the text in sight and is told by its connection.
 */
export const load: LayoutServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:notes', 'group:comments');
  const member = await locals.enter(params.group);
  const title = await notes.titleOf(member, params.id);
  if (title === null) return { title, threads: [], mayComment: false };
  const [threads, mayComment] = await Promise.all([
    comments.threads(member, params.id),
    comments.mayComment(member)
  ]);
  return { title, threads, mayComment };
});
