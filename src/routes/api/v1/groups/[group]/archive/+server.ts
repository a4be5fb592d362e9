import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes.ts';

const Query = v.object({
  words: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
  page: v.optional(
    v.pipe(v.number('Give a whole number.'), v.integer(), v.minValue(1), v.maxValue(10_000)),
    1
  )
});

export const GET = operation(
  'GET',
  '/groups/{group}/archive',
  {
    summary: 'What was discussed when, newest first; `words` keeps meetings that have them',
    scope: 'meetings:read',
    query: Query,
    answer: v.object({ discussions: v.array(shapes.Discussion), hasMore: v.boolean() })
  },
  ({ member, query }) => meetings.archive(member, query)
);
