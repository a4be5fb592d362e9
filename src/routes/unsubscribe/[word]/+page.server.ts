import * as groups from '#groups/groups.server.ts';
import { action, page } from '#routes/answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Mail scanners follow links, so looking at the page changes nothing. */
export const load: PageServerLoad = page(async ({ params, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'private, no-store' });
  return { subscription: await groups.subscriptionBy(params.word) };
});

export const actions: Actions = {
  /** Also what a mail program sends at one tap: `List-Unsubscribe=One-Click`. */
  default: action(async ({ params }, form) => {
    await groups.unsubscribeBy(params.word, form.get('again') === 'yes');
  })
};
