import * as v from 'valibot';
import * as ballots from '#ballots/ballots.server.ts';
import { rulesIn } from '#ballots/rules.ts';
import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/ballots.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Next, pageFrom, pages } from '#routes/api/paging.ts';
import * as shapes from '#routes/api/shapes/ballots.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/ballots',
  {
    summary: 'The group’s ballots: open ones first, then the newest',
    scope: 'ballots:read',
    query: v.object(pages(200)),
    answer: v.object({ ballots: v.array(shapes.BallotCard), next: Next })
  },
  async ({ member, query }) => {
    const { items, next } = await pageFrom(query, (after, limit) => ballots.list(member, { after, limit }));
    return { ballots: items, next };
  }
);

export const POST = operation(
  'POST',
  '/groups/{group}/ballots',
  {
    summary: 'Ask the group: open a ballot for the next meeting, now or later',
    scope: 'ballots:write',
    body: bodies.Opening,
    status: 201,
    answer: v.object({ id: v.string(), meetingId: v.nullable(v.string()) })
  },
  ({ member, body: { nomination, remind, opensAt = null, ...opening } }) =>
    meetings.askGroup(member, {
      ...opening,
      nominationIds: nomination,
      opensAt,
      remindsAt: remind > 0 ? new Date(opening.closesAt.getTime() - remind * 3_600_000) : null,
      rules: rulesIn(opening)
    })
);
