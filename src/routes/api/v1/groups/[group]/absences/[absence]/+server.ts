import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/absences/{absence}',
  { summary: 'Take an absence of one’s own back', scope: 'meetings:write' },
  ({ member, params }) => meetings.comeBack(member, params.absence)
);
