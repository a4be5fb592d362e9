import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import * as bodies from '#routes/api/bodies/queue.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/queue/{nomination}/place',
  {
    summary: 'Move a proposal in a queue that is sorted by hand: a step, to an end, or beside another one',
    scope: 'queue:write',
    body: bodies.Place,
    answer: v.object({ place: v.number(), of: v.number() })
  },
  ({ member, params, body }) => queue.sort(member, params.nomination, 'to' in body ? body.to : body)
);
