import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/queue.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/queue/{nomination}/record',
  {
    summary: 'What befell a proposal, newest first',
    scope: 'queue:read',
    answer: v.object({ events: v.array(shapes.QueueEvent) })
  },
  async ({ member, params }) => ({ events: await queue.historyOf(member, params.nomination) })
);
