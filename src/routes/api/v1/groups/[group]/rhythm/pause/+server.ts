import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/rhythm/pause',
  { summary: 'Pause the rhythm: its meetings to come are called off', scope: 'meetings:write' },
  ({ member }) => meetings.pause(member)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/rhythm/pause',
  { summary: 'Go on after a pause', scope: 'meetings:write' },
  ({ member }) => meetings.resume(member)
);
