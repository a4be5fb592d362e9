import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/holidays/{holiday}',
  { summary: 'Give days off back', scope: 'meetings:write' },
  ({ member, params }) => meetings.giveBack(member, params.holiday)
);
