import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/agenda/{item}/time',
  { summary: 'Come to an item: its time runs for all alike', scope: 'meetings:write' },
  ({ member, params }) => meetings.begin(member, params.item)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/agenda/{item}/time',
  { summary: 'Go on from it: its time stands still', scope: 'meetings:write' },
  ({ member, params }) => meetings.finish(member, params.item)
);
