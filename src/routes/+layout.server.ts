import * as groups from '#groups/groups.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, depends }) => {
  depends('account');
  const { account } = locals;
  if (!account) return { account: null, groups: [] };
  return {
    account: { id: account.id, name: account.name, isOperator: account.isOperator },
    groups: await groups.groupsOf(account)
  };
};
