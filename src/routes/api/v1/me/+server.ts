import * as groups from '#groups/groups.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/people.ts';

export const GET = operation(
  'GET',
  '/me',
  { summary: 'The token’s account, and the groups it belongs to', scope: null, answer: shapes.Me },
  async ({ account }) => ({ ...account, groups: await groups.groupsOf(account) })
);
