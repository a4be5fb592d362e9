import { page } from '#routes/answer.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = page(async ({ params, locals, depends }) => {
  depends('group:members');
  const { groupSlug, groupName, timezone, role, accountId, deletionDueAt } = await locals.enter(params.group);
  return {
    group: { slug: groupSlug, name: groupName, timezone, deletionDueAt: deletionDueAt ?? null },
    me: { accountId, role }
  };
});
