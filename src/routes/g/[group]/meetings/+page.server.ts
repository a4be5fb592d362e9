import * as meetings from '#meetings/meetings.server.ts';
import type { Listed } from '#meetings/meetings.ts';
import { page } from '#routes/answer.server.ts';
import { titleHtml } from '../rendered.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:meetings');
  const member = await locals.enter(params.group);
  const [{ coming, past }, rhythm] = await Promise.all([meetings.list(member), meetings.rhythm(member)]);
  return {
    coming: coming.map(rendered),
    past: past.map(rendered),
    rhythm: rhythm && { rrule: rhythm.rrule, pausedAt: rhythm.pausedAt }
  };
});

function rendered(meeting: Listed) {
  return { ...meeting, papers: meeting.papers.map(titleHtml) };
}
