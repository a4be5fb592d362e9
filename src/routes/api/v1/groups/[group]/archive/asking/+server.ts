import * as v from 'valibot';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';
import { AskForm, readBefore } from '#routes/readbefore.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/archive/asking',
  {
    summary: 'Have we read this? Of anything one can paste, or words of a title',
    scope: 'meetings:read',
    body: AskForm,
    /** A hundred thousand characters, as JSON writes them. */
    longestBody: 700_000,
    answer: v.object({ papers: v.array(shapes.Asked), hasMore: v.boolean() })
  },
  ({ account, member, body }) => readBefore(account, member, body.text)
);
