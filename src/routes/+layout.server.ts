import * as groups from '#groups/groups.server.ts';
import * as mentions from '#notes/mentions.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, depends }) => {
  depends('account', 'group:gleanings', 'group:comments');
  const { account } = locals;
  if (!account) return { account: null, groups: [], mentions: 0 };
  const [members, mentioned] = await Promise.all([locals.members(), mentions.unseen(account)]);
  return {
    account: {
      id: account.id,
      name: account.name,
      isOperator: account.isOperator,
      timezone: account.timezone ?? undefined
    },
    groups: groups.briefly(members),
    mentions: mentioned
  };
};
