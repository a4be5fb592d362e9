import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { may } from '#groups/permissions.ts';
import { renderPaperTitle } from '#markdown/markdown.server.ts';
import { FileForm } from '#notes/file.ts';
import * as files from '#notes/files.server.ts';
import * as notes from '#notes/notes.server.ts';
import { NoteForm } from '#notes/notes.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:notes', 'group:gleanings');
  const member = await locals.enter(params.group);
  const [cards, items] = await Promise.all([notes.list(member), notes.openItems(member)]);
  return {
    items,
    notes: cards.map((card) => ({ ...card, paperHtml: card.paper && renderPaperTitle(card.paper.title) })),
    mayMake: may(member.role, 'note.make')
  };
});

export const actions: Actions = {
  make: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { id } = await notes.make(member, readForm(NoteForm, form));
    redirect(303, `/g/${member.groupSlug}/notes/${id}`);
  }),

  tick: action(async ({ params, locals }, form) => {
    const { note, ...task } = readForm(TickForm, form);
    await notes.tick(await locals.enter(params.group), note, task);
  }),

  bring: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { id } = await files.bring(member, readForm(FileForm, form).file);
    redirect(303, `/g/${member.groupSlug}/notes/${id}`);
  }),

  forMeeting: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    const { id } = await notes.openForMeeting(member, readForm(MeetingForm, form).meeting);
    redirect(303, `/g/${member.groupSlug}/notes/${id}`);
  })
};

const MeetingForm = v.object({ meeting: v.string() });

const TickForm = v.object({
  note: v.string(),
  position: v.pipe(v.string(), v.transform(Number), v.integer()),
  text: v.string()
});
