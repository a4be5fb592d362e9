import * as queue from '#queue/queue.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const POST = operation(
  'POST',
  '/groups/{group}/queue/{nomination}/keeping',
  { summary: 'Keep a proposal that the group is asked about, because one wants it', scope: 'queue:write' },
  ({ member, params }) => queue.keep(member, params.nomination)
);
