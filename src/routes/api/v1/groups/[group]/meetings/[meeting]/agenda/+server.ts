import * as meetings from '#meetings/meetings.server.ts';
import * as bodies from '#routes/api/bodies/meetings.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/meetings/{meeting}/agenda',
  {
    summary: 'Put a waiting nomination onto the agenda',
    scope: 'meetings:write',
    body: bodies.Addition
  },
  ({ member, params, body }) => meetings.addToAgenda(member, params.meeting, body.nomination)
);
