import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import * as bodies from '#routes/api/bodies/queue.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, pageOf, pages } from '#routes/api/paging.ts';
import * as shapes from '#routes/api/shapes/queue.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/queue',
  {
    summary: 'What waits in a queue, in its order: the one named, or the first',
    scope: 'queue:read',
    query: v.object({ ...pages(500), queue: v.optional(v.string()) }),
    answer: v.object({ nominations: v.array(shapes.Nomination), next: Next })
  },
  async ({ member, query }) => {
    const { items, next } = pageOf(await queue.waiting(member, query.queue), query, ({ id }) => id);
    return {
      nominations: items.map(({ id, proposer, ...rest }) => ({
        nominationId: id,
        proposedBy: proposer,
        ...rest
      })),
      next
    };
  }
);

export const POST = operation(
  'POST',
  '/groups/{group}/queue',
  {
    summary: 'Propose a paper: by an arXiv id, a DOI, an address, anything one can paste',
    scope: 'queue:write',
    body: bodies.Nomination,
    status: 201,
    answer: v.object({ nominationId: v.string(), paperId: v.string(), queueId: v.string() })
  },
  ({ member, body }) => queue.nominate(member, body.paper, body.pitch, body.queue)
);
