import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/queue/{nomination}/pin',
  { summary: 'Pin a proposal above all others', scope: 'queue:write' },
  ({ member, params }) => queue.pin(member, params.nomination)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/queue/{nomination}/pin',
  { summary: 'Take the pin off', scope: 'queue:write' },
  ({ member, params }) => queue.pin(member, params.nomination, false)
);
