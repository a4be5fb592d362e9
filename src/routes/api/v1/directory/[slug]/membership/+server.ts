import * as v from 'valibot';
import * as groups from '#groups/groups.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/directory/{slug}/membership',
  {
    summary: 'Join a group that one’s confirmed address lets one into',
    scope: 'groups:write',
    answer: v.object({ slug: v.string() })
  },
  async ({ account, params }) => ({ slug: await groups.joinByDomain(account, params.slug) })
);
