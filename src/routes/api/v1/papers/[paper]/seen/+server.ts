import * as looking from '#papers/looking.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/papers/{paper}/seen',
  { summary: 'Put a paper of the feed aside', scope: 'papers:write' },
  ({ account, params }) => looking.see(account, params.paper)
);

export const DELETE = operation(
  'DELETE',
  '/papers/{paper}/seen',
  { summary: 'Take it into sight again', scope: 'papers:write' },
  ({ account, params }) => looking.see(account, params.paper, false)
);
