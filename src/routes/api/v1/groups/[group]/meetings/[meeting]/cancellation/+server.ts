import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/meetings/{meeting}/cancellation',
  { summary: 'Call a meeting off', scope: 'meetings:write' },
  ({ member, params }) => meetings.cancel(member, params.meeting)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/meetings/{meeting}/cancellation',
  { summary: 'Let it take place after all', scope: 'meetings:write' },
  ({ member, params }) => meetings.revive(member, params.meeting)
);
