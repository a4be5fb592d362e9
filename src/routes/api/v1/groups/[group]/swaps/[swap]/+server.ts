import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/swaps/{swap}',
  { summary: 'Agree to a swap', scope: 'meetings:write', body: v.object({ accept: v.literal(true) }) },
  ({ member, params }) => meetings.acceptSwap(member, params.swap)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/swaps/{swap}',
  { summary: 'Decline a swap, or take the question back', scope: 'meetings:write' },
  ({ member, params }) => meetings.declineSwap(member, params.swap)
);
