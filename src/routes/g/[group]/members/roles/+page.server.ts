import { may, permissions, roles, type Action } from '#groups/permissions.ts';
import { permissionWords } from '#groups/words.ts';
import { page } from '#routes/answer.server.ts';
import type { PageServerLoad } from './$types';

/** The table of who may do what, as it is asked everywhere. */
export const load: PageServerLoad = page(async ({ params, locals }) => {
  const { role } = await locals.enter(params.group);
  const actions = Object.keys(permissions) as Action[];
  return {
    role,
    rows: actions.map((action) => ({
      action,
      words: permissionWords[action],
      allowed: roles.map((one) => may(one, action))
    }))
  };
});
