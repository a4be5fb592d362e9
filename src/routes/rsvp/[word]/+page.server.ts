import { redirect } from '@sveltejs/kit';
import * as meetings from '#meetings/meetings.server.ts';
import { AnswerForm } from '#meetings/forms.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Mail scanners follow links, so following one only chooses the button; pressing it answers. */
export const load: PageServerLoad = page(async ({ params, url, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store' });
  return {
    asked: await meetings.askedBy(params.word),
    chosen: url.searchParams.get('answer'),
    done: url.searchParams.has('done')
  };
});

export const actions: Actions = {
  default: action(async ({ params }, form) => {
    await meetings.answerBy(params.word, readForm(AnswerForm, form).answer);
    redirect(303, `/rsvp/${params.word}?done`);
  })
};
