import * as v from 'valibot';
import * as queue from '#queue/queue.server.ts';
import { CommentForm } from '#queue/forms.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, numbered, numberedPage } from '#routes/api/paging.ts';
import { Made } from '#routes/api/shapes/common.ts';
import * as shapes from '#routes/api/shapes/queue.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/queue/{nomination}/comments',
  {
    summary: 'What was said below a proposal, in time’s order',
    scope: 'queue:read',
    query: v.object(numbered),
    answer: v.object({ comments: v.array(shapes.QueueComment), next: Next })
  },
  async ({ member, params, query }) => {
    const { items: comments, next } = await numberedPage(query.cursor, async (number) => {
      const { comments: items, page, pages } = await queue.thread(member, params.nomination, number);
      return { items, hasMore: page < pages };
    });
    return { comments, next };
  }
);

export const POST = operation(
  'POST',
  '/groups/{group}/queue/{nomination}/comments',
  {
    summary: 'Say something below a proposal',
    scope: 'queue:write',
    body: CommentForm,
    status: 201,
    answer: Made
  },
  async ({ member, params, body }) => ({ id: await queue.comment(member, params.nomination, body.text) })
);
