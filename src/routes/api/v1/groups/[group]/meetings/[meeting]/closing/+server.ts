import * as v from 'valibot';
import { FateForm } from '#meetings/closing.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import * as shapes from '#routes/api/shapes/meetings.ts';

export const GET = operation(
  'GET',
  '/groups/{group}/meetings/{meeting}/closing',
  {
    summary: 'What a closing took off the agenda, and where it went',
    scope: 'meetings:read',
    answer: v.object({ carried: v.array(shapes.Carried) })
  },
  async ({ member, params }) => ({ carried: await meetings.carried(member, params.meeting) })
);

export const PUT = operation(
  'PUT',
  '/groups/{group}/meetings/{meeting}/closing',
  {
    summary: 'Close a meeting, saying for each item by its id what became of it',
    scope: 'meetings:write',
    body: FateForm
  },
  ({ member, params, body }) => meetings.close(member, params.meeting, body.fate)
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/meetings/{meeting}/closing',
  {
    summary: 'Open a closed meeting again; what its closing took off the agenda comes back',
    scope: 'meetings:write'
  },
  ({ member, params }) => meetings.reopen(member, params.meeting)
);
