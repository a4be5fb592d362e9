import { redirect } from '@sveltejs/kit';
import * as accounts from '#accounts/accounts.server.ts';
import * as groups from '#groups/groups.server.ts';
import { action, page } from '#routes/answer.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import { Conflict } from '../../../failures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, getClientAddress }) => {
  await accounts.countLink(getClientAddress());
  try {
    return { invited: await groups.invitedBy(params.code), refusal: null };
  } catch (failure) {
    if (!(failure instanceof Conflict)) throw failure;
    return { invited: null, refusal: failure.message };
  }
});

export const actions: Actions = {
  default: action(async (event) => {
    await accounts.countLink(event.getClientAddress());
    const slug = await groups.join(signedIn(event).account, event.params.code ?? '');
    redirect(303, `/g/${slug}/queue`);
  })
};
