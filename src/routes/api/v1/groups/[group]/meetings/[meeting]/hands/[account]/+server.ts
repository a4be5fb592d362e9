import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/meetings/{meeting}/hands/{account}',
  { summary: 'Take somebody’s hand down, once they spoke', scope: 'meetings:write' },
  ({ member, params }) => meetings.lowerHand(member, params.meeting, params.account)
);
