import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/joining/{code}',
  {
    summary: 'Join by the code of an invitation, the last part of its link',
    scope: 'groups:write',
    answer: v.object({ slug: v.string() })
  },
  async ({ account, params }) => ({ slug: await groups.join(account, params.code) })
);
