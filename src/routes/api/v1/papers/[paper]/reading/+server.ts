import * as v from 'valibot';
import * as looking from '#papers/looking.server.ts';
import { readings } from '#papers/looking.ts';
import { operation } from '#routes/api/operation.server.ts';

export const PUT = operation(
  'PUT',
  '/papers/{paper}/reading',
  {
    summary: 'Say how far one has read a paper; null: not begun',
    scope: 'papers:write',
    body: v.object({ reading: v.nullable(v.picklist(readings, `One of ${readings.join(', ')}, or null.`)) })
  },
  ({ account, params, body }) => looking.setReading(account, params.paper, body.reading)
);
