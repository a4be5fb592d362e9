import { redirect } from '@sveltejs/kit';
import * as groups from '#groups/groups.server.ts';
import { may } from '#groups/permissions.ts';
import { renderMarkdown, renderPaperTitle } from '#markdown/markdown.server.ts';
import * as comments from '#notes/comments.server.ts';
import { BeginForm, CommentForm, EditForm, ReplyForm, ThreadForm } from '#notes/comments.ts';
import * as mentions from '#notes/mentions.server.ts';
import * as notes from '#notes/notes.server.ts';
import { RenameForm } from '#notes/notes.ts';
import * as sharing from '#notes/sharing.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { params, locals, url } = event;
  const member = await locals.enter(params.group);
  const [note, people, citing] = await Promise.all([
    notes.view(member, params.id),
    groups.people(member),
    notes.citing(signedIn(event).account, params.id)
  ]);
  await mentions.see(member.accountId, params.id);
  const mayShare = may(member.role, 'note.share');
  const key = mayShare ? await sharing.keyOf(member, params.id) : null;
  return {
    note,
    people: people.map(({ name }) => name),
    citing,
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

  comment: action(async ({ params, locals }, form) => {
    await comments.begin(await locals.enter(params.group), params.id, readForm(BeginForm, form));
  }),

  reply: action(async ({ params, locals }, form) => {
    const { thread, text } = readForm(ReplyForm, form);
    await comments.reply(await locals.enter(params.group), params.id, thread, text);
  }),

  editComment: action(async ({ params, locals }, form) => {
    const { comment, text } = readForm(EditForm, form);
    await comments.edit(await locals.enter(params.group), params.id, comment, text);
  }),

  resolve: action(async ({ params, locals }, form) => {
    await comments.resolve(await locals.enter(params.group), params.id, readForm(ThreadForm, form).thread);
  }),

  reopen: action(async ({ params, locals }, form) => {
    await comments.resolve(
      await locals.enter(params.group),
      params.id,
      readForm(ThreadForm, form).thread,
      false
    );
  }),

  removeComment: action(async ({ params, locals }, form) => {
    await comments.remove(await locals.enter(params.group), params.id, readForm(CommentForm, form).comment);
  }),

  remove: action(async ({ params, locals }) => {
    const member = await locals.enter(params.group);
    await notes.remove(member, params.id);
    redirect(303, `/g/${member.groupSlug}/notes`);
  })
};
