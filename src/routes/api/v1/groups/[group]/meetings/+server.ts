import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/meetings.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, pageFrom, pages } from '#routes/api/paging.ts';
import { Made } from '#routes/api/shapes/common.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';

const Query = v.object({
  ...pages(100),
  when: v.optional(v.picklist(['coming', 'past'], 'coming or past.'), 'coming')
});

export const GET = operation(
  'GET',
  '/groups/{group}/meetings',
  {
    summary: 'Meetings to come, soonest first, or past ones, newest first',
    scope: 'meetings:read',
    query: Query,
    answer: v.object({ meetings: v.array(shapes.MeetingCard), next: Next })
  },
  async ({ member, query }) => {
    const { items, next } = await pageFrom(query, (after, limit) =>
      meetings.listPage(member, query.when, { after, limit })
    );
    return { meetings: items, next };
  }
);

export const POST = operation(
  'POST',
  '/groups/{group}/meetings',
  {
    summary: 'Arrange a meeting beside the rhythm',
    scope: 'meetings:write',
    body: bodies.Arrangement,
    status: 201,
    answer: Made
  },
  ({ member, body }) => meetings.arrange(member, body)
);
