import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, numbered, numberedPage } from '#routes/api/paging.ts';
import * as shapes from '#routes/api/shapes/queue.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/queue/record',
  {
    summary: 'What befell the proposals of all queues, newest first; what left can be brought back',
    scope: 'queue:read',
    query: v.object(numbered),
    answer: v.object({ events: v.array(shapes.QueueEvent), next: Next })
  },
  async ({ member, query }) => {
    const { items: events, next } = await numberedPage(query.cursor, async (page) => {
      const { events: items, hasMore } = await queue.happenings(member, page);
      return { items, hasMore };
    });
    return { events, next };
  }
);
