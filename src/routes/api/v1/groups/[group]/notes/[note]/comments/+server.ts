import * as v from 'valibot';
import * as comments from '#notes/comments.server.ts';
import { BeginForm } from '#notes/comments.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Made } from '#routes/api/shapes/common.ts';
import * as shapes from '#routes/api/shapes/notes.ts';

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

export const POST = operation(
  'POST',
  '/groups/{group}/notes/{note}/comments',
  {
    summary: 'Begin a conversation about a passage, which is named by its words',
    scope: 'notes:write',
    body: v.pick(BeginForm, ['quote', 'text']),
    status: 201,
    answer: Made
  },
  ({ member, params, body }) => comments.beginAbout(member, params.note, body)
);
