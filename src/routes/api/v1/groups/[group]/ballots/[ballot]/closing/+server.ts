import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/ballots.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/ballots/{ballot}/closing',
  {
    summary: 'Close a ballot now; whoever comes later gets the same answer',
    scope: 'ballots:write',
    answer: shapes.Closing
  },
  async ({ member, params }) => {
    const { result, meetingId, already } = await meetings.closeBallot(member, params.ballot);
    return { winners: result.winners, meetingId, already };
  }
);
