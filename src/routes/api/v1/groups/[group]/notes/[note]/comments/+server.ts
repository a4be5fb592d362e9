import * as v from 'valibot';
import * as comments from '#notes/comments.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/notes/{note}/comments',
  {
    summary: 'Conversations about passages of a note, in the order they began',
    scope: 'notes:read',
    answer: v.object({ threads: v.array(shapes.Thread) })
  },
  async ({ member, params }) => ({ threads: await comments.threads(member, params.note) })
);
