import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#accounts/accounts.server.ts';
import { nounMeanings, nouns, TokenForm } from '#accounts/scopes.ts';
import { action, page, readForm } from '#routes/answer.server.ts';
import { provenLately } from '#routes/visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const { account } = await provenLately(event);
  return {
    tokens: await accounts.tokensOf(account),
    nouns: nouns.map((name) => ({ name, meaning: nounMeanings[name] })),
    address: `${event.url.origin}/api/v1`,
    revoked: event.url.searchParams.has('revoked')
  };
});

export const actions: Actions = {
  make: action(async (event, form) => {
    const { account } = await provenLately(event);
    event.setHeaders({ 'cache-control': 'no-store' });
    const { token } = await accounts.makeToken(account, readForm(TokenForm, form));
    return { token };
  }),

  revoke: action(async (event, form) => {
    const { account } = await provenLately(event);
    await accounts.revokeToken(account, readForm(v.object({ token: v.string() }), form).token);
    redirect(303, '/settings/tokens?revoked');
  })
};
