import * as accounts from '#accounts/accounts.server.ts';
import * as groups from '#groups/groups.server.ts';
import * as mentions from '#notes/mentions.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, depends }) => {
  depends('account', 'group:gleanings', 'group:comments');
  const { account } = locals;
  if (!account) return { account: null, groups: [], mentions: 0 };
  const [belongsTo, mentioned, timezone] = await Promise.all([
    groups.groupsOf(account),
    mentions.unseen(account),
    accounts.zoneOf(account)
  ]);
  return {
    account: { id: account.id, name: account.name, isOperator: account.isOperator, timezone },
    groups: belongsTo,
    mentions: mentioned
  };
};
