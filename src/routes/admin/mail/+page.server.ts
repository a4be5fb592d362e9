import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { config } from '#platform/config.server.ts';
import { drop, mailsOf, mailStates, tryAgain } from '#platform/outbox.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MailForm = v.object({ mail: v.string() });
const State = v.fallback(v.picklist(mailStates), 'waiting');

export const load: PageServerLoad = page(async (event) => {
  operating(event);
  const state = v.parse(State, event.url.searchParams.get('state'));
  return {
    state,
    hasServer: Boolean(config().smtpUrl),
    done: event.url.searchParams.get('done'),
    ...(await mailsOf(state, event.url.searchParams.get('below')))
  };
});

export const actions: Actions = {
  retry: action(async (event, form) => {
    operating(event);
    await tryAgain(readForm(MailForm, form).mail);
    redirect(303, '/admin/mail?done=retried');
  }),

  drop: action(async (event, form) => {
    operating(event);
    await drop(readForm(MailForm, form).mail);
    redirect(303, '/admin/mail?done=dropped');
  })
};
