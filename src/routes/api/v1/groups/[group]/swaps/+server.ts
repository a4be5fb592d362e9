import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/swaps',
  {
    summary: 'Swaps that wait for an answer',
    scope: 'meetings:read',
    answer: v.object({ swaps: v.array(shapes.Swap) })
  },
  async ({ member }) => ({ swaps: await meetings.openSwaps(member) })
);
