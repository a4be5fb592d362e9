import * as looking from '#papers/looking.server.ts';
import { operation } from '#routes/api/operation.server.ts';

export const DELETE = operation(
  'DELETE',
  '/muted-words/{word}',
  { summary: 'Show its papers again', scope: 'papers:write' },
  ({ account, params }) => looking.unmute(account, params.word)
);
