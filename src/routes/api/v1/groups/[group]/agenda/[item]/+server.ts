import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/meetings.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PATCH = operation(
  'PATCH',
  '/groups/{group}/agenda/{item}',
  {
    summary: 'Say how many minutes an item is meant to take',
    scope: 'meetings:write',
    body: bodies.Minutes
  },
  ({ member, params, body }) => meetings.plan(member, params.item, body.minutes)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/agenda/{item}',
  { summary: 'Take a paper off the agenda; its nomination waits again', scope: 'meetings:write' },
  ({ member, params }) => meetings.removeFromAgenda(member, params.item)
);
