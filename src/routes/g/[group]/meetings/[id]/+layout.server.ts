import * as groups from '#groups/groups.server.ts';
import { renderMarkdown } from '#markdown/markdown.server.ts';
import * as notes from '#notes/notes.server.ts';
import { page } from '#routes/answer.server.ts';
import type { LayoutServerLoad } from './$types';

/**
 * The note of a meeting, apart from the rest of its page: that loads again with every hand that goes up, and a long note
 * is dear to read. Whoever has it open follows it by its own connection.
 */
export const load: LayoutServerLoad = page(async ({ params, locals, depends, route }) => {
  depends('group:notes');
  if (route.id !== '/g/[group]/meetings/[id]') return { note: null };
  const member = await locals.enter(params.group);
  const noteId = await notes.noteOf(member, params.id);
  if (!noteId) return { note: null };
  const [note, people] = await Promise.all([notes.view(member, noteId), groups.people(member)]);
  return {
    note: { ...note, html: renderMarkdown(note.text), people: people.map(({ name }) => name) }
  };
});
