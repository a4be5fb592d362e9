import * as accounts from '#accounts/accounts.server.ts';
import { page } from '#routes/answer.server.ts';
import { actFilter } from '#routes/log.server.ts';
import { signedIn } from '#routes/visiting.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
  const filter = actFilter(event.url);
  return { ...filter, ...(await accounts.actsHere(signedIn(event).account, filter)) };
});
