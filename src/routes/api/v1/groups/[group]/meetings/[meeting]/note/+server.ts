import * as notes from '#notes/notes.server.ts';
import { operation } from '#routes/api/operation.server.ts';
import { Made } from '#routes/api/shapes/common.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/meetings/{meeting}/note',
  {
    summary: 'The note of a meeting, made from the template when it is not there yet',
    scope: 'notes:write',
    answer: Made
  },
  ({ member, params }) => notes.openForMeeting(member, params.meeting)
);
