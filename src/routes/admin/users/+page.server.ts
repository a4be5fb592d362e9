import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

const AccountForm = v.object({ account: v.string() });

export const load: PageServerLoad = page(async (event) => {
  const { id } = operating(event);
  const text = event.url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
  return {
    me: id,
    text,
    done: event.url.searchParams.get('done'),
    ...(await accounts.list(text, event.url.searchParams.get('below')))
  };
});

export const actions: Actions = {
  suspend: action(async (event, form) => {
    await accounts.suspend(operating(event), readForm(AccountForm, form).account);
    done(event.url, 'suspended');
  }),

  reactivate: action(async (event, form) => {
    operating(event);
    await accounts.reactivate(readForm(AccountForm, form).account);
    done(event.url, 'reactivated');
  }),

  reset: action(async (event, form) => {
    operating(event);
    await accounts.sendReset(readForm(AccountForm, form).account);
    done(event.url, 'reset');
  }),

  promote: action(async (event, form) => {
    operating(event);
    await accounts.makeOperator(readForm(AccountForm, form).account);
    done(event.url, 'promoted');
  })
};

/** Back to where the operator was in the list. */
function done(url: URL, what: string): never {
  const query = new URLSearchParams(url.search);
  for (const key of [...query.keys()]) if (key.startsWith('/')) query.delete(key);
  query.set('done', what);
  redirect(303, `/admin/users?${query}`);
}
