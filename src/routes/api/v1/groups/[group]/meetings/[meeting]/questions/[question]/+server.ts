import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PATCH = operation(
  'PATCH',
  '/groups/{group}/meetings/{meeting}/questions/{question}',
  {
    summary: 'Say that a question was talked about',
    scope: 'meetings:write',
    body: v.object({ settled: v.literal(true) })
  },
  ({ member, params }) => meetings.settleQuestion(member, params.meeting, params.question)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/meetings/{meeting}/questions/{question}',
  { summary: 'Take a question back: one’s own, organisers any', scope: 'meetings:write' },
  ({ member, params }) => meetings.dropQuestion(member, params.meeting, params.question)
);
