import { redirect } from '@sveltejs/kit';
import { allow } from '#groups/permissions.ts';
import { FateForm, fatesIn, likelyFate } from '#meetings/closing.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as notes from '#notes/notes.server.ts';
import { action, page, read } from '#routes/answer.server.ts';
import { titleHtml } from '../../../rendered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:meetings', 'group:gleanings');
  const member = await locals.enter(params.group);
  allow(member, 'meeting.close');
  const [meeting, next, outcome, expected] = await Promise.all([
    meetings.view(member, params.id),
    meetings.after(member, params.id),
    notes.outcomeOf(member, params.id),
    meetings.expected(member, params.id)
  ]);
  if (meeting.closedAt) redirect(303, `/g/${params.group}/meetings/${params.id}`);
  return {
    meeting: { id: meeting.id, title: meeting.title, startsAt: meeting.startsAt },
    next: next && { startsAt: next.startsAt },
    items: meeting.agenda.map((item) => ({
      id: item.id,
      titleHtml: titleHtml(item.title),
      likely: likelyFate(item, meeting.agenda, next !== null)
    })),
    came: expected.filter(({ attendedAt }) => attendedAt).length,
    decisions: outcome?.decisions.length ?? 0,
    tasks: outcome?.tasks.length ?? 0
  };
});

export const actions: Actions = {
  default: action(async ({ params, locals }, form) => {
    const member = await locals.enter(params.group);
    await meetings.close(member, params.id, read(FateForm, fatesIn(form)).fate);
    redirect(303, `/g/${params.group}/meetings/${params.id}`);
  })
};
