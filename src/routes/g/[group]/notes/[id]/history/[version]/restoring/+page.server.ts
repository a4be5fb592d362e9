import { redirect } from '@sveltejs/kit';
import { allow } from '#groups/permissions.ts';
import * as versions from '#notes/versions.server.ts';
import { action, page } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals }) => {
  const member = await locals.enter(params.group);
  allow(member, 'note.restore');
  const { title: noteTitle, from, passages } = await versions.compare(member, params.id, params.version);
  return { noteId: params.id, noteTitle, version: from, passages };
});

export const actions: Actions = {
  default: action(async ({ params, locals }) => {
    const member = await locals.enter(params.group);
    await versions.restore(member, params.id, params.version);
    redirect(303, `/g/${member.groupSlug}/notes/${params.id}`);
  })
};
