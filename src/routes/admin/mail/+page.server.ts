import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { config } from '#platform/config.server.ts';
import { transaction } from '#platform/database.server.ts';
import { drop, mailsOf, mailStates, tryAgain } from '#platform/outbox.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MailForm = v.object({ mail: v.string() });
const State = v.fallback(v.picklist(mailStates), 'waiting');

export const load: PageServerLoad = page(async (event) => {
  operating(event, 'installation.mail');
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
    const { id: accountId } = operating(event, 'installation.mail');
    const { mail } = readForm(MailForm, form);
    await transaction(async (tx) => {
      const { subject } = await tryAgain(tx, mail);
      await accounts.record(tx, { accountId }, 'mail.retry', { about: subject });
    });
    redirect(303, '/admin/mail?done=retried');
  }),

  drop: action(async (event, form) => {
    const { id: accountId } = operating(event, 'installation.mail');
    const { mail } = readForm(MailForm, form);
    await transaction(async (tx) => {
      const { subject } = await drop(tx, mail);
      await accounts.record(tx, { accountId }, 'mail.drop', { about: subject });
    });
    redirect(303, '/admin/mail?done=dropped');
  })
};
