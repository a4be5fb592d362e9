import * as v from 'valibot';
import { answers } from '#meetings/answers.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

const Answer = v.object({
  answer: v.picklist(
    answers.map(({ value }) => value),
    'Choose whether you come: yes, maybe or no.'
  )
});

export const PUT = operation(
  'PUT',
  '/groups/{group}/meetings/{meeting}/answer',
  { summary: 'Say whether one comes', scope: 'meetings:write', body: Answer },
  ({ member, params, body }) => meetings.answer(member, params.meeting, body.answer)
);
