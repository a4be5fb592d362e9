import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { SummaryForm } from '#meetings/forms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/agenda/{item}/summary',
  {
    summary:
      'Write down what a paper says; `basedOn` is the `at` of the summary one began from, so that nobody’s words are lost',
    scope: 'meetings:write',
    body: v.omit(SummaryForm, ['item'])
  },
  ({ member, params, body }) => meetings.summarise(member, params.item, body)
);
