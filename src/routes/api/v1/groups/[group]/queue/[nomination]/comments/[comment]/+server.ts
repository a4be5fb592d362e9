import * as queue from '#queue/queue.server.ts';
import { CommentForm } from '#queue/forms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PATCH = operation(
  'PATCH',
  '/groups/{group}/queue/{nomination}/comments/{comment}',
  { summary: 'Write one’s own comment anew', scope: 'queue:write', body: CommentForm },
  ({ member, params, body }) => queue.editComment(member, params.comment, body.text)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/queue/{nomination}/comments/{comment}',
  { summary: 'Take a comment back: one’s own, organisers any', scope: 'queue:write' },
  ({ member, params }) => queue.removeComment(member, params.comment)
);
