import { redirect } from '@sveltejs/kit';
import { may } from '#groups/groups.ts';
import { renderMarkdown, renderPaperTitle } from '#markdown/markdown.server.ts';
import * as notes from '#notes/notes.server.ts';
import { RenameForm } from '#notes/notes.ts';
import * as sharing from '#notes/sharing.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url }) => {
  const member = await locals.enter(params.group);
  const note = await notes.view(member, params.id);
  const mayShare = may(member.role, 'note.share');
  const key = mayShare ? await sharing.keyOf(member, params.id) : null;
  return {
    note,
    html: renderMarkdown(note.text),
    paperHtml: note.paper && renderPaperTitle(note.paper.title),
    name: member.name,
    mayShare,
    shareAddress: key && `${url.origin}/shared/${key}`
  };
});

export const actions: Actions = {
  rename: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await notes.rename(member, params.id, readForm(RenameForm, form).title);
  }),

  share: action(async ({ params, locals }) => {
    const member = await locals.enter(params.group);
    await sharing.share(member, params.id);
  }),

  unshare: action(async ({ params, locals }) => {
    const member = await locals.enter(params.group);
    await sharing.unshare(member, params.id);
  }),

  remove: action(async ({ params, locals }) => {
    const member = await locals.enter(params.group);
    await notes.remove(member, params.id);
    redirect(303, `/g/${member.groupSlug}/notes`);
  })
};
