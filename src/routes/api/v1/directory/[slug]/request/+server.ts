import * as groups from '#groups/groups.server.ts';
import { RequestForm } from '#groups/forms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/directory/{slug}/request',
  { summary: 'Ask to join a listed group', scope: 'groups:write', body: RequestForm },
  ({ account, params, body }) => groups.askToJoin(account, params.slug, body.sentence)
);

export const DELETE = operation(
  'DELETE',
  '/directory/{slug}/request',
  { summary: 'Take one’s request back', scope: 'groups:write' },
  ({ account, params }) => groups.withdrawRequest(account, params.slug)
);
