import * as v from 'valibot';
import * as comments from '#notes/comments.server.ts';
import { ReplyForm } from '#notes/comments.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/notes/{note}/comments/{thread}',
  { summary: 'Answer in a conversation', scope: 'notes:write', body: v.pick(ReplyForm, ['text']) },
  ({ member, params, body }) => comments.reply(member, params.note, params.thread, body.text)
);

export const PATCH = operation(
  'PATCH',
  '/groups/{group}/notes/{note}/comments/{thread}',
  {
    summary: 'End a conversation, or open it again',
    scope: 'notes:write',
    body: v.object({ resolved: v.boolean('Say whether it is settled: true or false.') })
  },
  ({ member, params, body }) => comments.resolve(member, params.note, params.thread, body.resolved)
);
