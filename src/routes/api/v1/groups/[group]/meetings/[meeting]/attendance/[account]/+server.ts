import * as meetings from '#meetings/meetings.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/groups/{group}/meetings/{meeting}/attendance/{account}',
  { summary: 'Say that somebody was there; of others organisers do', scope: 'meetings:write' },
  ({ member, params: { meeting, account: accountId } }) =>
    meetings.attend(member, meeting, { accountId, there: true })
);

export const DELETE = operation(
  'DELETE',
  '/groups/{group}/meetings/{meeting}/attendance/{account}',
  { summary: 'Take that back', scope: 'meetings:write' },
  ({ member, params: { meeting, account: accountId } }) =>
    meetings.attend(member, meeting, { accountId, there: false })
);
