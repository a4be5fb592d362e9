import * as v from 'valibot';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

const Swap = v.union(
  [v.object({ accountId: v.string() }), v.object({ itemId: v.string() })],
  'Say whom to ask (accountId), or for which of their items (itemId).'
);

export const POST = operation(
  'POST',
  '/groups/{group}/agenda/{item}/swap',
  { summary: 'Ask somebody to lead it instead, or to swap it', scope: 'meetings:write', body: Swap },
  ({ member, params, body }) => meetings.askToSwap(member, params.item, body)
);
