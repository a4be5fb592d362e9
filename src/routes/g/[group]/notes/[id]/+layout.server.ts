import * as notes from '#notes/notes.server.ts';
import { page } from '#routes/answer.server.ts';
import type { LayoutServerLoad } from './$types';

/**
 * What follows the group's changes on a note's page. The note itself is not loaded again: when it is deleted, whoever
 * has it open keeps the text in sight and is told by its connection.
 */
export const load: LayoutServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:notes');
  const member = await locals.enter(params.group);
  return { title: await notes.titleOf(member, params.id) };
});
