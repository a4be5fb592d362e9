import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { operating } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

const AccountForm = v.object({ account: v.string() });

export const load: PageServerLoad = page(async (event) => {
  const who = operating(event, 'installation.users');
  const text = event.url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
  return {
    me: who.id,
    text,
    done: event.url.searchParams.get('done'),
    ...(await accounts.list(who, text, event.url.searchParams.get('below')))
  };
});

export const actions: Actions = {
  suspend: action(async (event, form) => {
    const { account } = readForm(AccountForm, form);
    await accounts.suspend(operating(event, 'installation.users'), account);
    done(event.url, 'suspended');
  }),

  reactivate: action(async (event, form) => {
    const { account } = readForm(AccountForm, form);
    await accounts.reactivate(operating(event, 'installation.users'), account);
    done(event.url, 'reactivated');
  }),

  reset: action(async (event, form) => {
    const { account } = readForm(AccountForm, form);
    await accounts.sendReset(operating(event, 'installation.users'), account);
    done(event.url, 'reset');
  })
};

/** Back to where the operator was in the list. */
function done(url: URL, what: string): never {
  const query = new URLSearchParams(url.search);
  for (const key of [...query.keys()]) if (key.startsWith('/')) query.delete(key);
  query.set('done', what);
  redirect(303, `/admin/users?${query}`);
}
