import * as accounts from '#accounts/accounts.server.ts';
import { page } from '#routes/answer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals }) => ({
  nobodyYet: locals.account === null && (await accounts.nobodyYet())
}));
