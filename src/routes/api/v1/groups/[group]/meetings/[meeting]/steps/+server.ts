import * as v from 'valibot';
import * as cycle from '#cycle/cycle.server.ts';
import { StepNow } from '#meetings/cycleforms.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/meetings/{meeting}/steps',
  {
    summary: 'Do a step of a meeting now, rather than at its time',
    scope: 'meetings:write',
    body: v.pick(StepNow, ['kind'])
  },
  ({ member, params, body }) => cycle.doNow(member, params.meeting, body.kind)
);
