import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/meetings/{meeting}/duties/{duty}',
  { summary: 'Lay a duty down, by its name', scope: 'meetings:write' },
  ({ member, params }) => meetings.layDown(member, params.meeting, params.duty)
);
