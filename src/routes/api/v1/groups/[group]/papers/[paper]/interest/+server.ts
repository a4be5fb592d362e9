import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/papers/{paper}/interest',
  { summary: 'Say that one would like to discuss a paper, proposed or not', scope: 'queue:write' },
  ({ member, params }) => queue.like(member, params.paper)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/papers/{paper}/interest',
  { summary: 'Take that back', scope: 'queue:write' },
  ({ member, params }) => queue.unlike(member, params.paper)
);
