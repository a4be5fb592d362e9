import * as v from 'valibot';
import * as comments from '#notes/comments.server.ts';
import { EditForm } from '#notes/comments.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PATCH = operation(
  'PATCH',
  '/groups/{group}/notes/{note}/comments/{thread}/{comment}',
  { summary: 'Write one’s own comment anew', scope: 'notes:write', body: v.pick(EditForm, ['text']) },
  ({ member, params, body }) => comments.edit(member, params.note, params.comment, body.text)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/notes/{note}/comments/{thread}/{comment}',
  { summary: 'Take a comment back: one’s own, organisers any', scope: 'notes:write' },
  ({ member, params }) => comments.remove(member, params.note, params.comment)
);
