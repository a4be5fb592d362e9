import * as groups from '#groups/groups.server.ts';
import { page } from '#routes/answer.server.ts';
import { actFilter } from '#routes/log.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ params, locals, url }) => {
  const filter = actFilter(url);
  return { ...filter, ...(await groups.acts(await locals.enter(params.group), filter)) };
});
