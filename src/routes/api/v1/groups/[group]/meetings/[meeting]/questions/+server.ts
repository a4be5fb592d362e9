import { QuestionForm } from '#meetings/forms.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/meetings/{meeting}/questions',
  { summary: 'Write down what one wants asked', scope: 'meetings:write', body: QuestionForm },
  ({ member, params, body }) => meetings.ask(member, params.meeting, body.text)
);
