import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/week.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/week',
  {
    summary: 'What happens by itself before the meetings to come, and what did',
    scope: 'meetings:read',
    answer: shapes.Week
  },
  ({ member }) => meetings.week(member)
);
