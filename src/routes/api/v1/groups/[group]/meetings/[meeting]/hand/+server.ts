import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/meetings/{meeting}/hand',
  { summary: 'Raise one’s hand', scope: 'meetings:write' },
  ({ member, params }) => meetings.raiseHand(member, params.meeting)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/meetings/{meeting}/hand',
  { summary: 'Take it down', scope: 'meetings:write' },
  ({ member, params }) => meetings.lowerHand(member, params.meeting, member.accountId)
);
