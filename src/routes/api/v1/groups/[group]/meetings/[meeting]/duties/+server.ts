import { DutyForm } from '#meetings/forms.ts';
import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/meetings/{meeting}/duties',
  { summary: 'Take on a duty, such as Scribe', scope: 'meetings:write', body: DutyForm },
  ({ member, params, body }) => meetings.takeOn(member, params.meeting, body.name)
);
