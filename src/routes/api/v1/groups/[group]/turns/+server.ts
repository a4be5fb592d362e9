import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/turns',
  {
    summary: 'Whose turn it is to lead: what members have behind them, in the order of their turns',
    scope: 'meetings:read',
    answer: v.object({ turns: v.array(shapes.Turn) })
  },
  async ({ member }) => ({ turns: await meetings.turns(member) })
);
