import * as looking from '#papers/looking.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const DELETE = operation(
  'DELETE',
  '/filters/{filter}',
  { summary: 'Forget a filter', scope: 'papers:write' },
  ({ account, params }) => looking.forgetFilter(account, params.filter)
);
